package uk.sightline.marf;

import java.util.List;
import uk.sightline.govuk.FieldErrors;

/** Block E, what is feared and what helps: kept apart from the facts. */
final class WorrySection implements Section {

    static final String KEY = "worry";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "What you are worried about";
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.text("worry", "What you worry will happen if nothing is done"),
                Field.text("changed", "What has changed now"),
                Field.text("previous", "What has happened before"),
                Field.text("injuries", "Injuries"),
                Field.text("protective", "What keeps them safe"),
                Field.text("tried", "What has been tried, and what it did"),
                Field.text("hoped", "What you hope for"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!answers.has("worry")) {
            wrong.add("worry", "Say what you are worried will happen if nothing is done");
        }
    }
}
