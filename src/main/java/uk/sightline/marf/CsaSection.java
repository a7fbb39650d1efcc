package uk.sightline.marf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** What the duty to report child sexual abuse asks to be written down (PRACTICE §0.2). */
final class CsaSection implements Section {

    static final String KEY = "mandatory-report";

    /** "As soon as practicable": past a day, the form asks why. Local; no limit of law. */
    private static final Duration SOON = Duration.ofDays(1);

    private static final Moment KNOWN = new Moment("known", "it was known");
    private static final Moment REPORTED = new Moment("reported", "it was reported");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Duty to report child sexual abuse";
    }

    @Override
    public boolean asked(Filling filling) {
        return OpeningSection.alsoSays(filling.draft(), OpeningSection.CSA_REPORT);
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.choice("heard", "How it became known", "marf-csa-known"),
                Field.date("known", "Day it became known"),
                Field.text("knownTime", "Time it became known"),
                Field.date("reported", "Day it was reported"),
                Field.text("reportedTime", "Time it was reported"),
                Field.text("reportedTo", "Reported to"),
                Field.choice("how", "Reported", "marf-csa-how"),
                Field.text("whyDelayed", "Why it took longer"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (answers.all("heard").isEmpty()) {
            wrong.add("heard", "Say whether you were told, saw it or heard it");
        }
        KNOWN.check(answers, filling, wrong);
        REPORTED.check(answers, filling, wrong);
        if (!answers.has("reportedTo")) {
            wrong.add("reportedTo", "Say who it was reported to. This form counts as a report to the local authority");
        }
        if (!filling.chosen(answers, "how", "marf-csa-how")) {
            wrong.add("how", "Say whether the report was spoken or written");
        }
        checkDelay(answers, wrong);
    }

    private static void checkDelay(Answers answers, FieldErrors.Builder wrong) {
        Optional<Instant> known = KNOWN.read(answers);
        Optional<Instant> reported = REPORTED.read(answers);
        if (known.isEmpty() || reported.isEmpty()) {
            return;
        }
        if (reported.get().isBefore(known.get())) {
            wrong.add("reported", "It cannot have been reported before it was known", "reported-day");
        } else if (Duration.between(known.get(), reported.get()).compareTo(SOON) > 0 && !answers.has("whyDelayed")) {
            wrong.add("whyDelayed", "Say why the report came more than a day after it was known");
        }
    }

    static ReferralForm.CsaReport read(Answers answers) {
        return new ReferralForm.CsaReport(
                String.join(", ", answers.all("heard")),
                KNOWN.read(answers).orElseThrow(),
                REPORTED.read(answers).orElseThrow(),
                answers.text("reportedTo"),
                answers.says("how", "written"),
                answers.orNull("whyDelayed"));
    }
}
