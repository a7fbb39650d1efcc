package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.clocks.BulkClocks.Late;
import uk.sightline.platform.London;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.PastReferral;
import uk.sightline.referrals.PastReferral.Claim;
import uk.sightline.referrals.PastReferral.Decided;
import uk.sightline.referrals.PastReferral.Identified;
import uk.sightline.referrals.PastReferral.Told;
import uk.sightline.referrals.ReferralForm;

/**
 * One referral from what was reported to where it stands on the day of the district. Most are long closed. The last ones
 * came so lately that they are with the front door: nobody's yet, somebody's, identified, waiting for a letter, overdue.
 */
final class Story {

    private static final int MONTHS_DAYS = 548;
    private static final int LAST_DAYS = 4;
    private static final int FIRST_MINUTES = 12;
    private static final int MINUTES_OF_ARRIVALS = 585;

    /** What lies on the lists of the teams that it was passed to was decided within this time at the desk. */
    private static final int MINUTES_OF_PASSING = 500;

    private static final int MINUTES_TO_DECIDE = 260;

    /** One in so many of the last ones came when it came, in the night or on a Sunday. */
    private static final int OUT_OF_HOURS = 6;

    private static final int LATE_IN_A_HUNDRED = 11;

    private final Town town;
    private final long number;
    private final Dice dice;
    private final Instant received;
    private final Cast cast;
    private final Reporter reporter;
    private final ReferralForm form;
    private final Worker decider;

    /** Which of those waiting, the latest first; negative for those that had their time. */
    private final long waiting;

    /** Which of those still worked on; negative for those that had their time. */
    private final long open;

    private Story(Town town, long number) {
        this.town = town;
        this.number = number;
        this.dice = Dice.of(town.plan().seed(), "story", number);
        Scale scale = town.plan().scale();
        this.waiting = number - (scale.referrals() - scale.waiting());
        this.open = number - (scale.referrals() - scale.open());
        this.received = received();
        this.cast = Cast.of(town, number, London.date(received));
        this.reporter = Reporter.of(town, cast, dice);
        boolean unlogged = waiting == 3;
        boolean danger = unlogged || dice.chance(4);
        this.form = new FormTeller(town, number, cast, reporter, received).form(danger, !unlogged);
        this.decider = town.oneOf(desk(), dice);
    }

    static PastReferral of(Town town, long number) {
        Story story = new Story(town, number);
        if (story.waiting >= 0) {
            return story.stillHere();
        }
        return story.open >= 0 ? story.passedOn() : story.told();
    }

    static Cast cast(Town town, long number) {
        return new Story(town, number).cast;
    }

    private String desk() {
        return cast.isAdult() ? "adult-mash" : "front-door";
    }

    private Instant received() {
        Instant at = town.plan().at();
        Scale scale = town.plan().scale();
        if (waiting % OUT_OF_HOURS == OUT_OF_HOURS - 1) {
            return at.minus(Duration.ofMinutes(20 + waiting * MINUTES_OF_ARRIVALS / most(scale.waiting())));
        }
        if (waiting >= 0) {
            return town.time().before(at, FIRST_MINUTES + waiting * MINUTES_OF_ARRIVALS / most(scale.waiting()));
        }
        if (open >= 0) {
            long passed = open * MINUTES_OF_PASSING / most(scale.open() - scale.waiting());
            return town.time().before(at, MINUTES_TO_DECIDE + passed);
        }
        long before = Math.max(1, scale.referrals() - scale.open());
        Duration span = Duration.ofDays(MONTHS_DAYS - LAST_DAYS);
        Instant then = at.minus(Duration.ofDays(MONTHS_DAYS))
                .plusMillis((long) (span.toMillis() * ((double) number / before)));
        Instant came = dice.chance(80)
                ? town.time().after(then, dice.below(240))
                : then.plus(Duration.ofMinutes(dice.below(600)));
        Instant latest = at.minus(Duration.ofHours(1));
        return came.isBefore(latest) ? came : latest;
    }

    /** A few are spread as if they were more. */
    private static long most(long referrals) {
        return Math.max(45, referrals);
    }

