package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.sightline.access.Grounds.Exclusion;
import uk.sightline.access.Grounds.Line;
import uk.sightline.access.Grounds.Post;
import uk.sightline.access.Grounds.Relationship;
import uk.sightline.access.Grounds.Seal;
import uk.sightline.access.Grounds.Span;

class AccessPolicyTests {

    private static final Instant NOW = Instant.parse("2026-11-10T10:00:00Z");
    private static final UUID ME = UUID.randomUUID();
    private static final UUID TEAM = UUID.randomUUID();
    private static final UUID CHILD = UUID.randomUUID();
    private static final Span LIVE = new Span(NOW.minusSeconds(60), null);
    private static final Span OVER = new Span(NOW.minusSeconds(60), NOW);
    private static final Span LATER = new Span(NOW.plusMillis(1), null);

    private static final RecordFacts RECORD =
            new RecordFacts(CHILD, "identity", LocalDate.of(2031, 5, 1), LocalDate.of(2031, 5, 1), Set.of(CHILD));

    @Test
    void aPostsReachOpens() {
        assertThat(sees(grounds(post("district:children", "identity")))).isTrue();
        assertThat(sees(grounds(post("district", "identity")))).isTrue();
        assertThat(sees(grounds(post("district:adults", "identity")))).isFalse();
        assertThat(sees(grounds(post("district:children", "referral")))).isFalse();
        assertThat(sees(grounds(post("own", "identity")))).isFalse();
        assertThat(sees(grounds(post("none", "identity")))).isFalse();
    }

    @Test
    void aPostHeldAtAnotherTimeOpensNothing() {
        assertThat(sees(grounds(held("district", "identity", OVER)))).isFalse();
        assertThat(sees(grounds(held("district", "identity", LATER)))).isFalse();
    }

    @Test
    void adultServicesSeeSomebodyFromSeventeenAndAHalfAndChildrensUntilEighteen() {
        LocalDate birthday = LocalDate.of(2027, 5, 10);
        RecordFacts young = new RecordFacts(CHILD, "identity", birthday, birthday, Set.of(CHILD));
        assertThat(decide(grounds(post("district:adults", "identity")), young).allowed())
                .isTrue();
        assertThat(decide(grounds(post("district:children", "identity")), young).allowed())
                .isTrue();
        RecordFacts younger =
                new RecordFacts(CHILD, "identity", birthday.plusDays(1), birthday.plusDays(1), Set.of(CHILD));
        assertThat(decide(grounds(post("district:adults", "identity")), younger).allowed())
                .isFalse();
        LocalDate today = LocalDate.of(2026, 11, 10);
        RecordFacts grown = new RecordFacts(CHILD, "identity", today, today, Set.of(CHILD));
        assertThat(decide(grounds(post("district:children", "identity")), grown).allowed())
                .isFalse();
    }

    @Test
    void aRelationshipOpensForItsHolderWhileItLasts() {
        Grounds.Post own = post("own", "identity");
        assertThat(sees(grounds(own, related(ME, null, LIVE)))).isTrue();
        assertThat(sees(grounds(own, related(TEAM, null, LIVE)))).isTrue();
        assertThat(sees(grounds(own, related(UUID.randomUUID(), null, LIVE)))).isFalse();
        assertThat(sees(grounds(own, related(ME, null, OVER)))).isFalse();
        assertThat(sees(grounds(own, related(ME, null, LATER)))).isFalse();
    }

    @Test
    void aRelationshipForSomeKindsOpensThoseAndNoOthersWhateverThePost() {
        assertThat(sees(grounds(post("none", "audit"), related(ME, Set.of("identity"), LIVE))))
                .isTrue();
        assertThat(sees(grounds(post("own", "identity"), related(ME, Set.of("referral"), LIVE))))
                .isFalse();
    }

    @Test
    void theReasonSaysUntilWhen() {
        Span span = new Span(NOW.minusSeconds(1), NOW.plus(Duration.ofHours(4)));
        Decision decision = decide(grounds(post("own", "identity"), related(ME, null, span)), RECORD);
        assertThat(decision.reason()).isEqualTo("Because. Until 10 November 2026 at 14:00.");
    }

