package uk.sightline.marf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** Block A, the first 20 seconds: immediate danger, and who it is about. */
final class OpeningSection implements Section {

    static final String KEY = "start";
    static final String WORKER = "worker";
    static final String PHONED = "phoned";
    static final String CSA_REPORT = "csa-report";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Danger, and who it is about";
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.yesNo("danger", "Somebody is in danger now"),
                Field.choice("about", "It is about", "referral-subject"),
                Field.choice("also", "Also", "marf-also"),
                Field.text(WORKER, "Who already works with them"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (answers.yes("danger") == null) {
            wrong.add("danger", "Say whether anybody is in danger now");
        }
        if (!filling.chosen(answers, "about", "referral-subject")) {
            wrong.add("about", "Say who this is about");
        }
    }

    static boolean danger(Draft draft) {
        return draft.answers(KEY).says("danger", "yes");
    }

    static boolean alsoSays(Draft draft, String code) {
        return draft.answers(KEY).says("also", code);
    }

    static @Nullable String worker(Draft draft) {
        Answers answers = draft.answers(KEY);
        return answers.says("also", WORKER)
                ? answers.given(WORKER).orElse("Somebody already works with them; the name is not known")
                : null;
    }

    static ReferralForm.Opening read(Draft draft) {
        return new ReferralForm.Opening(
                draft.about(),
                danger(draft) ? DangerSection.read(draft.answers(DangerSection.KEY)) : null,
                worker(draft),
                CallSection.rung(draft) ? CallSection.read(draft.answers(CallSection.KEY)) : null,
                alsoSays(draft, CSA_REPORT) ? CsaSection.read(draft.answers(CsaSection.KEY)) : null);
    }
}
