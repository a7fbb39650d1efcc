package uk.sightline.bench;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.platform.Actor;

/** Whom the bench signs in as: the people of the front door, who may do all that it does, and of other teams. */
@Component
class BenchAccounts {

    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");

    private final Colleagues colleagues;

    BenchAccounts(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    List<UUID> ofTheFrontDoor() {
        return of("front-door");
    }

    /** Those who work with the people whom the front door passes on: their records are reached one by one. */
    List<UUID> ofTheHub() {
        return of("exploitation-hub");
    }

    /** @throws IllegalStateException when nobody works there */
    private List<UUID> of(String team) {
        List<UUID> accounts =
                CHECK.call(() -> colleagues.members(colleagues.team(team).id()).stream()
                        .map(Colleague::id)
                        .toList());
        if (accounts.isEmpty()) {
            throw new IllegalStateException(
                    "Nobody works in the team %s; the bench needs the fictional district".formatted(team));
        }
        return accounts;
    }
}
