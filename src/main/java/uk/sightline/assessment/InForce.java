package uk.sightline.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Records;
import uk.sightline.cases.Cases;
import uk.sightline.cases.LevelDecision;
import uk.sightline.clocks.Clocks;
import uk.sightline.levels.LevelRules;
import uk.sightline.levels.Weighing.Strand;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;

/**
 * What follows when a level is decided: the assessment before it is replaced, the next review has its clock, and what the
 * level proposes is on the list of the team that decides about it. Which clock and which team, the codes of the levels say.
 */
@Component
class InForce {

    /** The levels that the work with a person is told in; a tool with others keeps its own. */
    private static final String LEVELS = "exploitation-level";

    private static final String REVIEW = "review";
    private static final String CLOCK = "clock";
    private static final String ROUTE = "route";

    private final AssessmentStore store;
    private final FollowUpStore followUps;
    private final Cases cases;
    private final Records records;
    private final Colleagues colleagues;
    private final Clocks clocks;
    private final PracticePack pack;
    private final InstantSource time;

    InForce(
            AssessmentStore store,
            FollowUpStore followUps,
            Cases cases,
            Records records,
            Colleagues colleagues,
            Clocks clocks,
            PracticePack pack,
            InstantSource time) {
        this.store = store;
        this.followUps = followUps;
        this.cases = cases;
        this.records = records;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.pack = pack;
        this.time = time;
    }

    /** @param countersignedBy the manager, where the level is lower; null otherwise */
    void begin(Sheet sheet, Decided decided, @Nullable UUID countersignedBy) {
        String level = decided.level();
        replaceEarlier(sheet);
        if (!decided.strands().isEmpty() && LEVELS.equals(sheet.tool().levels())) {
            cases.decided(new LevelDecision(
                    sheet.row().personId(),
                    decided.strands(),
                    calculated(sheet),
                    decided.why(),
                    decided.by(),
                    new LevelDecision.Source(
                            LevelDecision.Kind.ASSESSMENT, sheet.row().id()),
                    countersignedBy));
        }
        Code code = pack.codes(sheet.tool().levels()).find(level).orElseThrow();
        Instant now = time.instant();
        UUID team = team(sheet, code);
        start(code.fact(REVIEW), sheet, team, now);
        if (sheet.weighing().provisional()) {
            start(Assessments.TO_FINISH, sheet, team, now);
        }
        if (propose(sheet, level)) {
            start(code.fact(CLOCK), sheet, team, now);
        }
    }

    static Map<String, String> calculated(Sheet sheet) {
        return sheet.weighing().strands().stream().collect(Collectors.toMap(Strand::strand, Strand::level));
    }

    private void replaceEarlier(Sheet sheet) {
        store.ofPerson(sheet.row().personId()).stream()
                .filter(row -> row.tool().equals(sheet.row().tool()))
                .filter(row -> row.state() == AssessmentState.ACTIVE)
                .filter(row -> !row.id().equals(sheet.row().id()))
                .forEach(row -> {
                    store.end(row, row.state().step(AssessmentAction.SUPERSEDE), null, time.instant());
                    Assessments.workDone(records, row);
                    Stream.concat(reviews(sheet.tool()), Stream.of(Assessments.TO_FINISH))
                            .forEach(rule -> clocks.stopForOthers(
                                    row.id(), rule, "Replaced by " + sheet.row().reference()));
                });
    }

    private Stream<String> reviews(Tool tool) {
        return pack.codes(tool.levels()).codes().stream()
                .map(code -> code.fact(REVIEW))
                .flatMap(Stream::ofNullable)
                .distinct();
    }

    /** The team that takes it from here sees the assessment and knows who it is about. */
    private UUID team(Sheet sheet, Code level) {
        String route = level.fact(ROUTE);
        if (route == null) {
            return sheet.row().team();
        }
        UUID team = colleagues.team(pack.teamsReceiving(route).getFirst().key()).id();
        String reason = "Assessment %s came to your team: %s."
                .formatted(sheet.row().reference(), level.label().toLowerCase(Locale.UK));
        records.relate(
                team, sheet.row().id(), Beginnings.TEAM, Set.of(sheet.row().kind()), reason, null);
        records.relate(
                team,
                sheet.row().personId(),
                Beginnings.via(sheet.row().reference()),
                Set.of("identity"),
                reason,
                null);
        return team;
    }

    private void start(@Nullable String rule, Sheet sheet, UUID team, Instant now) {
        if (rule != null) {
            AssessmentRow row = sheet.row();
            clocks.start(rule, row.id(), row.kind(), row.reference(), team, null, now);
        }
    }

    /** @return whether it proposes anything */
    private boolean propose(Sheet sheet, String level) {
        List<Map.Entry<String, String>> proposed = new ArrayList<>();
        sheet.weighing().then().forEach(action -> proposed.add(Map.entry(action, "The rule of the tool asks for it.")));
        new LevelRules(sheet.tool(), sheet.levels())
                .proposals(sheet.weighing(), level, sheet.around().age())
                .forEach(each -> proposed.add(Map.entry(each.action(), each.because() + ".")));
        for (int no = 0; no < proposed.size(); no++) {
            followUps.add(
                    sheet.row().id(),
                    no,
                    proposed.get(no).getKey(),
                    proposed.get(no).getValue());
        }
        return !proposed.isEmpty();
    }
}
