package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.clocks.BulkClocks.Late;
import uk.sightline.reference.Code;
import uk.sightline.reference.Team;
import uk.sightline.referrals.PastReferral.Routed;

/** What became of a referral on the list of the team it was passed to, as far as there was time. */
final class Passing {

    private static final List<String> MEETING = List.of("DRAM-1", "DRAM-2", "DRAM-3", "DRAM-3", "DRAM-6");

    /** Whoever was late has said why within this time; of the last days a few still have to. */
    private static final Duration UNSAID = Duration.ofDays(6);

    private final Instant decided;
    private final Instant now;
    private final @Nullable Routed routed;

    private final boolean ends;

    /** @param ends whether the work is done in its time; otherwise it is still on the list */
    Passing(Town town, Verdict verdict, Instant decided, Dice dice, boolean ends) {
        this.decided = decided;
        this.now = town.plan().at();
        this.ends = ends;
        this.routed = routed(town, verdict, dice);
    }

    @Nullable Routed routed() {
        return routed;
    }

    /** When nothing was left to do. */
    @Nullable Instant closed() {
        return routed == null ? decided : routed.ended();
    }

    private @Nullable Routed routed(Town town, Verdict verdict, Dice dice) {
        Code code = town
                .codes()
                .pack()
                .codes("referral-decision")
                .current(town.plan().on())
                .stream()
                .filter(each -> each.code().equals(verdict.outcome()))
                .findFirst()
                .orElseThrow();
        String route = code.in("route");
        String clock = code.fact("clock");
        return route == null || clock == null ? null : routed(town, route, clock, dice);
    }

    private @Nullable Routed routed(Town town, String route, String clock, Dice dice) {
        List<Team> teams = town.codes().pack().teamsReceiving(route).stream()
                .filter(team -> !town.workers().in(team.key()).isEmpty())
                .toList();
        if (teams.isEmpty()) {
            return null;
        }
        Team team = route.equals("allocated-worker") ? dice.pick(teams) : teams.getFirst();
        Worker worker = town.oneOf(team.key(), dice);
        Instant taken = town.time().after(decided, dice.between(15, 200));
        boolean late = dice.chance(9);
        Instant ended = town.time().after(taken, late ? dice.between(1_400, 4_200) : dice.between(20, 250));
        boolean over = ends && ended.isBefore(now);
        boolean begun = taken.isBefore(now);
        return new Routed(
                route,
                town.teamOf().apply(team.key()),
                clock,
                begun ? worker.id() : null,
                begun ? taken : null,
                over ? ended : null,
                over && route.equals("dram") ? dice.pick(MEETING) : null,
                over ? "Done and recorded; the family was seen or told." : null,
                over && (late || ended.isBefore(now.minus(UNSAID)))
                        ? new Late(
                                "waiting-for-family", "The family could not be reached at first.", worker.id(), ended)
                        : null);
    }
}
