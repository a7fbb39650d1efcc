package uk.sightline.access;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** What a session remembers of a person: which account it is, and nothing that could go stale. */
public record SignedIn(UUID account) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return account.toString();
    }
}
