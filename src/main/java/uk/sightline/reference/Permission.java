package uk.sightline.reference;

import java.util.Arrays;
import java.util.Optional;

/**
 * An action, and to what: {@code decide:referral}, or {@code add} for every kind the post sees.
 *
 * @param object what the action is limited to, empty for no limit
 */
public record Permission(Action action, String object) {

    /** Whether this lets the action be done to the object. */
    public boolean covers(Action wanted, String to) {
        return action == wanted && (object.isEmpty() || object.equals(to));
    }

    @Override
    public String toString() {
        return object.isEmpty() ? action.code() : action.code() + ":" + object;
    }

    static Optional<Permission> parse(String text) {
        var parts = text.split(":", 2);
        var object = parts.length == 2 ? parts[1] : "";
        return Arrays.stream(Action.values())
                .filter(action -> action.code().equals(parts[0]) && (parts.length == 1 || object.matches("[a-z0-9-]+")))
                .map(action -> new Permission(action, object))
                .findFirst();
    }
}
