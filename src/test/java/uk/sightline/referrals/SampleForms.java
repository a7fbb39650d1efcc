package uk.sightline.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Referrals about invented people. */
public final class SampleForms {

    private SampleForms() {}

    public static ReferralForm aboutA14YearOld() {
        return form("child", null, List.of(subject("Amina Testerson", LocalDate.of(2012, 3, 4), null)));
    }

    /** The same with the answers of one side of the child's life. */
    public static ReferralForm assessed(ReferralForm.Said... said) {
        return assessed(new ReferralForm.Assessment("ceat-1", "1.0", List.of(said), List.of(), "one-side", null));
    }

    static ReferralForm assessed(ReferralForm.Assessment assessment) {
        ReferralForm form = aboutA14YearOld();
        return new ReferralForm(
                form.edition(),
                form.opening(),
                form.referrer(),
                form.subjects(),
                form.family(),
                form.concern(),
                form.network(),
                form.need(),
                form.consent(),
                form.attachments(),
                assessment,
                form.declaration());
    }

    public static ReferralForm form(
            String about, ReferralForm.@Nullable Danger danger, List<ReferralForm.Subject> subjects) {
        return new ReferralForm(
                "bradford 2026.1",
                new ReferralForm.Opening(about, danger, null, null, null),
                new ReferralForm.Referrer(
                        null,
                        "Sam Okafor",
                        "Safeguarding lead",
                        "schools",
                        null,
                        "01632 960500",
                        "sam.okafor@school.example",
                        "Teacher",
                        null,
                        true,
                        "2A",
                        null),
                subjects,
                List.of(),
                new ReferralForm.Concern(
                        List.of("CCE", "COUNTY-LINES"),
                        List.of(),
                        "Seen with a new phone and two train tickets.",
                        "Monday after school, at the station.",
                        null,
                        "seen",
                        "I owe them, I can't stop.",
                        "That the debt is used to make the child travel.",
                        null,
                        null,
                        "Missed school twice.",
                        null,
                        "Talked to the child.",
                        "Help to be safe."),
                null,
                new ReferralForm.Need(3, "Debt and travel out of the district."),
                new ReferralForm.Consent(
                        "yes", null, "given", "Parent", null, "yes", null, null, null, null, null, null),
                List.of(),
                null,
                new ReferralForm.Declaration(true, true, "portal"));
    }

    public static ReferralForm.Subject subject(String name, @Nullable LocalDate born, @Nullable Integer age) {
        return new ReferralForm.Subject(
                UUID.randomUUID(),
                name,
                null,
                born == null ? null : born.toString(),
                born,
                age,
                "F",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                "1 Example Street",
                "BD1 1AA",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
