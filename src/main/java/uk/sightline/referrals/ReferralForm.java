package uk.sightline.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A multi-agency referral as it was sent (PRACTICE §1.1, blocks A to J): kept whole, as JSON, and never changed;
 * corrections are added beside it. Codes are those of the practice pack's edition named here.
 *
 * @param edition name and version of the pack the form was filled in with
 */
public record ReferralForm(
        String edition,
        Opening opening,
        Referrer referrer,
        List<Subject> subjects,
        List<FamilyMember> family,
        Concern concern,
        @Nullable Network network,
        Need need,
        Consent consent,
        List<Attachment> attachments,
        @Nullable Assessment assessment,
        Declaration declaration) {

    /**
     * Block A, the first 20 seconds.
     *
     * @param about code of {@code referral-subject}: child, unborn, adult, turning 18
     * @param danger what was done about immediate danger; null when nobody is in it
     * @param allocatedWorker who already works with the person, where known
     * @param phoned when and by whom it was first taken by telephone (clock C02)
     * @param csaReport the mandatory report of child sexual abuse, where this is one (PRACTICE §0.2)
     */
    public record Opening(
            String about,
            @Nullable Danger danger,
            @Nullable String allocatedWorker,
            @Nullable Phoned phoned,
            @Nullable CsaReport csaReport) {}

    /** Police were rung about immediate danger (clock C01). */
    public record Danger(
            String rungBy, Instant rungAt, @Nullable String logNumber) {}

    /** The referral was made by telephone first. */
    public record Phoned(Instant at, String takenBy) {}

    /** What the duty to report asks to be written down. */
    public record CsaReport(
            String toldSeenOrHeard,
            Instant knownAt,
            Instant reportedAt,
            String reportedTo,
            boolean inWriting,
            @Nullable String whyDelayed) {}

    /**
     * Block B.
     *
     * @param account the signed-in referrer; null for the public, and for a caller whose worry was taken by telephone
     * @param name null only for an anonymous member of the public
     * @param source code of {@code referral-source}
     * @param tellFamily whether the family may be told who referred; asked of the public only
     */
    public record Referrer(
            @Nullable UUID account,
            @Nullable String name,
            @Nullable String role,
            @Nullable String agency,
            @Nullable String team,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String relationship,
            @Nullable String howKnown,
            @Nullable Boolean leadConsulted,
            String source,
            @Nullable Boolean tellFamily) {}

    /**
     * Block C, one for each person the referral is about; siblings share a form.
     *
     * @param id names the subject within the referral; also the id of its row
     * @param birth as it was written, for reading; {@code born} and {@code ageEstimate} are what was understood of it
     * @param impactOnSafety how a disability affects the person's ability to keep safe (PRACTICE §2.5)
     */
    public record Subject(
            UUID id,
            String name,
            @Nullable String knownAs,
            @Nullable String birth,
            @Nullable LocalDate born,
            @Nullable Integer ageEstimate,
            @Nullable String sex,
            @Nullable String gender,
            @Nullable String pronouns,
            List<Identifier> identifiers,
            @Nullable String ethnicity,
            @Nullable String religion,
            @Nullable String nationality,
            @Nullable String immigration,
            @Nullable String language,
            @Nullable Boolean interpreter,
            @Nullable String communication,
            List<String> disabilities,
            @Nullable String impactOnSafety,
            @Nullable String sen,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String whereabouts,
            @Nullable String phone,
            @Nullable String handles,
            @Nullable String gp,
            @Nullable String school,
            @Nullable String careStatus,
            @Nullable String placingAuthority,
            @Nullable String legalStatus,
            @Nullable String description) {}

    /** An identifier as given: the scheme's code of {@code identifier-scheme}, and the value. */
    public record Identifier(String scheme, String value) {}

    /** Block D: an adult or child of the family or network. Whether it is safe to contact them must be said. */
    public record FamilyMember(
            String name,
            @Nullable String birth,
            String relationship,
            @Nullable String parentalResponsibility,
            @Nullable Boolean sameAddress,
            @Nullable String contact,
            String safeToContact,
            @Nullable String riskToWorkers,
            @Nullable Boolean interpreter) {}

    /**
     * Block E. Facts, the person's own words and the worry stay apart (PRACTICE §17.5).
     *
     * @param strands codes of {@code strand}, at least one
     * @param source code of {@code information-source}
     */
    public record Concern(
            List<String> strands,
            List<String> abuseCategories,
            String facts,
            String whenAndWhere,
            @Nullable String who,
            String source,
            String ownWords,
            String worryIfNothingDone,
            @Nullable String injuries,
            @Nullable String previous,
            @Nullable String whatChanged,
            @Nullable String protectiveFactors,
            @Nullable String alreadyTried,
            @Nullable String hopedFor) {}

    /** Block F: people, vehicles, numbers and places of concern; becomes intelligence and is never in a family's copy. */
    public record Network(
            @Nullable String names,
            @Nullable String descriptions,
            @Nullable String vehicles,
            @Nullable String phones,
            @Nullable String handles,
            @Nullable String venues,
            boolean policeOnly) {}

    /** Block G: the referrer's view of the level of need, 1 to 4; the receiver's is kept beside it, never over it. */
    public record Need(int level, String why) {}

    /**
     * Block H (PRACTICE §1.3).
     *
     * @param parentInformed code of {@code parent-informed}; null for an adult
     * @param sharing code of {@code consent-to-share}
     * @param route code of {@code consent-route}: how the hard stop at levels 2 and 3 without consent was passed; null
     *     when it was not met
     */
    public record Consent(
            @Nullable String parentInformed,
            @Nullable String whyNotInformed,
            String sharing,
            @Nullable String givenBy,
            @Nullable String covers,
            @Nullable String childView,
            @Nullable String competenceNote,
            @Nullable String capacity,
            @Nullable String overrideBasis,
            @Nullable String overrideReason,
            @Nullable String route,
            @Nullable String routeReason) {}

    /** Block I: a file of the {@code documents} module. */
    public record Attachment(UUID document, String kind, String name) {}

    /**
     * Block I: the assessment of exploitation, as far as the referrer knows; of the first subject. Never in a family's
     * copy. Forms that were sent before it was asked for have none.
     *
     * @param tool key of the pack's tool, and {@code version} the one it was answered by
     * @param answers without what was left out
     * @param partial code of {@code marf-assessment-partial}: why it is not whole; null when it is
     */
    public record Assessment(
            String tool,
            String version,
            List<Said> answers,
            List<DomainNote> notes,
            @Nullable String partial,
            @Nullable String partialWords) {

        public boolean isNothing() {
            return answers.isEmpty() && notes.isEmpty() && partial == null;
        }
    }

    /**
     * What was answered to an indicator.
     *
     * @param said {@code yes-evidenced}, {@code yes-suspected}, {@code no} or {@code unknown}
     * @param seen the day it was seen last, where it was said; only of a yes
     */
    public record Said(
            String indicator, String said, @Nullable LocalDate seen) {}

    /** What was written beside the answers of a domain. */
    public record DomainNote(String domain, String text) {}

    /** Block J. */
    public record Declaration(boolean accurate, boolean noticeRead, String feedback) {}
}
