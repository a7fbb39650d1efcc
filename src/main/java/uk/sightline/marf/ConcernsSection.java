package uk.sightline.marf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** Block F: people, vehicles, numbers and places of concern. Becomes intelligence; never in a family's copy. */
final class ConcernsSection implements Section {

    static final String KEY = "concerns";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "People, places, vehicles and numbers of concern";
    }

    @Override
    public boolean optional(Filling filling) {
        return true;
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.text("names", "Names and nicknames"),
                Field.text("descriptions", "Descriptions"),
                Field.text("vehicles", "Vehicles"),
                Field.text("phones", "Telephone numbers"),
                Field.text("handles", "Accounts online"),
                Field.text("venues", "Places"),
                Field.tick("policeOnly", "For the police only"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        // Any of it helps, and none of it is required.
    }

    static ReferralForm.@Nullable Network read(Answers answers) {
        if (answers.with("policeOnly", null).isBlank()) {
            return null;
        }
        return new ReferralForm.Network(
                answers.orNull("names"),
                answers.orNull("descriptions"),
                answers.orNull("vehicles"),
                answers.orNull("phones"),
                answers.orNull("handles"),
                answers.orNull("venues"),
                answers.has("policeOnly"));
    }
}
