package uk.sightline.levels;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.levels.Counted.When;
import uk.sightline.levels.Weighing.Reason;
import uk.sightline.levels.Weighing.Strand;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.LevelRule;
import uk.sightline.reference.LevelRule.Condition;
import uk.sightline.reference.Levels;
import uk.sightline.reference.Tool;
import uk.sightline.reference.Tool.AnswerClass;
import uk.sightline.reference.Tool.Proposal;
import uk.sightline.reference.Tool.Rating;
import uk.sightline.reference.ToolDomain;

/**
 * The rule by which a tool's answers become a level: the first rule that holds gives it, floors hold it up (PRACTICE
 * §2.3). Everything that counted is in the result.
 */
public final class LevelRules {

    private final Tool tool;
    private final Levels levels;

    public LevelRules(Tool tool, Levels levels) {
        this.tool = tool;
        this.levels = levels;
    }

    /** @param answers by the indicator's code; one that is missing was not asked */
    public Weighing weigh(Map<String, Answer> answers, Circumstances around) {
        List<Counted> counted = counted(answers, around.day());
        List<Reason> reasons = reasons(counted, around);
        String level =
                reasons.stream().map(Reason::level).reduce(levels::higher).orElseThrow();
        List<String> unknown = unknownDomains(answers);
        return new Weighing(
                level,
                points(counted),
                counted,
                reasons,
                strands(counted, around, level),
                ratings(counted),
                unknown,
                tool.indicators().filter(each -> !said(answers, each).isKnown()).toList(),
                tool.unknownDomains() > 0 && unknown.size() >= tool.unknownDomains(),
                then(counted, around));
    }

    /** What a decided level proposes, given what counted and how old the person is. */
    public List<Proposal> proposals(Weighing weighing, String decided, @Nullable Integer age) {
        int level = levels.of(decided);
        return tool.proposals().stream()
                .filter(each -> level >= levels.of(each.atLeast()))
                .filter(each -> each.atMost() == null || level <= levels.of(each.atMost()))
                .filter(each -> each.tag() == null || weighing.speaksOf(each.tag()))
                .filter(each -> fits(each, age))
                .toList();
    }

    private static boolean fits(Proposal proposal, @Nullable Integer age) {
        boolean any = proposal.from() == 0 && proposal.to() == null;
        return any || age != null && age >= proposal.from() && (proposal.to() == null || age <= proposal.to());
    }

    private List<Counted> counted(Map<String, Answer> answers, LocalDate day) {
        List<Counted> counted = new ArrayList<>();
        for (ToolDomain domain : tool.domains()) {
            for (Indicator indicator : domain.indicators()) {
                Answer answer = answers.get(indicator.code());
                if (answer != null && answer.said().isYes()) {
                    counted.add(counted(domain, indicator, answer, day));
                }
            }
        }
        return counted;
    }

    private Counted counted(ToolDomain domain, Indicator indicator, Answer answer, LocalDate day) {
        AnswerClass counts = tool.answerClass(
                Objects.requireNonNull(indicator.answerClass() == null ? answer.judged() : indicator.answerClass()));
        When when = when(counts, answer, day);
        boolean suspected = answer.said() == Said.SUSPECTED;
        int points = switch (when) {
            case CURRENT, ALWAYS -> counts.current();
            case RECENT -> counts.recent();
            case BOTH -> counts.current() + counts.recent();
            case PAST -> 0;
        };
        return new Counted(indicator, domain.key(), counts, when, suspected, suspected ? (points + 1) / 2 : points);
    }

    private When when(AnswerClass counts, Answer answer, LocalDate day) {
        if (counts.always()) {
            return When.ALWAYS;
        }
        LocalDate seen = answer.lastSeen();
        if (seen == null || !seen.isBefore(day.minusMonths(tool.current()))) {
            return answer.earlier() ? When.BOTH : When.CURRENT;
        }
        return seen.isBefore(day.minusMonths(tool.recent())) ? When.PAST : When.RECENT;
    }

    private static int points(List<Counted> counted) {
        return counted.stream().mapToInt(Counted::points).sum();
    }

