package uk.sightline.bench;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.platform.Actor;

/** Whom the bench signs in as: the people of the front door, who may do all that it does. */
@Component
class BenchAccounts {

    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");
    private static final String TEAM = "front-door";

    private final Colleagues colleagues;

    BenchAccounts(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /** @throws IllegalStateException when nobody works there */
    List<UUID> ofTheFrontDoor() {
        List<UUID> accounts =
                CHECK.call(() -> colleagues.members(colleagues.team(TEAM).id()).stream()
                        .map(Colleague::id)
                        .toList());
        if (accounts.isEmpty()) {
            throw new IllegalStateException("Nobody works at the front door; the bench needs the fictional district");
        }
        return accounts;
    }
}
