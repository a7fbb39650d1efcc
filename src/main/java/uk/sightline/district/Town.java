package uk.sightline.district;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.clocks.WorkingDays;
import uk.sightline.referrals.PastReferral.Place;

/**
 * Everything that a story of the district is told with.
 *
 * @param teamOf the id of a team by its key
 */
record Town(
        Plan plan,
        Population population,
        PackCodes codes,
        Workers workers,
        WorkTime time,
        Function<String, UUID> teamOf) {

    static Town of(Plan plan, PackCodes codes, Function<String, UUID> teamOf) {
        return new Town(
                plan,
                plan.population(codes.urns()),
                codes,
                Workers.of(plan, codes.pack()),
                new WorkTime(WorkingDays.of(codes.pack())),
                teamOf);
    }

    /** One of the workers of a team. */
    Worker oneOf(String team, Dice dice) {
        return dice.pick(workers.in(team));
    }

    /** What a worker's organisation is called. */
    String agencyOf(Worker worker) {
        String team = worker.team();
        return team.startsWith("school:")
                ? placesOf(worker).getFirst().label()
                : codes.pack().agency(codes.pack().team(team).agency()).label();
    }

    /** The schools and homes that share what a worker refers. */
    List<Place> placesOf(Worker worker) {
        String team = worker.team();
        return team.startsWith("school:")
                ? List.of(new Place(
                        teamOf.apply(team),
                        codes.pack()
                                .school(team.substring("school:".length()))
                                .orElseThrow()
                                .label()))
                : List.of();
    }
}
