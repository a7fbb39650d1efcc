package uk.sightline.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.sightline.assessment.AnswerStore.Analysis;
import uk.sightline.assessment.AnswerStore.Reply;
import uk.sightline.levels.Circumstances;
import uk.sightline.levels.Weighing;
import uk.sightline.people.PersonCard;
import uk.sightline.reference.Levels;
import uk.sightline.reference.Prompt;
import uk.sightline.reference.Tool;
import uk.sightline.reference.ToolDomain;

/**
 * An assessment with all that is answered in it, and what the rule makes of that.
 *
 * @param answers by the indicator's code
 * @param analyses by the domain's key
 */
record Sheet(
        AssessmentRow row,
        Tool tool,
        Levels levels,
        PersonCard person,
        Map<String, Answered> answers,
        Map<String, Analysis> analyses,
        List<Reply> replies,
        Circumstances around,
        Weighing weighing) {

    Optional<Reply> reply(String prompt, String question) {
        return replies.stream()
                .filter(each -> each.prompt().equals(prompt) && each.question().equals(question))
                .findFirst();
    }

    /** Questions of a group that are required and still open. */
    List<Prompt.Question> open(Prompt prompt) {
        String when = prompt.requiredWhen();
        if (when != null && !around.facts().contains(when)) {
            return List.of();
        }
        return prompt.questions().stream()
                .filter(question -> !question.optional())
                .filter(question -> reply(prompt.key(), question.key()).isEmpty())
                .toList();
    }

    /** Domains rated high of which nobody has said yet what to make of it (PRACTICE §2.2). */
    List<ToolDomain> unanalysed() {
        return tool.domains().stream()
                .filter(domain -> weighing.domains().get(domain.key()) == Tool.Rating.HIGH)
                .filter(domain -> analysis(domain.key()) == null)
                .toList();
    }

    @Nullable String analysis(String domain) {
        Analysis found = analyses.get(domain);
        return found == null || found.body().isBlank() ? null : found.body();
    }

    Set<String> protective(String domain) {
        Analysis found = analyses.get(domain);
        return found == null ? Set.of() : found.protective();
    }

    /** How many of a domain's indicators have been answered with yes or no. */
    long known(ToolDomain domain) {
        return domain.indicators().stream()
                .map(each -> answers.get(each.code()))
                .filter(each -> each != null && each.said().isKnown())
                .count();
    }
}