    /** The rule that gives the level, and every floor that holds. */
    private List<Reason> reasons(List<Counted> counted, Circumstances around) {
        LevelRule first = tool.rules().stream()
                .filter(rule -> holds(rule.when(), counted, around))
                .findFirst()
                .orElseThrow();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(first.level(), first.because(), false, false));
        tool.floors().stream()
                .filter(floor -> holds(floor.when(), counted, around))
                .map(floor -> new Reason(
                        floor.level(), floor.because(), true, levels.of(floor.level()) > levels.of(first.level())))
                .forEach(reasons::add);
        return reasons;
    }

    private boolean holds(Condition when, List<Counted> counted, Circumstances around) {
        return points(counted) >= when.points()
                && around.missing() >= when.missing()
                && (when.ageUnder() == null || around.age() != null && around.age() < when.ageUnder())
                && (when.fact() == null || around.facts().contains(when.fact()))
                && when.codes().stream().allMatch(code -> isNow(counted, code))
                && counts(when, counted);
    }

    private static boolean isNow(List<Counted> counted, String code) {
        return counted.stream().anyMatch(each -> each.indicator().code().equals(code) && each.isNow());
    }

    private static boolean counts(Condition when, List<Counted> counted) {
        if (when.classes().isEmpty()) {
            return true;
        }
        List<Counted> those = counted.stream()
                .filter(Counted::isNow)
                .filter(each -> when.classes().contains(each.answerClass().key()))
                .filter(each -> !when.certain() || !each.suspected())
                .filter(each -> when.tag() == null || each.indicator().tags().contains(when.tag()))
                .toList();
        return those.size() >= when.least()
                && those.stream().map(Counted::domain).distinct().count() >= when.domains();
    }

    private Set<String> then(List<Counted> counted, Circumstances around) {
        Set<String> then = new LinkedHashSet<>();
        Stream<LevelRule> first = tool.rules().stream()
                .filter(rule -> holds(rule.when(), counted, around))
                .limit(1);
        Stream<LevelRule> floors = tool.floors().stream().filter(rule -> holds(rule.when(), counted, around));
        Stream.concat(first, floors).forEach(rule -> then.addAll(rule.then()));
        return then;
    }

    /** What bears on a strand is weighed by itself; the weightiest strand carries the level of the whole. */
    private List<Strand> strands(List<Counted> counted, Circumstances around, String whole) {
        List<Strand> strands = new ArrayList<>(tool.strands().entrySet().stream()
                .filter(strand -> counted.stream().anyMatch(speaksOf(strand.getKey())))
                .map(strand -> strand(strand.getKey(), strand.getValue(), counted, around))
                .sorted(Comparator.comparingInt((Strand each) -> levels.of(each.level()))
                        .thenComparingInt(Strand::points)
                        .reversed())
                .toList());
        if (!strands.isEmpty()) {
            Strand first = strands.getFirst();
            strands.set(0, new Strand(first.tag(), first.strand(), whole, first.points()));
        }
        return strands;
    }

    private static Predicate<Counted> speaksOf(String tag) {
        return each -> each.indicator().tags().contains(tag) && each.when() != When.PAST;
    }

    private Strand strand(String tag, String code, List<Counted> counted, Circumstances around) {
        List<Counted> bearing =
                counted.stream().filter(each -> each.indicator().bearsOn(tag)).toList();
        String level = reasons(bearing, around).stream()
                .map(Reason::level)
                .reduce(levels::higher)
                .orElseThrow();
        return new Strand(tag, code, level, points(bearing));
    }

    private Map<String, Rating> ratings(List<Counted> counted) {
        return tool.domains().stream()
                .collect(toMap(
                        ToolDomain::key,
                        domain -> counted.stream()
                                .filter(each -> each.domain().equals(domain.key()))
                                .map(each -> each.isNow() ? each.answerClass().rates() : Rating.LOW)
                                .reduce(Rating.NONE, Rating::or),
                        Rating::or,
                        LinkedHashMap::new));
    }

    private List<String> unknownDomains(Map<String, Answer> answers) {
        return tool.domains().stream()
                .filter(domain -> domain.indicators().stream()
                        .noneMatch(each -> said(answers, each).isKnown()))
                .map(ToolDomain::key)
                .toList();
    }

    private static Said said(Map<String, Answer> answers, Indicator indicator) {
        Answer answer = answers.get(indicator.code());
        return answer == null ? Said.NOT_ASKED : answer.said();
    }
}
