package uk.sightline.marf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.BirthDateReader;
import uk.sightline.identity.BirthDateReader.Reading;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;

/** Block C: a person the referral is about. Brothers and sisters share a form; only what is known has to be given. */
final class PersonSection implements Section {

    static final String KEY = "people";

    private static final String NONE_KNOWN = "NONE";

    /** What brothers and sisters who are added start with. */
    static final List<String> SHARED_BY_SIBLINGS = List.of("address", "postcode", "noAddress", "language", "ethnicity");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Who it is about";
    }

    @Override
    public boolean repeated() {
        return true;
    }

    @Override
    public List<Field> fields(Filling filling) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("name", "Name"));
        fields.add(Field.text("knownAs", "Also known as"));
        fields.add(
                filling.draft().unborn()
                        ? Field.date("due", "Expected date of birth")
                        : Field.text("birth", "Date of birth or age"));
        fields.add(Field.choice("sex", "Sex", "sex"));
        fields.add(Field.choice("ethnicity", "Ethnicity", "ethnicity"));
        fields.add(Field.choice("disabilities", "Disability", "disability"));
        fields.add(Field.text("impact", "How it affects keeping safe"));
        fields.add(Field.text("address", "Address"));
        fields.add(Field.text("postcode", "Postcode"));
        fields.add(Field.tick("noAddress", "Address not known"));
        fields.add(Field.text("whereabouts", "Where they are now, if not at home"));
        if (!filling.draft().adult()) {
            fields.add(Field.text("school", "School or college"));
            fields.add(Field.choice("careStatus", "Care status", "care-status"));
            fields.add(Field.text("placingAuthority", "Council that placed them"));
            fields.add(Field.choice("sen", "Special educational needs", "send-status"));
            fields.add(Field.text("upn", "Unique pupil number"));
            fields.add(Field.text("laChild", "Local authority child number"));
        }
        fields.addAll(MORE);
        return fields;
    }

    private static final List<Field> MORE = List.of(
            Field.text("phone", "Telephone"),
            Field.text("handles", "Accounts online"),
            Field.text("nhs", "NHS number"),
            Field.text("pnc", "Police National Computer number"),
            Field.text("gp", "GP practice"),
            Field.choice("language", "First language", "language"),
            Field.yesNo("interpreter", "Interpreter needed"),
            Field.text("communication", "How they like to communicate"),
            Field.choice("gender", "Gender identity, if they have told you", "gender-identity"),
            Field.text("pronouns", "Pronouns"),
            Field.choice("religion", "Religion", "religion"),
            Field.choice("nationality", "Nationality", "nationality"),
            Field.choice("immigration", "Immigration status", "immigration-status"),
            Field.choice("legalStatus", "Legal status", "legal-status"),
            Field.text("description", "What they look like"));

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        boolean unborn = filling.draft().unborn();
        if (!answers.has("name")) {
            wrong.add("name", unborn ? "Enter the mother's name, like \"Unborn baby of Sam Lee\"" : "Enter their name");
        }
        checkBirth(answers, filling, wrong);
        if (!filling.chosen(answers, "ethnicity", "ethnicity")) {
            wrong.add("ethnicity", "Choose their ethnicity. \"Not yet recorded\" is an answer");
        }
        if (!unborn) {
            checkDisability(answers, wrong);
        }
        checkAddress(answers, wrong);
        checkNumber(answers, "nhs", IdentifierScheme.NHS_NUMBER, wrong);
        checkNumber(answers, "upn", IdentifierScheme.UPN, wrong);
        checkNumber(answers, "laChild", IdentifierScheme.LA_CHILD_ID, wrong);
        checkNumber(answers, "pnc", IdentifierScheme.PNC_ID, wrong);
        checkNumber(answers, "postcode", IdentifierScheme.POSTCODE, wrong);
    }

    private static void checkBirth(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (filling.draft().unborn()) {
            String problem = answers.date("due").problem("Expected date of birth");
            if (problem != null) {
                wrong.add("due", problem, "due-day");
            } else if (!dueSoon(answers.date("due").date(), filling.today())) {
                wrong.add("due", "Expected date of birth must be within the next 10 months", "due-day");
            }
        } else if (!answers.has("birth")) {
            wrong.add("birth", "Enter a date of birth or an age. \"About 14\" and \"not known\" are answers");
        } else if (reading(answers.text("birth"), filling.today()) instanceof Reading.Refused refused) {
            wrong.add("birth", refused.reason());
        }
    }

    /** A baby may be a few weeks late. */
    private static boolean dueSoon(Optional<LocalDate> due, LocalDate today) {
        return due.filter(day -> day.isAfter(today.minusWeeks(4)) && day.isBefore(today.plusMonths(10)))
                .isPresent();
    }

    private static void checkDisability(Answers answers, FieldErrors.Builder wrong) {
        if (answers.all("disabilities").isEmpty()) {
            wrong.add("disabilities", "Choose any disability you know of, or \"None known\"");
        } else if (disabled(answers) && answers.says("disabilities", NONE_KNOWN)) {
            wrong.add("disabilities", "Choose either disabilities or \"None known\", not both");
        } else if (disabled(answers) && !answers.has("impact")) {
            wrong.add("impact", "Say how this affects their ability to keep safe");
        }
    }

    static boolean disabled(Answers answers) {
        return answers.all("disabilities").stream().anyMatch(code -> !code.equals(NONE_KNOWN));
    }

    private static void checkAddress(Answers answers, FieldErrors.Builder wrong) {
        if (!answers.has("address") && !answers.has("postcode") && !answers.has("noAddress")) {
            wrong.add("address", "Enter an address or a postcode, or tick that you do not know it");
        }
    }

    private static void checkNumber(Answers answers, String name, IdentifierScheme scheme, FieldErrors.Builder wrong) {
        if (answers.has(name) && scheme.check(answers.text(name)) instanceof Checked.Invalid no) {
            wrong.add(name, no.reason());
        }
    }

    /** What is understood of the birth date, where something is. */
    static Optional<BirthDate> birth(Answers answers, LocalDate today) {
        return answers.has("birth")
                        && reading(answers.text("birth"), today) instanceof Reading.Understood(BirthDate date)
                ? Optional.of(date)
                : Optional.empty();
    }

    /** The question asks for an age too, so a number of one to three digits is one. */
    private static Reading reading(String typed, LocalDate today) {
        return BirthDateReader.read(typed.matches("\\d{1,3}") ? "age " + typed : typed, today);
    }
}
