package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries.Past;
import uk.sightline.platform.Actor;

/** Emergency access that a social worker took in the last days and nobody has reviewed yet. */
record EmergencyAccess(Worker worker, UUID person, String reference, String code, String reason, Instant at) {

    private static final List<String[]> REASONS = List.of(
            new String[] {"missing-now", "Reported missing tonight; the family's address was needed at once."},
            new String[] {"hospital-now", "In the emergency department and nobody knew who to ring."},
            new String[] {"covering", "Covering for a colleague whose case this is."});

    private static final Duration BETWEEN = Duration.ofHours(14);

    static List<EmergencyAccess> of(Town town) {
        List<Worker> able = town.workers().with(Set.of("statutory-social-worker"));
        List<EmergencyAccess> taken = new ArrayList<>();
        for (int i = 0; i < Math.min(REASONS.size(), able.size()); i++) {
            Dice dice = Dice.of(town.plan().seed(), "emergency", i);
            long index = dice.below((int) Math.min(town.population().size(), Integer.MAX_VALUE));
            taken.add(new EmergencyAccess(
                    able.get(i),
                    town.plan().person(index),
                    References.of("B", town.plan().seed(), i),
                    REASONS.get(i)[0],
                    REASONS.get(i)[1],
                    town.plan().at().minus(BETWEEN.multipliedBy(i + 1))));
        }
        return taken;
    }

    Actor actor() {
        return new Actor(worker.id(), Actor.Kind.PERSON, worker.name(), null);
    }

    List<Past> acts() {
        return List.of(
                new Past(
                        at,
                        Act.on("break-glass", "identity", person)
                                .because(reason)
                                .detail(reference + " " + code)),
                new Past(at.plusSeconds(40), Act.on("view", "identity", person)));
    }
}
