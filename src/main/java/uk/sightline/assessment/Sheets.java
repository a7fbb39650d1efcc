package uk.sightline.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.assessment.AnswerStore.Reply;
import uk.sightline.identity.BirthDate;
import uk.sightline.levels.Answer;
import uk.sightline.levels.Circumstances;
import uk.sightline.levels.LevelRules;
import uk.sightline.levels.Weighing;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.reference.Levels;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Prompt;
import uk.sightline.reference.Tool;

/** Reads assessments whole and weighs them. Row security hides what the actor may not know of. */
@Component
@Transactional
class Sheets {

    private final AssessmentStore store;
    private final AnswerStore answers;
    private final People people;
    private final PracticePack pack;

    Sheets(AssessmentStore store, AnswerStore answers, People people, PracticePack pack) {
        this.store = store;
        this.answers = answers;
        this.people = people;
        this.pack = pack;
    }

    /** @throws NoSuchRecord when there is none that the actor may know of */
    Sheet of(UUID id) {
        return of(store.find(id).orElseThrow(NoSuchRecord::new));
    }

    Sheet of(AssessmentRow row) {
        Tool tool = pack.tool(row.tool(), row.toolVersion());
        PersonCard person = people.card(row.personId()).orElseThrow(NoSuchRecord::new);
        Map<String, Answered> answered = answers.answers(row.id());
        List<Reply> replies = answers.replies(row.id());
        Levels levels = new Levels(pack.codes(tool.levels()));
        Circumstances around = new Circumstances(
                row.aboutOn(), age(person.born(), row.aboutOn()), facts(tool, replies), row.missing());
        Weighing weighing = new LevelRules(tool, levels).weigh(answers(answered), around);
        return new Sheet(row, tool, levels, person, answered, answers.analyses(row.id()), replies, around, weighing);
    }

    private static Map<String, Answer> answers(Map<String, Answered> answered) {
        Map<String, Answer> answers = new HashMap<>();
        answered.forEach((code, each) -> answers.put(code, each.answer()));
        return answers;
    }

    /** The youngest they may be: what holds for somebody under an age holds for somebody who may be. */
    private static @Nullable Integer age(BirthDate born, LocalDate on) {
        return born.ageOn(on).map(BirthDate.Age::least).orElse(null);
    }

    /** What the replies say of the person, for the rules. */
    private Set<String> facts(Tool tool, List<Reply> replies) {
        Set<String> facts = new HashSet<>();
        for (Prompt prompt : tool.prompts()) {
            for (Prompt.Question question : prompt.questions()) {
                replies.stream()
                        .filter(reply -> reply.prompt().equals(prompt.key())
                                && reply.question().equals(question.key()))
                        .forEach(reply -> add(facts, question, reply));
            }
        }
        return facts;
    }

    /** A set holds as a fact of its own when any of its codes was chosen but the one that excludes the others. */
    private void add(Set<String> facts, Prompt.Question question, Reply reply) {
        if (question.fact() != null && "yes".equals(reply.body())) {
            facts.add(question.fact());
        }
        String set = question.set();
        if (set != null) {
            for (String code : reply.codes()) {
                facts.add(set + "-" + code);
                boolean none = pack.codes(set)
                        .find(code)
                        .map(each -> each.fact("excludes"))
                        .isPresent();
                if (!none) {
                    facts.add(set);
                }
            }
        }
    }
}
