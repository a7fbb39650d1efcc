package uk.sightline.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.clocks.BulkClocks.Late;

/**
 * A referral with all that has happened to it, for a bulk load. How far it has come is told by which parts are there.
 *
 * @param sender the account that sent it or took it down; the public's for a worry
 * @param team whose list it came to
 * @param placesOfSender the schools and homes that share what the sender refers
 * @param people who the subjects turned out to be, one for each in the order of the form
 * @param late why the referrer was told late, if so
 */
public record PastReferral(
        UUID id,
        String reference,
        ReferralForm form,
        Channel channel,
        Instant received,
        UUID sender,
        UUID team,
        List<Place> placesOfSender,
        @Nullable Claim claim,
        List<Identified> people,
        @Nullable Decided decision,
        @Nullable Routed routing,
        @Nullable Told answer,
        @Nullable Instant closed,
        @Nullable Late late) {

    public PastReferral {
        placesOfSender = List.copyOf(placesOfSender);
        people = List.copyOf(people);
    }

    /** A school or home, and how it is called. */
    public record Place(UUID team, String label) {}

    /** Who took it to decide it, and when. */
    public record Claim(UUID owner, Instant at) {}

    /**
     * Who a subject turned out to be.
     *
     * @param state {@code unmatched}, {@code matched} or {@code created}
     * @param person null while nobody has said
     */
    public record Identified(
            String state,
            @Nullable UUID person,
            @Nullable UUID by,
            @Nullable Instant at) {

        /** Nobody has said yet. */
        public static Identified notYet() {
            return new Identified("unmatched", null, null, null);
        }
    }

    /** @param outcome code of {@code referral-decision} */
    public record Decided(String outcome, int level, String reason, UUID by, Instant at) {}

    /**
     * The work that the decision put on another list.
     *
     * @param clock the rule that runs for it
     * @param taken null while nobody has taken it
     * @param ended null while it is not finished
     * @param outcome a code of the receiving list, such as DRAM-3
     */
    public record Routed(
            String route,
            UUID team,
            String clock,
            @Nullable UUID owner,
            @Nullable Instant taken,
            @Nullable Instant ended,
            @Nullable String outcome,
            @Nullable String evidence,
            @Nullable Late late) {}

    /**
     * What the referrer was told.
     *
     * @param how {@code portal}, {@code letter}, {@code phone} or {@code not-possible}
     * @param to who took the call, or why nobody could be told
     * @param sent whether it has gone: a letter waits until somebody approves it
     */
    public record Told(String body, String how, @Nullable String to, boolean sent, UUID by, Instant at) {}

    ReferralState state() {
        if (closed != null) {
            return ReferralState.CLOSED;
        }
        if (answered() != null) {
            return ReferralState.ANSWERED;
        }
        if (decision != null) {
            return ReferralState.DECIDED;
        }
        boolean everybody = people.stream().noneMatch(each -> each.state().equals("unmatched"));
        return everybody ? ReferralState.TRIAGED : ReferralState.ACKNOWLEDGED;
    }

    /** The answer, once the referrer has it. */
    @Nullable Told answered() {
        return answer != null && answer.sent() ? answer : null;
    }

    /** The rule by which the referrer is to be told. */
    String clock() {
        boolean adult = form.opening().about().equals("adult");
        return adult ? form.opening().danger() == null ? "C20A" : "C20B" : "C03";
    }

    /** On whose list it is while it is undecided. */
    @Nullable UUID owner() {
        return claim == null ? null : claim.owner();
    }

    List<UUID> persons() {
        return people.stream().map(Identified::person).filter(Objects::nonNull).toList();
    }
}