    @Test
    void everyRuleThatOpensIsTold() {
        Grounds grounds = new Grounds(
                ME,
                true,
                List.of(post("own", "identity"), post("district:children", "identity")),
                List.of(related(ME, null, LIVE)),
                List.of(),
                List.of());
        assertThat(AccessPolicy.reasons(grounds, RECORD, NOW))
                .containsExactly("Because.", "Your post works with every child in the district.");
    }

    @Test
    void aClosedRecordAsksForItsListAndForAnotherRule() {
        Grounds.Post district = post("district", "identity");
        assertThat(sees(closed(district, null))).isFalse();
        assertThat(sees(closed(district, OVER))).isFalse();
        assertThat(sees(closed(district, LIVE))).isTrue();
        assertThat(sees(closed(post("own", "identity"), LIVE))).isFalse();
    }

    @Test
    void everyClosedPersonOfARecordMustListTheAccount() {
        Grounds both = new Grounds(
                ME,
                true,
                List.of(post("district", "identity")),
                List.of(),
                List.of(),
                List.of(new Seal(CHILD, "restricted", LIVE), new Seal(UUID.randomUUID(), "sealed", null)));
        assertThat(sees(both)).isFalse();
    }

    @Test
    void emergencyAccessOpensRestrictedButNeitherSealedNorExcludedRecords() {
        Post may = new Post("p", null, LIVE, List.of(), Set.of(Action.BREAK_GLASS.code()));
        assertThat(glass(new Grounds(ME, true, List.of(may), List.of(), List.of(), List.of())))
                .isTrue();
        assertThat(glass(new Grounds(
                        ME, true, List.of(may), List.of(), List.of(), List.of(new Seal(CHILD, "restricted", null)))))
                .isTrue();
        assertThat(glass(new Grounds(
                        ME, true, List.of(may), List.of(), List.of(), List.of(new Seal(CHILD, "sealed", null)))))
                .isFalse();
        assertThat(glass(
                        new Grounds(ME, true, List.of(may), List.of(), List.of(new Exclusion(CHILD, LIVE)), List.of())))
                .isFalse();
        assertThat(glass(new Grounds(ME, true, List.of(), List.of(), List.of(), List.of())))
                .isFalse();
        assertThat(glass(new Grounds(ME, false, List.of(may), List.of(), List.of(), List.of())))
                .isFalse();
    }

