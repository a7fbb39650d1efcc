package uk.sightline.marf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** Block H: who knows of this, and who has agreed (PRACTICE §1.3). The hard stop itself is {@link ConsentRule}. */
final class ConsentSection implements Section {

    static final String KEY = "consent";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Consent and who knows";
    }

    @Override
    public List<Field> fields(Filling filling) {
        List<Field> fields = new ArrayList<>();
        if (!filling.draft().adult()) {
            fields.add(Field.choice("parentInformed", "Parents or carers told", "parent-informed"));
            fields.add(Field.text("whyNotInformed", "Why they have not been told"));
        }
        fields.add(Field.choice("sharing", "Consent to share", "consent-to-share"));
        fields.add(Field.text("givenBy", "Given by"));
        fields.add(Field.text("covers", "Whose information it covers"));
        if (filling.draft().adult()) {
            fields.add(Field.text("capacity", "Ability to decide about this"));
            fields.add(Field.choice("basis", "Why it is shared without consent", "consent-override"));
            fields.add(Field.text("basisReason", "Reason"));
        } else {
            fields.add(Field.choice("childView", "The child's own view asked for", "child-view"));
            fields.add(Field.text("competence", "Understanding of the young person"));
        }
        return fields;
    }

    /** The way past the hard stop is chosen on a page of its own. */
    @Override
    public Answers kept(Answers typed, Filling filling) {
        Answers before = filling.of(this);
        return typed.withAll("route", before.all("route")).withAll("routeReason", before.all("routeReason"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!filling.draft().adult()) {
            checkParents(answers, filling, wrong);
        }
        if (!filling.chosen(answers, "sharing", "consent-to-share")) {
            wrong.add("sharing", "Say whether there is consent to share this");
        }
        if (answers.says("sharing", "given") && !answers.has("givenBy")) {
            wrong.add("givenBy", "Say who gave consent, and what they are to the person");
        }
        if (filling.draft().adult()) {
            checkAdult(answers, filling, wrong);
        } else if (!filling.draft().unborn() && !filling.chosen(answers, "childView", "child-view")) {
            wrong.add("childView", "Say whether the child was asked for their own view");
        }
    }

    private static void checkParents(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!filling.chosen(answers, "parentInformed", "parent-informed")) {
            wrong.add("parentInformed", "Say whether parents or carers have been told");
        } else if (!answers.says("parentInformed", "yes") && !answers.has("whyNotInformed")) {
            wrong.add("whyNotInformed", "Say why they have not been told. Do not leave this blank");
        }
    }

    /** An adult decides for themselves; to share without their consent, even at level 4, needs a ground and a reason. */
    private static void checkAdult(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!answers.has("capacity")) {
            wrong.add("capacity", "Say whether they can decide about this referral, or that you do not know");
        }
        boolean without = answers.has("sharing") && !answers.says("sharing", "given");
        if (without && LevelSection.chosen(filling.draft()) == 4) {
            if (!filling.chosen(answers, "basis", "consent-override")) {
                wrong.add("basis", "Choose why this is shared without their consent");
            }
            if (!answers.has("basisReason")) {
                wrong.add("basisReason", "Say in your own words why this is shared without their consent");
            }
        }
    }

    static ReferralForm.Consent read(Draft draft) {
        Answers answers = draft.answers(KEY);
        boolean adult = draft.adult();
        boolean given = answers.says("sharing", "given");
        boolean told = answers.says("parentInformed", "yes");
        return new ReferralForm.Consent(
                adult ? null : answers.orNull("parentInformed"),
                adult || told ? null : answers.orNull("whyNotInformed"),
                answers.text("sharing"),
                given ? answers.orNull("givenBy") : null,
                answers.orNull("covers"),
                adult ? null : answers.orNull("childView"),
                adult ? null : answers.orNull("competence"),
                adult ? answers.orNull("capacity") : null,
                adult && !given ? answers.orNull("basis") : null,
                adult && !given ? answers.orNull("basisReason") : null,
                route(draft),
                route(draft) == null ? null : answers.orNull("routeReason"));
    }

    /** The way the hard stop was passed, as long as it still stands in the way or was raised over. */
    static @Nullable String route(Draft draft) {
        Answers answers = draft.answers(KEY);
        if (ConsentRule.of(draft) == ConsentRule.INTELLIGENCE) {
            return ConsentRule.INTELLIGENCE_ONLY;
        }
        boolean raised = LevelSection.chosen(draft) == 4 && !answers.says("sharing", "given");
        return raised && answers.says("route", ConsentRule.UPGRADE) ? ConsentRule.UPGRADE : null;
    }
}
