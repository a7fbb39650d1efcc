package uk.sightline.referrals;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;

/** Somebody a referral is about, and who that turned out to be. */
record SubjectRow(
        UUID id,
        int no,
        String name,
        @Nullable LocalDate born,
        @Nullable Integer ageEstimate,
        LocalDate receivedOn,
        Match match,
        @Nullable UUID person,
        @Nullable String why) {

    /** Whether it is known who a subject is. */
    enum Match {
        UNMATCHED("unmatched"),
        MATCHED("matched"),
        CREATED("created"),
        NOT_IDENTIFIABLE("not-identifiable");

        private final String code;

        Match(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Match of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** What the referral says of the birth; an age counts from the day it was received. */
    BirthDate birth() {
        return AgeSpan.birth(born, ageEstimate, receivedOn);
    }

    boolean settled() {
        return match != Match.UNMATCHED;
    }
}
