package uk.sightline.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Action;
import uk.sightline.assessment.AnswerStore.Analysis;
import uk.sightline.assessment.AnswerStore.Reply;
import uk.sightline.assessment.Answered.Typed;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.levels.Said;
import uk.sightline.platform.Actor;

/**
 * Keeps what is answered. Several colleagues answer one assessment: only what somebody changed is kept, and what a colleague
 * changed since the page was opened is never written over, but shown beside what was typed.
 */
@Service
@Transactional
public class Answering {

    private final Assessments assessments;
    private final AssessmentStore store;
    private final AnswerStore answers;
    private final Audit audit;

    Answering(Assessments assessments, AssessmentStore store, AnswerStore answers, Audit audit) {
        this.assessments = assessments;
        this.store = store;
        this.answers = answers;
        this.audit = audit;
    }

    /**
     * Keeps the answers of a domain's page.
     *
     * @return the codes of what was not kept, because a colleague changed it meanwhile
     */
    Set<String> domain(UUID id, DomainForm form) {
        AssessmentRow row = assessments.hold(id, Action.ASSESS);
        row.state().step(AssessmentAction.ANSWER);
        Map<String, Answered> now = answers.answers(id);
        List<String> kept = new ArrayList<>();
        Set<String> behind = new LinkedHashSet<>();
        for (Typed read : form.answers()) {
            Answered latest = now.get(read.indicator());
            Typed typed = form.completed(read, latest);
            if (latest == null ? isNothing(typed) : latest.says(typed)) {
                continue;
            }
            if (latest != null && isOthers(latest.by(), latest.id(), form.basedOn(typed.indicator()))) {
                behind.add(typed.indicator());
                continue;
            }
            answers.answer(id, typed, null);
            kept.add(typed.indicator());
        }
        if (!analysis(id, form)) {
            behind.add(DomainForm.ANALYSIS);
        }
        if (!kept.isEmpty()) {
            audit.record(Act.on("change", row.kind(), id).detail(row.reference() + ": " + String.join(" ", kept)));
        }
        return behind;
    }

    /** @return whether it was kept, or had nothing to keep */
    private boolean analysis(UUID id, DomainForm form) {
        if (!form.asksAnalysis()) {
            return true;
        }
        Analysis latest = answers.analyses(id).get(form.domain());
        boolean same = latest == null
                ? form.analysis().isEmpty() && form.protective().isEmpty()
                : latest.body().equals(form.analysis()) && latest.protective().equals(form.protective());
        if (same) {
            return true;
        }
        if (latest != null && isOthers(latest.by(), latest.id(), form.basedOn(DomainForm.ANALYSIS))) {
            return false;
        }
        answers.analyse(id, form.domain(), form.analysis(), form.protective());
        return true;
    }

    /** Keeps the answers of a group of questions; the same rule holds. */
    Set<String> prompt(UUID id, PromptForm form) {
        AssessmentRow row = assessments.hold(id, Action.ASSESS);
        row.state().step(AssessmentAction.ANSWER);
        List<Reply> now = answers.replies(id);
        Set<String> behind = new LinkedHashSet<>();
        for (PromptForm.Typed typed : form.replies()) {
            Reply latest = now.stream()
                    .filter(reply -> reply.prompt().equals(form.prompt().key())
                            && reply.question().equals(typed.question()))
                    .findFirst()
                    .orElse(null);
            boolean same = latest == null
                    ? typed.isNothing()
                    : Objects.equals(latest.body(), typed.body())
                            && latest.codes().equals(typed.codes());
            if (same) {
                continue;
            }
            if (latest != null && isOthers(latest.by(), latest.id(), form.basedOn(typed.question()))) {
                behind.add(typed.question());
                continue;
            }
            answers.reply(id, form.prompt().key(), typed.question(), typed.body(), typed.codes(), null);
        }
        audit.record(Act.on("change", row.kind(), id)
                .detail(row.reference() + ": " + form.prompt().key()));
        return behind;
    }

    /** Why it is done, as of which day, and how often the person was missing in the month before. */
    void about(UUID id, AboutForm form) {
        AssessmentRow row = assessments.hold(id, Action.ASSESS, form.version());
        row.state().step(AssessmentAction.ANSWER);
        store.about(row, form.why(), form.missing(), form.aboutOn());
        audit.record(Act.on("change", row.kind(), id).detail(row.reference() + ": about"));
    }

    private static boolean isNothing(Typed typed) {
        return typed.said() == Said.NOT_ASKED && typed.note() == null && typed.judged() == null;
    }

    /** Whether the latest is a colleague's that the form did not begin with. */
    private static boolean isOthers(UUID by, UUID latest, @Nullable UUID basedOn) {
        return !latest.equals(basedOn) && !by.equals(Actor.current().id());
    }
}
