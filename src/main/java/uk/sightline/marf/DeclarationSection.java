package uk.sightline.marf;

import java.util.List;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** Block J: what is declared when it is sent. */
final class DeclarationSection implements Section {

    static final String KEY = "declaration";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Check and send";
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.choice("lateCode", "Why it was written up late", "breach-reason"),
                Field.text("lateWords", "In your own words"),
                Field.tick("accurate", "True as far as I know"),
                Field.tick("notice", "I have read how this information is used"),
                Field.choice("feedback", "Tell me the outcome by", "marf-feedback"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!answers.has("accurate")) {
            wrong.add("accurate", "Tick that this is true as far as you know");
        }
        if (!answers.has("notice")) {
            wrong.add("notice", "Read how this information is used, and tick that you have");
        }
        if (!filling.chosen(answers, "feedback", "marf-feedback")) {
            wrong.add("feedback", "Choose how to be told the outcome");
        }
    }

    /** @param late a call was not written up in time, and the reason is asked (PRACTICE §0.11) */
    FieldErrors errors(Answers answers, Filling filling, boolean late) {
        FieldErrors.Builder wrong = FieldErrors.builder();
        if (late && !filling.chosen(answers, "lateCode", "breach-reason")) {
            wrong.add("lateCode", "Choose why the call is written up late");
        }
        if (late && !answers.has("lateWords")) {
            wrong.add("lateWords", "Say in your own words why it is late");
        }
        Basics.check(answers, fields(filling), filling, wrong);
        check(answers, filling, wrong);
        return wrong.build();
    }

    static ReferralForm.Declaration read(Answers answers) {
        return new ReferralForm.Declaration(answers.has("accurate"), answers.has("notice"), answers.text("feedback"));
    }
}
