package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.access.BulkRecords.Closed;
import uk.sightline.access.BulkRecords.Excluded;

/**
 * The few people whose records are open to a list only, and the few workers who are kept away from somebody. Nobody
 * among them whose referral somebody works on: work stays with those who may see it.
 */
record ClosedPeople(List<Closed> closed, List<Excluded> excluded) {

    private static final int OF_EACH = 12;
    private static final int PEOPLE_FOR_ONE = 40;
    private static final int EXCLUSIONS = 4;
    private static final int LATELY = 80;

    static ClosedPeople of(Town town) {
        int each = (int) Math.clamp(town.population().size() / PEOPLE_FOR_ONE, 1, OF_EACH);
        List<UUID> chosen = chosen(town, 2 * each + EXCLUSIONS);
        Instant from = town.plan().at().minus(Duration.ofDays(60));
        List<Closed> closed = new ArrayList<>();
        for (int i = 0; i < 2 * each; i++) {
            closed.add(closed(town, chosen.get(i), i < each, from));
        }
        List<Excluded> excluded = new ArrayList<>();
        for (int i = 2 * each; i < chosen.size(); i++) {
            Worker worker = town.workers().in("front-door").get(i % 3);
            excluded.add(new Excluded(worker.id(), chosen.get(i), "They are neighbours.", from));
        }
        return new ClosedPeople(closed, excluded);
    }

    private static Closed closed(Town town, UUID person, boolean sealed, Instant from) {
        List<Worker> list = new ArrayList<>(town.workers().with(Set.of("hub-team-manager")));
        list.addAll(town.workers().with(Set.of("front-door-manager")).subList(0, 1));
        if (!sealed) {
            list.add(town.workers().in("front-door").getFirst());
        }
        return new Closed(
                person,
                sealed ? "sealed" : "restricted",
                sealed ? "A relative works in the partnership." : "A court has limited who may know the address.",
                list.getFirst().name(),
                list.stream().map(Worker::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                from);
    }

    private static List<UUID> chosen(Town town, int count) {
        Set<UUID> busy = beingWorkedOn(town);
        Dice dice = Dice.of(town.plan().seed(), "closed", 0);
        Set<UUID> chosen = new LinkedHashSet<>();
        while (chosen.size() < count) {
            UUID person = town.plan()
                    .person(dice.below((int) Math.min(town.population().size(), Integer.MAX_VALUE)));
            if (!busy.contains(person)) {
                chosen.add(person);
            }
        }
        return List.copyOf(chosen);
    }

    /** Also those who are not identified yet: the front door is about to find them. */
    private static Set<UUID> beingWorkedOn(Town town) {
        Set<UUID> busy = new HashSet<>();
        long all = town.plan().scale().referrals();
        LongStream.range(Math.max(0, all - town.plan().scale().open() - LATELY), all)
                .mapToObj(number -> Story.cast(town, number))
                .flatMap(cast -> cast.people().stream())
                .forEach(one -> busy.add(town.plan().person(one.index())));
        return busy;
    }
}