    @Test
    void whatMaySeeIsNotYetWhatMayDo() {
        Grounds seesOnly = grounds(post("district", "identity"));
        assertThat(AccessPolicy.decide(seesOnly, Action.CHANGE, RECORD, NOW)).isInstanceOf(Decision.Refused.class);
        Post may = new Post(
                "p",
                null,
                LIVE,
                List.of(new Line("district", Set.of("identity"), Set.of())),
                Set.of("change", "unseal"));
        assertThat(AccessPolicy.decide(grounds(may), Action.CHANGE, RECORD, NOW).allowed())
                .isTrue();
        assertThat(AccessPolicy.decide(grounds(may), Action.UNSEAL, RECORD, NOW))
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.secondPerson()).isTrue());
    }

    @Property(tries = 500)
    void anEndedAccountSeesNothing(@ForAll("anyGrounds") Grounds any) {
        Grounds ended = new Grounds(ME, false, any.posts(), any.relationships(), any.exclusions(), any.seals());
        for (Action action : Action.values()) {
            assertThat(AccessPolicy.decide(ended, action, RECORD, NOW).allowed())
                    .isFalse();
            assertThat(AccessPolicy.decide(ended, action, NOW).allowed()).isFalse();
        }
        assertThat(AccessPolicy.reasons(ended, RECORD, NOW)).isEmpty();
    }

    @Property(tries = 500)
    void addingAnExclusionNeverOpensAndALiveOneAlwaysCloses(
            @ForAll("anyGrounds") Grounds any, @ForAll("spans") Span span) {
        List<Exclusion> more = new ArrayList<>(any.exclusions());
        more.add(new Exclusion(CHILD, span));
        Grounds excluded = new Grounds(ME, any.active(), any.posts(), any.relationships(), more, any.seals());
        assertThat(sees(excluded) && !sees(any)).isFalse();
        if (span.covers(NOW)) {
            assertThat(sees(excluded)).isFalse();
        }
    }

    @Property(tries = 500)
    void addingASealNeverOpens(@ForAll("anyGrounds") Grounds any, @ForAll("spans") Span span) {
        List<Seal> more = new ArrayList<>(any.seals());
        more.add(new Seal(UUID.randomUUID(), "sealed", span));
        Grounds shut = new Grounds(ME, any.active(), any.posts(), any.relationships(), any.exclusions(), more);
        assertThat(sees(shut) && !sees(any)).isFalse();
    }

    @Property(tries = 500)
    void addingARelationshipNeverCloses(@ForAll("anyGrounds") Grounds any, @ForAll("spans") Span span) {
        List<Relationship> more = new ArrayList<>(any.relationships());
        more.add(related(ME, null, span));
        Grounds wider = new Grounds(ME, any.active(), any.posts(), more, any.exclusions(), any.seals());
        assertThat(sees(any) && !sees(wider)).isFalse();
    }

    @Property(tries = 500)
    void whoeverSeesIsToldWhyAndNobodyElseIs(@ForAll("anyGrounds") Grounds any) {
        assertThat(AccessPolicy.reasons(any, RECORD, NOW).isEmpty()).isEqualTo(!sees(any));
    }

    @Provide
    Arbitrary<Span> spans() {
        return Arbitraries.of(
                LIVE,
                OVER,
                LATER,
                new Span(NOW, NOW.plusSeconds(1)),
                new Span(NOW.minusSeconds(9), NOW.minusSeconds(1)));
    }

    @Provide
    Arbitrary<Grounds> anyGrounds() {
        Arbitrary<Post> posts = Combinators.combine(
                        Arbitraries.of("own", "team", "district", "district:children", "district:adults", "none"),
                        Arbitraries.of("identity", "referral"),
                        spans())
                .as(AccessPolicyTests::held);
        Arbitrary<Relationship> relationships = Combinators.combine(
                        Arbitraries.of(ME, TEAM, UUID.randomUUID()),
                        Arbitraries.<Set<String>>of(Set.of("identity"), Set.of("referral"))
                                .injectNull(0.4),
                        spans())
                .as(AccessPolicyTests::related);
        Arbitrary<Exclusion> exclusions = Combinators.combine(Arbitraries.of(CHILD, UUID.randomUUID()), spans())
                .as(Exclusion::new);
        Arbitrary<Seal> seals = Combinators.combine(Arbitraries.of("sealed", "restricted"), spans().injectNull(0.3))
                .as((level, span) -> new Seal(CHILD, level, span));
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        posts.list().ofMaxSize(3),
                        relationships.list().ofMaxSize(3),
                        exclusions.list().ofMaxSize(1),
                        seals.list().ofMaxSize(2))
                .as((active, held, related, away, seal) -> new Grounds(ME, active, held, related, away, seal));
    }

    private static boolean glass(Grounds grounds) {
        return AccessPolicy.glassOpens(grounds, RECORD, NOW);
    }

    private static boolean sees(Grounds grounds) {
        return decide(grounds, RECORD).allowed();
    }

    private static Decision decide(Grounds grounds, RecordFacts record) {
        return AccessPolicy.decide(grounds, Action.VIEW, record, NOW);
    }

    private static Grounds grounds(Post post, Relationship... relationships) {
        return new Grounds(ME, true, List.of(post), List.of(relationships), List.of(), List.of());
    }

    private static Grounds closed(Post post, @Nullable Span listed) {
        return new Grounds(ME, true, List.of(post), List.of(), List.of(), List.of(new Seal(CHILD, "sealed", listed)));
    }

    private static Post post(String reach, String kind) {
        return held(reach, kind, LIVE);
    }

    private static Post held(String reach, String kind, Span span) {
        return new Post("post", TEAM, span, List.of(new Line(reach, Set.of(kind), Set.of())), Set.of());
    }

    private static Relationship related(UUID holder, @Nullable Set<String> kinds, Span span) {
        return new Relationship(holder, CHILD, "allocated", kinds, span, "Because.");
    }
}
