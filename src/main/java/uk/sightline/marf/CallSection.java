package uk.sightline.marf;

import java.time.Instant;
import java.util.List;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.referrals.ReferralForm;

/** The call in which it was told first (PRACTICE §1.1 A4): the front door's own, or one the referrer made before writing. */
final class CallSection implements Section {

    static final String KEY = "call";

    private static final Moment CALLED = new Moment("called", "of the call");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "The telephone call";
    }

    @Override
    public boolean asked(Filling filling) {
        return rung(filling.draft());
    }

    static boolean rung(Draft draft) {
        return draft.phone() || OpeningSection.alsoSays(draft, OpeningSection.PHONED);
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.date("called", "Day of the call"),
                Field.text("calledTime", "Time"),
                Field.text("takenBy", "Who took the call"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        CALLED.check(answers, filling, wrong);
        if (!answers.has("takenBy")) {
            wrong.add("takenBy", "Say who took the call, or \"not known\"");
        }
    }

    /** A call that is being taken now. */
    static Answers now(Instant at, String takenBy) {
        return Moment.filledIn(Answers.NONE, "called", at).with("takenBy", takenBy);
    }

    static ReferralForm.Phoned read(Answers answers) {
        return new ReferralForm.Phoned(CALLED.read(answers).orElseThrow(), answers.text("takenBy"));
    }
}
