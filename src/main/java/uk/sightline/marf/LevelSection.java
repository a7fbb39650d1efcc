package uk.sightline.marf;

import java.util.ArrayList;
import java.util.List;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** Block G: the referrer's own view of the level of need, beside the one the rule proposes. */
final class LevelSection implements Section {

    static final String KEY = "level";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Level of need";
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(Field.level("level", "Level of need"), Field.text("why", "Why this level"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!filling.chosen(answers, "level", "level-of-need")) {
            wrong.add("level", "Choose the level of need as you see it");
        }
        if (!answers.has("why")) {
            wrong.add("why", "Say in a sentence why you chose this level");
        }
    }

    /** The level chosen, 1 to 4; 0 when none is. */
    static int chosen(Draft draft) {
        String level = draft.answers(KEY).text("level");
        return level.matches("[1-4]") ? Integer.parseInt(level) : 0;
    }

    /** The level as the referrer sees it, with the signs they ticked and what the rule proposed: both are kept. */
    static ReferralForm.Need read(Filling filling) {
        List<String> why = new ArrayList<>(List.of(filling.of(Sections.LEVEL).text("why")));
        String signs = Sections.SIGNS.fields(filling).getFirst().words(filling.of(Sections.SIGNS), filling.pack());
        if (!signs.isEmpty()) {
            why.add("Signs ticked: " + signs + ".");
        }
        LevelRule proposed = LevelRule.propose(filling);
        if (proposed.level() > 0) {
            why.add("The rule proposed level %d: %s."
                    .formatted(proposed.level(), String.join("; ", proposed.reasons())));
        }
        return new ReferralForm.Need(chosen(filling.draft()), String.join("\n", why));
    }
}