    private PastReferral told() {
        boolean late = dice.chance(LATE_IN_A_HUNDRED);
        Instant claimed = town.time().after(received, dice.between(8, 140));
        Instant identified = town.time().after(claimed, dice.between(3, 40));
        Instant decided = town.time().after(identified, late ? dice.between(560, 1_300) : dice.between(4, 240));
        return decided.isBefore(town.plan().at()) ? decided(late, claimed, identified, decided) : stillHere();
    }

    /** Decided, answered and, where there was time, finished by the receiving team. */
    private PastReferral decided(boolean late, Instant claimed, Instant identified, Instant decided) {
        Verdict verdict = Verdict.of(cast, form.need().level(), dice);
        return decided(verdict, new Passing(town, verdict, decided, dice, true), late, claimed, identified, decided);
    }

    /** Decided and answered within hours, and on the list of the team it was passed to since. */
    private PastReferral passedOn() {
        Instant claimed = town.time().after(received, dice.between(8, 140));
        Instant identified = town.time().after(claimed, dice.between(3, 40));
        Instant decided = town.time().after(identified, dice.between(4, 60));
        Verdict verdict = Verdict.passing(cast, form.need().level(), dice);
        return decided(verdict, new Passing(town, verdict, decided, dice, false), false, claimed, identified, decided);
    }

    private PastReferral decided(
            Verdict verdict, Passing passing, boolean late, Instant claimed, Instant identified, Instant decided) {
        @Nullable Late why = late
                ? new Late("volume", "More came in that day than the team could read.", decider.id(), decided)
                : null;
        return referral(
                new Claim(decider.id(), claimed),
                identified(identified),
                verdict.decided(decider.id(), decided),
                passing.routed(),
                answer(verdict, decided, true),
                passing.closed(),
                why);
    }

    /** With the front door still, at one of the points where work lies. */
    private PastReferral stillHere() {
        Instant now = town.plan().at();
        boolean nobodys = number % 3 == 0;
        boolean identified = number % 5 == 4 && !nobodys;
        boolean letter = waiting > 0 && waiting % 7 == 0 && identified && !cast.isAdult();
        Instant step = received.plus(Duration.between(received, now).dividedBy(3));
        @Nullable Verdict verdict = letter ? Verdict.advice(form.need().level()) : null;
        @Nullable Late why = number % 4 == 1
                ? new Late(
                        "waiting-for-agency",
                        "School was asked for the address and has not answered.",
                        decider.id(),
                        now.minus(Duration.ofMinutes(5)))
                : null;
        return referral(
                nobodys ? null : new Claim(decider.id(), step),
                identified
                        ? identified(step)
                        : cast.people().stream()
                                .map(person -> Identified.notYet())
                                .toList(),
                verdict == null ? null : verdict.decided(decider.id(), now.minus(Duration.ofMinutes(20))),
                null,
                verdict == null ? null : answer(verdict, now.minus(Duration.ofMinutes(20)), false),
                null,
                why);
    }

    private List<Identified> identified(Instant at) {
        return cast.people().stream()
                .map(person -> {
                    UUID id = town.plan().person(person.index());
                    return new Identified(dice.chance(12) ? "created" : "matched", id, decider.id(), at);
                })
                .toList();
    }

    private Told answer(Verdict verdict, Instant at, boolean sent) {
        String body = "Thank you for telling us. We have decided: %s. Ring the team if anything changes."
                .formatted(verdict.label(town.codes()));
        if (!sent) {
            return new Told(body, "letter", null, false, decider.id(), at);
        }
        String name = reporter.form().name();
        if (reporter.channel() == Channel.PORTAL) {
            return new Told(body, "portal", null, true, decider.id(), at);
        }
        return name == null
                ? new Told(body, "not-possible", "They gave no name.", true, decider.id(), at)
                : new Told(body, "phone", name, true, decider.id(), at);
    }

    private PastReferral referral(
            @Nullable Claim claim,
            List<Identified> people,
            @Nullable Decided decided,
            PastReferral.@Nullable Routed routed,
            @Nullable Told answer,
            @Nullable Instant closed,
            @Nullable Late late) {
        Worker sender = reporter.worker();
        return new PastReferral(
                town.plan().referral(number),
                References.of("R", town.plan().seed(), number),
                form,
                reporter.channel(),
                received,
                reporter.account(),
                town.teamOf().apply(desk()),
                sender == null ? List.of() : town.placesOf(sender),
                claim,
                people,
                decided,
                routed,
                answer,
                closed,
                late);
    }
}
