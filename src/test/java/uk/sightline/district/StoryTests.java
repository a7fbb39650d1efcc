package uk.sightline.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.PracticePacks;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.PastReferral;

class StoryTests {

    private static final PracticePack PACK = pack();
    private static final Instant TUESDAY = Instant.parse("2026-11-10T10:00:00Z");
    private static final Town TOWN = town(2026, 4_000, TUESDAY);
    private static final List<PastReferral> ALL = all(TOWN);

    @Test
    void theSameSeedAndMomentTellTheSameStories() {
        assertThat(all(town(2026, 4_000, TUESDAY))).isEqualTo(ALL);
        assertThat(all(town(7, 4_000, TUESDAY))).isNotEqualTo(ALL);
    }

    @Test
    void recordsAreTheSameToo() {
        assertThat(entries(TOWN)).isEqualTo(entries(town(2026, 4_000, TUESDAY)));
    }

    @Test
    void nothingHappensAfterTheMomentOrInTheWrongOrder() {
        for (Instant at :
                List.of(TUESDAY, Instant.parse("2026-04-07T06:30:00Z"), Instant.parse("2026-12-27T23:00:00Z"))) {
            for (PastReferral past : all(town(2026, 4_000, at))) {
                assertThat(past.received()).isBefore(at);
                var decision = past.decision();
                if (decision != null) {
                    assertThat(decision.at()).isAfter(past.received()).isBeforeOrEqualTo(at);
                }
                if (past.closed() != null && decision != null) {
                    assertThat(past.closed()).isAfterOrEqualTo(decision.at()).isBeforeOrEqualTo(at);
                }
            }
        }
    }

    @Test
    void everyChannelAndManyOutcomesOccur() {
        assertThat(ALL).extracting(PastReferral::channel).contains(Channel.values());
        Set<String> outcomes = new HashSet<>();
        ALL.stream()
                .filter(past -> past.decision() != null)
                .forEach(past -> outcomes.add(past.decision().outcome()));
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ALL).filteredOn(past -> past.form().subjects().size() > 1).hasSizeGreaterThan(20);
    }

    @Test
    void theFrontDoorHasWorkThatIsNobodysYetAndWorkThatIsLate() {
        List<PastReferral> open = ALL.stream()
                .filter(past -> past.answer() == null || !past.answer().sent())
                .toList();
        assertThat(open).hasSizeBetween(40, 70);
        assertThat(open).filteredOn(past -> past.claim() == null).hasSizeGreaterThan(10);
        assertThat(open)
                .filteredOn(past -> past.received().isBefore(TUESDAY.minus(Duration.ofDays(1))))
                .isNotEmpty();
    }

    @Test
    void aLargerDistrictHasAsManyOpenItemsAsItsScaleSays() {
        Scale scale = new Scale(4_000, 900, 60, 300, 0, 3, 40);
        Town town = town(new Plan(2026, scale, TUESDAY));
        List<PastReferral> all = all(town);
        assertThat(all)
                .filteredOn(past -> past.answer() == null || !past.answer().sent())
                .hasSizeBetween(60, 66);
        assertThat(all).filteredOn(past -> past.closed() == null).hasSizeBetween(300, 310);
        assertThat(all.subList(600, 840)).allSatisfy(past -> {
            PastReferral.Routed routed = Objects.requireNonNull(past.routing());
            Instant decided = Objects.requireNonNull(past.decision()).at();
            assertThat(routed.ended()).isNull();
            assertThat(past.received()).isBefore(decided);
            assertThat(decided).isBetween(TUESDAY.minus(Duration.ofDays(4)), TUESDAY);
        });
        assertThat(town.workers().all()).hasSize(180);
        assertThat(town.workers().all()).extracting(worker -> worker.email()).doesNotHaveDuplicates();
        assertThat(town.workers().with(Set.of("school-safeguarding-lead")))
                .extracting(worker -> worker.team())
                .hasSizeGreaterThan(12);
    }

    @Test
    void theLogOfALargerDistrictIsToldTheSameWayEachTimeAndEndsBeforeNow() {
        Scale scale = new Scale(4_000, 400, 40, 40, 24_000, 1, 40);
        Town town = town(new Plan(2026, scale, TUESDAY));
        History history = new History(town);
        assertThat(History.size(scale)).isEqualTo(20_000);
        assertThat(history.workers()).hasSizeGreaterThan(15);
        var acts = history.of(history.workers().getFirst(), 1_000, 0, 1_000);
        assertThat(acts).isEqualTo(history.of(history.workers().getFirst(), 1_000, 0, 1_000));
        assertThat(acts.subList(400, 600))
                .isEqualTo(history.of(history.workers().getFirst(), 1_000, 400, 600));
        assertThat(acts)
                .allMatch(
                        past -> past.at().isBefore(TUESDAY) && past.at().isAfter(TUESDAY.minus(Duration.ofDays(549))));
        assertThat(acts).extracting(past -> past.act().action()).contains("view", "list", "search", "sign-in");
    }

    @Test
    void noTwoReferencesAreAlike() {
        assertThat(LongStream.range(0, 100_000)
                        .mapToObj(n -> References.of("P", 2026, n))
                        .distinct())
                .hasSize(100_000)
                .allMatch(reference -> reference.matches("P-[0-9A-HJKMNP-TV-Z]{7}"));
    }

    private static List<Object> entries(Town town) {
        IndexEntries index = new IndexEntries(town.plan(), town.codes());
        return LongStream.range(0, 50)
                .mapToObj(group -> (Object) index.of(Household.group(town.population(), group)))
                .toList();
    }

    private static List<PastReferral> all(Town town) {
        return LongStream.range(0, town.plan().scale().referrals())
                .mapToObj(number -> Story.of(town, number))
                .toList();
    }

    private static Town town(long seed, long people, Instant at) {
        return town(new Plan(seed, Scale.of(people), at));
    }

    private static Town town(Plan plan) {
        return Town.of(
                plan, new PackCodes(PACK, plan), key -> UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static PracticePack pack() {
        return PracticePacks.load("classpath:packs/bradford");
    }
}
