package uk.sightline.referrals;

import static uk.sightline.referrals.Referrals.KIND;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.BulkRecords;
import uk.sightline.access.BulkRecords.Related;
import uk.sightline.access.RecordFacts;
import uk.sightline.clocks.BulkClocks;
import uk.sightline.clocks.BulkClocks.Late;
import uk.sightline.clocks.BulkClocks.Stopped;
import uk.sightline.platform.London;
import uk.sightline.referrals.PastReferral.Decided;

/**
 * Many referrals at once, with what has happened to them: everything that receiving, triage, decision and answer would
 * have written, but the receipts by which a form sent twice is told, and the acts in the log, which only those who acted
 * can write.
 */
@Component
public class BulkReferrals {

    private static final Set<String> ONLY = Set.of(KIND);

    private final BulkRecords records;
    private final BulkClocks clocks;
    private final Outcomes outcomes;
    private final ReferralRows rows;

    BulkReferrals(BulkRecords records, BulkClocks clocks, Outcomes outcomes, ReferralRows rows) {
        this.outcomes = outcomes;
        this.records = records;
        this.clocks = clocks;
        this.rows = rows;
    }

    /** Adds referrals. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<PastReferral> referrals) {
        records.keep(referrals.stream().map(BulkReferrals::facts).toList());
        BulkRecords.Sight sight = records.sight();
        records.relate(referrals.stream()
                .flatMap(referral -> related(referral, sight).stream())
                .toList());
        rows.write(referrals);
        clocks.add(
                referrals.stream().flatMap(referral -> ran(referral).stream()).toList());
    }

    private static RecordFacts facts(PastReferral referral) {
        AgeSpan age = AgeSpan.of(referral.form(), London.date(referral.received()));
        return new RecordFacts(referral.id(), KIND, age.childUntil(), age.adultFrom(), Set.copyOf(referral.persons()));
    }

    private List<Related> related(PastReferral referral, BulkRecords.Sight sight) {
        List<Related> related = new ArrayList<>();
        Instant at = referral.received();
        @Nullable Instant done = doneHere(referral);
        related.add(worked(referral, referral.team(), "team", "It is on the list of your team.", at, done, sight));
        if (referral.channel() == Channel.PORTAL) {
            related.add(opened(referral, referral.sender(), "referrer", "You made this referral.", at));
            String there = "Somebody at your place made this referral.";
            referral.places().forEach(place -> related.add(opened(referral, place, "referrer", there, at)));
        } else if (referral.channel() == Channel.PHONE) {
            String taken = "You took this referral by telephone.";
            related.add(worked(referral, referral.sender(), "taker", taken, at, done, sight));
        }
        PastReferral.Claim claim = referral.claim();
        if (claim != null) {
            related.add(worked(referral, claim.owner(), "owner", "It is yours to decide.", claim.at(), done, sight));
        }
        PastReferral.Routed routed = referral.routing();
        if (routed != null && referral.decision() != null) {
            related.addAll(received(referral, routed, referral.decision(), sight));
        }
        return related;
    }

    private List<Related> received(
            PastReferral referral, PastReferral.Routed routed, Decided decided, BulkRecords.Sight sight) {
        List<Related> related = new ArrayList<>();
        Outcomes.Outcome outcome =
                outcomes.chosen(decided.outcome(), referral.form().opening().about());
        String reason = "Referral %s was passed to your team: %s.".formatted(referral.reference(), outcome.label());
        @Nullable Instant done = referral.answered() == null ? null : routed.ended();
        related.add(worked(referral, routed.team(), "team", reason, decided.at(), done, sight));
        UUID owner = routed.owner();
        Instant taken = routed.taken();
        if (owner != null && taken != null) {
            related.add(worked(referral, owner, "owner", "You took it on for your team.", taken, done, sight));
        }
        @Nullable Set<String> kinds = outcome.opensPerson() ? null : Set.of("identity");
        String via = "referral:" + referral.reference();
        referral.persons().stream()
                .distinct()
                .forEach(person -> related.add(new Related(
                        routed.team(),
                        person,
                        via,
                        kinds,
                        reason,
                        decided.at(),
                        done == null ? null : sight.tail(done))));
        return related;
    }

    /** When those who decided it had nothing left to do; null while they have. */
    private static @Nullable Instant doneHere(PastReferral referral) {
        PastReferral.Told told = referral.answered();
        PastReferral.Routed routed = referral.routing();
        if (told == null || inDanger(referral)) {
            return null;
        }
        return routed != null && routed.team().equals(referral.team()) ? routed.ended() : told.at();
    }

    /** Nobody has given the log number of the police yet: that clock runs. */
    private static boolean inDanger(PastReferral referral) {
        ReferralForm.Danger danger = referral.form().opening().danger();
        return danger != null && danger.logNumber() == null;
    }

    /** Opened for work, and ended with it. */
    private static Related worked(
            PastReferral referral,
            UUID holder,
            String via,
            String reason,
            Instant from,
            @Nullable Instant done,
            BulkRecords.Sight sight) {
        @Nullable Instant until = done == null ? null : sight.ends(holder, facts(referral), done);
        return new Related(holder, referral.id(), via, ONLY, reason, from, until);
    }

    private static Related opened(PastReferral referral, UUID holder, String via, String reason, Instant from) {
        return new Related(holder, referral.id(), via, ONLY, reason, from, null);
    }

    /** The clock of the answer, that of the receiving list, and that of immediate danger. */
    private static List<BulkClocks.Past> ran(PastReferral referral) {
        List<BulkClocks.Past> ran = new ArrayList<>();
        PastReferral.Told told = referral.answered();
        ran.add(clock(
                referral,
                referral.clock(),
                referral.team(),
                referral.owner(),
                referral.received(),
                told == null ? null : new Stopped(told.at(), told.by(), "The referrer was told."),
                referral.late()));
        PastReferral.Routed routed = referral.routing();
        Decided decided = referral.decision();
        if (routed != null && decided != null) {
            ran.add(clock(
                    referral,
                    routed.clock(),
                    routed.team(),
                    routed.owner(),
                    decided.at(),
                    stopped(routed, decided.by()),
                    routed.late()));
        }
        if (inDanger(referral)) {
            ran.add(clock(
                    referral,
                    Referrals.DANGER_CLOCK,
                    referral.team(),
                    referral.owner(),
                    referral.received(),
                    null,
                    null));
        }
        return ran;
    }

    private static @Nullable Stopped stopped(PastReferral.Routed routed, UUID otherwise) {
        Instant ended = routed.ended();
        UUID by = routed.owner() == null ? otherwise : routed.owner();
        return ended == null ? null : new Stopped(ended, by, String.valueOf(routed.evidence()));
    }

    private static BulkClocks.Past clock(
            PastReferral referral,
            String rule,
            UUID team,
            @Nullable UUID owner,
            Instant started,
            @Nullable Stopped stopped,
            @Nullable Late late) {
        return new BulkClocks.Past(
                rule,
                referral.id(),
                KIND,
                referral.reference(),
                team,
                owner,
                referral.sender(),
                started,
                stopped,
                late);
    }
}
