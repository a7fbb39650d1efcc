package uk.sightline.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.assessment.ResultView.Because;
import uk.sightline.assessment.ResultView.CountedLine;
import uk.sightline.assessment.ResultView.StrandLine;
import uk.sightline.assessment.ResultView.Threshold;
import uk.sightline.levels.Counted;
import uk.sightline.levels.Weighing;
import uk.sightline.platform.London;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.ToolDomain;

/** Puts what the rule made of the answers into words, beside what it was the time before. */
@Component
class Results {

    private final AssessmentStore store;
    private final Sheets sheets;
    private final PracticePack pack;

    Results(AssessmentStore store, Sheets sheets, PracticePack pack) {
        this.store = store;
        this.sheets = sheets;
        this.pack = pack;
    }

    ResultView of(Sheet sheet) {
        Weighing weighing = sheet.weighing();
        Optional<Sheet> before =
                Optional.ofNullable(sheet.row().from()).flatMap(store::find).map(sheets::of);
        return new ResultView(
                sheet.levels().label(weighing.level()),
                weighing.points(),
                weighing.provisional(),
                weighing.reasons().stream()
                        .map(each -> new Because(
                                sheet.levels().label(each.level()), each.because(), each.floor(), each.raises()))
                        .toList(),
                weighing.strands().stream()
                        .map(each -> new StrandLine(
                                Words.strand(pack, sheet.tool(), each.strand()),
                                sheet.levels().label(each.level()),
                                each.points()))
                        .toList(),
                lines(sheet, weighing.counted()),
                lines(sheet, weighing.harm()),
                thresholds(sheet),
                before.map(Results::decided).orElse(null),
                before.map(earlier -> changes(earlier, sheet)).orElse(List.of()),
                weighing.unknownDomains().stream()
                        .map(key ->
                                sheet.tool().domain(key).map(ToolDomain::label).orElse(key))
                        .toList(),
                weighing.open().size(),
                weighing.then().stream()
                        .map(action -> pack.codes("assessment-action").label(action))
                        .toList(),
                sheet.tool().disclaimer(),
                sheet.tool().standing().label());
    }

    private static String decided(Sheet before) {
        AssessmentRow row = before.row();
        String level =
                Objects.requireNonNullElse(row.decided(), before.weighing().level());
        return "%s, %s".formatted(before.levels().label(level), London.day(row.aboutOn()));
    }

    private static List<CountedLine> lines(Sheet sheet, List<Counted> counted) {
        return counted.stream().map(each -> line(sheet, each)).toList();
    }

    private static CountedLine line(Sheet sheet, Counted counted) {
        Answered answer = sheet.answers().get(counted.indicator().code());
        LocalDate seen = answer == null ? null : answer.lastSeen();
        return new CountedLine(
                counted.indicator().code(),
                counted.indicator().text(),
                counted.answerClass().label(),
                when(counted, seen),
                counted.suspected() ? "suspected" : "",
                counted.points());
    }

    private static String when(Counted counted, @Nullable LocalDate seen) {
        if (seen == null) {
            return counted.when() == Counted.When.ALWAYS
                    ? counted.when().words()
                    : "no date given, so it counts as current";
        }
        return London.shortDay(seen) + ": " + counted.when().words();
    }

    private static List<Threshold> thresholds(Sheet sheet) {
        return sheet.tool().rules().stream()
                .filter(rule ->
                        rule.when().points() > 1 && rule.when().classes().isEmpty())
                .map(rule -> new Threshold(rule.when().points(), sheet.levels().label(rule.level())))
                .sorted(Comparator.comparingInt(Threshold::points))
                .toList();
    }

    /** What is new, what is gone and what weighs differently because time has passed. */
    private static List<String> changes(Sheet before, Sheet now) {
        List<String> changes = new ArrayList<>();
        for (Indicator indicator : now.tool().indicators().toList()) {
            Optional<Counted> then = before.weighing().counted(indicator.code());
            Optional<Counted> today = now.weighing().counted(indicator.code());
            if (then.isEmpty() && today.isPresent()) {
                changes.add("New: " + indicator.text());
            } else if (then.isPresent() && today.isEmpty()) {
                changes.add("No longer: " + indicator.text());
            } else if (then.isPresent()
                    && today.isPresent()
                    && then.get().points() != today.get().points()) {
                changes.add("%s: %d points, before %d"
                        .formatted(
                                indicator.text(),
                                today.get().points(),
                                then.get().points()));
            }
        }
        return changes;
    }

    /** Names of the classes of a tool, for those who judge. */
    static Map<String, String> classes(Sheet sheet) {
        Map<String, String> classes = new LinkedHashMap<>();
        sheet.tool().classes().forEach(each -> classes.put(each.key(), each.label()));
        return classes;
    }
}
