package uk.sightline.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.sightline.levels.Answer;
import uk.sightline.levels.Counted;
import uk.sightline.levels.LevelRules;
import uk.sightline.levels.Said;
import uk.sightline.levels.Weighing;
import uk.sightline.platform.London;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.Levels;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;
import uk.sightline.reference.ToolDomain;
import uk.sightline.referrals.ReferralForm.Assessment;

/**
 * The assessment that came with a referral, weighed for whoever triages it: the level with every reason, what counts, and
 * what is unknown. The referrer never sees it; a named person decides.
 *
 * @param about the first subject, whom it is about, where the form has others; else null
 * @param level null when nothing was answered with yes or no: no knowledge is no low level
 * @param then what the rule asks for at once, whatever is decided
 * @param partial why it is not whole, in words; null when it is
 */
record SentAssessment(
        @Nullable String about,
        @Nullable String level,
        int points,
        boolean provisional,
        List<Because> because,
        List<Line> counted,
        List<String> answeredNo,
        List<String> notes,
        List<String> unknown,
        List<String> then,
        @Nullable String partial,
        String tool,
        String disclaimer) {

    /** A rule or floor that holds. */
    record Because(String level, String words, boolean floor, boolean raises) {}

    /** What one yes counts. */
    record Line(String text, String when, int points) {}

    /** Null when none came. */
    static @Nullable SentAssessment of(ReferralForm form, LocalDate receivedOn, PracticePack pack) {
        Assessment sent = form.assessment();
        if (sent == null || form.subjects().isEmpty()) {
            return null;
        }
        return pack.tools().stream()
                .filter(tool -> tool.key().equals(sent.tool()) && tool.version().equals(sent.version()))
                .findFirst()
                .map(tool -> weighed(form, sent, tool, receivedOn, pack))
                .orElseGet(() -> unweighed(form, sent, pack));
    }

    private static SentAssessment weighed(
            ReferralForm form, Assessment sent, Tool tool, LocalDate receivedOn, PracticePack pack) {
        Levels levels = new Levels(pack.codes(tool.levels()));
        Map<String, Answer> answers = SentAnswers.of(sent, tool);
        Weighing weighing = new LevelRules(tool, levels)
                .weigh(answers, SentAnswers.around(form.subjects().getFirst(), receivedOn, pack));
        boolean known = answers.values().stream().anyMatch(each -> each.said().isKnown());
        return new SentAssessment(
                about(form),
                known ? levels.label(weighing.level()) : null,
                weighing.points(),
                weighing.provisional(),
                weighing.reasons().stream()
                        .map(each ->
                                new Because(levels.label(each.level()), each.because(), each.floor(), each.raises()))
                        .toList(),
                weighing.counted().stream().map(each -> line(each, answers)).toList(),
                tool.indicators()
                        .filter(each -> said(answers, each) == Said.NO)
                        .map(Indicator::text)
                        .toList(),
                notes(sent, tool),
                weighing.unknownDomains().stream().map(key -> label(tool, key)).toList(),
                weighing.then().stream()
                        .map(action -> pack.codes("assessment-action").label(action))
                        .toList(),
                partial(sent, pack),
                "%s %s".formatted(tool.name(), tool.version()),
                "%s %s.".formatted(tool.disclaimer(), tool.standing().label()));
    }

    /** The pack no longer has the tool: what was answered is shown by its codes. */
    private static SentAssessment unweighed(ReferralForm form, Assessment sent, PracticePack pack) {
        return new SentAssessment(
                about(form),
                null,
                0,
                false,
                List.of(),
                List.of(),
                List.of(),
                sent.answers().stream()
                        .map(each -> each.indicator() + ": " + each.said())
                        .toList(),
                List.of(),
                List.of(),
                partial(sent, pack),
                "%s %s".formatted(sent.tool(), sent.version()),
                "This tool is no longer in the practice pack, so nothing is weighed.");
    }

    private static @Nullable String about(ReferralForm form) {
        return form.subjects().size() == 1 ? null : form.subjects().getFirst().name();
    }

    private static Said said(Map<String, Answer> answers, Indicator indicator) {
        Answer answer = answers.get(indicator.code());
        return answer == null ? Said.NOT_ASKED : answer.said();
    }

    private static Line line(Counted counted, Map<String, Answer> answers) {
        LocalDate seen =
                Objects.requireNonNull(answers.get(counted.indicator().code())).lastSeen();
        String when = seen == null
                ? "no date given"
                : London.shortDay(seen) + ": " + counted.when().words();
        return new Line(
                counted.indicator().text(), counted.suspected() ? "suspected, " + when : when, counted.points());
    }

    private static List<String> notes(Assessment sent, Tool tool) {
        return sent.notes().stream()
                .map(each -> label(tool, each.domain()) + ": " + each.text())
                .toList();
    }

    private static String label(Tool tool, String domain) {
        return tool.domain(domain).map(ToolDomain::label).orElse(domain);
    }

    private static @Nullable String partial(Assessment sent, PracticePack pack) {
        if (sent.partial() == null) {
            return null;
        }
        String why = pack.codes("marf-assessment-partial").label(sent.partial());
        return sent.partialWords() == null ? why : why + ": " + sent.partialWords();
    }

    /** The line that is seen while the rest is folded away. */
    String summary() {
        if (level == null) {
            return "Assessment sent with the referral: nothing that can be weighed";
        }
        return "Assessment sent with the referral: %s%s".formatted(level, provisional ? ", provisional" : "");
    }
}
