package uk.sightline.marf;

import java.util.ArrayList;
import java.util.List;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm.FamilyMember;

/** Block D: family and others who matter to the person. Whether it is safe to contact each must be said. */
final class FamilySection implements Section {

    static final String KEY = "family";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Family and people close to them";
    }

    @Override
    public boolean optional(Filling filling) {
        return true;
    }

    @Override
    public boolean repeated() {
        return true;
    }

    @Override
    public List<Field> fields(Filling filling) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("name", "Name"),
                Field.choice("relationship", "Relationship", "relationship-kind"),
                Field.choice("safe", "Safe to contact", "safe-to-contact"),
                Field.text("contact", "How to reach them"),
                Field.text("birth", "Date of birth or age"),
                Field.yesNo("sameAddress", "Same address"),
                Field.text("risk", "Risk to workers"),
                Field.yesNo("interpreter", "Interpreter needed")));
        if (!filling.draft().adult()) {
            fields.add(3, Field.choice("responsibility", "Parental responsibility", "parental-responsibility"));
        }
        return fields;
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!answers.has("name")) {
            wrong.add("name", "Enter a name, or words like \"mother's partner\"");
        }
        if (!filling.chosen(answers, "relationship", "relationship-kind")) {
            wrong.add("relationship", "Choose what they are to the person");
        }
        if (!filling.chosen(answers, "safe", "safe-to-contact")) {
            wrong.add("safe", "Say whether it is safe to contact them. \"Not known\" is an answer");
        }
    }

    static List<FamilyMember> read(Draft draft) {
        return draft.entries(KEY).stream()
                .map(key -> member(draft.answers(key), draft.adult()))
                .toList();
    }

    private static FamilyMember member(Answers answers, boolean adult) {
        return new FamilyMember(
                answers.text("name"),
                answers.orNull("birth"),
                answers.text("relationship"),
                adult ? null : answers.orNull("responsibility"),
                answers.yes("sameAddress"),
                answers.orNull("contact"),
                answers.text("safe"),
                answers.orNull("risk"),
                answers.yes("interpreter"));
    }
}
