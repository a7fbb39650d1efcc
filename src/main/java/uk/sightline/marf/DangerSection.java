package uk.sightline.marf;

import java.util.List;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** Who rang 999, when, and the police's log number (PRACTICE §1.1 A1, clock C01). */
final class DangerSection implements Section {

    static final String KEY = "danger";

    private static final Moment RUNG = new Moment("rung", "999 was rung");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Ring 999 now";
    }

    @Override
    public boolean asked(Filling filling) {
        return OpeningSection.danger(filling.draft());
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.text("rungBy", "Who rang 999"),
                Field.date("rung", "Day it was rung"),
                Field.text("rungTime", "Time"),
                Field.text("logNumber", "Police log number"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!answers.has("rungBy")) {
            wrong.add("rungBy", "Say who rang 999. If nobody has, ring now");
        }
        RUNG.check(answers, filling, wrong);
    }

    static ReferralForm.Danger read(Answers answers) {
        return new ReferralForm.Danger(
                answers.text("rungBy"), RUNG.read(answers).orElseThrow(), answers.orNull("logNumber"));
    }
}
