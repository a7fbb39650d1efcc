package uk.sightline.marf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.referrals.ReferralForm;

/** Block B: who is worried. Filled in from the account, or by the front door for a caller. */
final class ReferrerSection implements Section {

    static final String KEY = "referrer";

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Who is worried";
    }

    @Override
    public List<Field> fields(Filling filling) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("name", "Name"),
                Field.text("role", "Role"),
                Field.choice("source", "Referring as", "referral-source"),
                Field.agency("agency", "Organisation"),
                Field.text("team", "Team, school or place"),
                Field.text("phone", "Telephone"),
                Field.text("email", "Email"),
                Field.text("relationship", "What they are to the person"),
                Field.text("howKnown", "How they know the person"),
                Field.yesNo("leadConsulted", "Manager or safeguarding lead asked")));
        if (filling.draft().phone()) {
            fields.add(Field.tick("unnamed", "Would not give a name"));
            fields.add(Field.yesNo("tellFamily", "May the family be told who rang"));
        }
        return fields;
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        boolean phone = filling.draft().phone();
        boolean unnamed = phone && answers.has("unnamed");
        if (!unnamed) {
            need(
                    answers,
                    "name",
                    phone ? "Enter the caller's name, or tick that they would not give one" : "Enter your name",
                    wrong);
            need(answers, "phone", "Enter a telephone number to ring back on", wrong);
        }
        if (!phone) {
            need(answers, "role", "Enter your role", wrong);
            need(answers, "agency", "Choose your organisation", wrong);
            need(answers, "email", "Enter your work email address", wrong);
        }
        if (!filling.chosen(answers, "source", "referral-source")) {
            wrong.add("source", "Choose what best describes who is referring");
        }
        checkForms(answers, filling, wrong);
    }

    private static void checkForms(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (answers.has("email") && !EMAIL.matcher(answers.text("email")).matches()) {
            wrong.add("email", "Enter an email address like name@example.org");
        }
        if (answers.has("phone") && IdentifierScheme.PHONE.check(answers.text("phone")) instanceof Checked.Invalid no) {
            wrong.add("phone", no.reason());
        }
        if (answers.has("agency")
                && filling.pack().agencies().stream()
                        .noneMatch(each -> each.key().equals(answers.text("agency")))) {
            wrong.add("agency", "Choose an organisation from the list");
        }
    }

    private static void need(Answers answers, String name, String message, FieldErrors.Builder wrong) {
        if (!answers.has(name)) {
            wrong.add(name, message);
        }
    }

    static ReferralForm.Referrer read(Draft draft) {
        Answers answers = draft.answers(KEY);
        boolean unnamed = draft.phone() && answers.has("unnamed");
        return new ReferralForm.Referrer(
                draft.phone() ? null : draft.owner(),
                unnamed ? null : answers.orNull("name"),
                answers.orNull("role"),
                answers.orNull("agency"),
                answers.orNull("team"),
                answers.orNull("phone"),
                answers.orNull("email"),
                answers.orNull("relationship"),
                answers.orNull("howKnown"),
                answers.yes("leadConsulted"),
                answers.text("source"),
                draft.phone() ? answers.yes("tellFamily") : null);
    }
}
