package uk.sightline.referrals;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.platform.London;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Team;

/** The decisions that can be made on a referral, and where each sends it: the pack's {@code referral-decision}. */
@Component
class Outcomes {

    private static final String SET = "referral-decision";

    /** Routes whose team works with the person and not only with this referral. */
    private static final Set<String> WHOLE_PERSON = Set.of("dram", "strategy", "allocated-worker", "adult-concern");

    private final PracticePack pack;
    private final InstantSource time;

    Outcomes(PracticePack pack, InstantSource time) {
        this.pack = pack;
        this.time = time;
    }

    /** Those that may be chosen today for a referral about this kind of person. */
    List<Outcome> choices(String about) {
        return pack.codes(SET).current(London.date(time.instant())).stream()
                .map(this::outcome)
                .filter(outcome -> outcome.fits(about))
                .toList();
    }

    /** @throws RuleBroken when the pack does not offer it for this kind of person */
    Outcome chosen(String code, String about) {
        return choices(about).stream()
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("outcome", "Choose a decision from the list"));
    }

    String label(String code) {
        return pack.codes(SET).label(code);
    }

    private Outcome outcome(Code code) {
        String route = code.in("route");
        return new Outcome(
                code.code(),
                code.label(),
                code.help(),
                route,
                code.fact("clock"),
                Optional.ofNullable(code.fact("subject")).orElse("any"),
                route == null ? List.of() : pack.teamsReceiving(route));
    }

    /**
     * A decision that can be made.
     *
     * @param route code of {@code route}; null when nothing is passed on
     * @param clock the rule that starts for the receiving team
     * @param subject {@code child}, {@code adult} or {@code any}
     * @param teams who take it, the one to propose first
     */
    record Outcome(
            String code,
            String label,
            @Nullable String help,
            @Nullable String route,
            @Nullable String clock,
            String subject,
            List<Team> teams) {

        boolean passesOn() {
            return route != null && clock != null && !teams.isEmpty();
        }

        boolean isDuplicate() {
            return code.equals("duplicate");
        }

        /** Whether the receiving team works with the whole person. */
        boolean opensPerson() {
            return route != null && WHOLE_PERSON.contains(route);
        }

        private boolean fits(String about) {
            return switch (about) {
                case "adult" -> !subject.equals("child");
                case "turning-18" -> true;
                default -> !subject.equals("adult");
            };
        }
    }
}
