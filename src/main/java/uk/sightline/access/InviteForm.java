package uk.sightline.access;

import java.util.regex.Pattern;
import uk.sightline.govuk.FieldErrors;

/**
 * Who is to be invited, as typed.
 *
 * @param by {@code mail} or {@code hand}: how they get the link
 */
record InviteForm(String name, String email, String agency, String post, String team, String by) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:.]+");
    private static final int LONGEST = 200;

    static InviteForm blank() {
        return new InviteForm("", "", "", "", "", "mail");
    }

    static boolean isEmail(String text) {
        return text.length() <= LONGEST && EMAIL.matcher(text.strip()).matches();
    }

    FieldErrors errors(PostRules rules) {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (name.isBlank() || name.length() > LONGEST) {
            errors.add("name", "Enter the person's name, in at most " + LONGEST + " characters");
        }
        if (!isEmail(email)) {
            errors.add("email", "Enter an e-mail address, like name@agency.example");
        }
        if (!rules.hasAgency(agency)) {
            errors.add("agency", "Choose an agency");
        }
        rules.check(agency, post, team, errors);
        return errors.build();
    }
}
