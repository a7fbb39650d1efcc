package uk.sightline.referrals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.sightline.identity.BirthDate;
import uk.sightline.levels.Answer;
import uk.sightline.levels.Circumstances;
import uk.sightline.levels.Said;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;
import uk.sightline.referrals.ReferralForm.Assessment;

/** What a referrer answered and said of the person, as the rules read it. */
final class SentAnswers {

    private SentAnswers() {}

    /** What was answered and the tool can count. */
    static Map<String, Answer> of(Assessment sent, Tool tool) {
        Map<String, Answer> answers = new HashMap<>();
        for (ReferralForm.Said each : sent.answers()) {
            boolean counts = tool.indicator(each.indicator())
                    .filter(indicator -> indicator.answerClass() != null)
                    .isPresent();
            Said.of(each.said())
                    .filter(said -> counts)
                    .ifPresent(said -> answers.put(each.indicator(), new Answer(said, null, each.seen(), false)));
        }
        return answers;
    }

    static Circumstances around(ReferralForm.Subject said, LocalDate receivedOn, PracticePack pack) {
        Integer age = AgeSpan.birth(said.born(), said.ageEstimate(), receivedOn)
                .ageOn(receivedOn)
                .map(BirthDate.Age::least)
                .orElse(null);
        return new Circumstances(receivedOn, age, disabilities(said, pack), 0);
    }

    /** As the rules name them: each by itself, and that there is any. */
    private static Set<String> disabilities(ReferralForm.Subject said, PracticePack pack) {
        Set<String> facts = new HashSet<>();
        for (String code : said.disabilities()) {
            facts.add("disability-" + code);
            if (pack.codes("disability")
                    .find(code)
                    .map(each -> each.fact("excludes"))
                    .isEmpty()) {
                facts.add("disability");
            }
        }
        return facts;
    }
}
