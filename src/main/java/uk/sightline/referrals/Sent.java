package uk.sightline.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.platform.London;
import uk.sightline.referrals.ReferralForm.Consent;
import uk.sightline.referrals.ReferralForm.CsaReport;
import uk.sightline.referrals.ReferralForm.FamilyMember;
import uk.sightline.referrals.ReferralForm.Opening;
import uk.sightline.referrals.ReferralForm.Referrer;
import uk.sightline.referrals.ReferralForm.Subject;

/** All that the referrer wrote, in rows for whoever decides: what was left blank is left out, and nothing else is. */
record Sent(Labels labels) {

    /** What was said of one person, beside the name and age that stand above it. */
    List<SummaryRow> of(Subject said) {
        Rows rows = new Rows();
        rows.add("Address", joined(said.address(), said.postcode()));
        rows.add("Where they are now", said.whereabouts());
        rows.add("Telephone", said.phone());
        rows.add("Accounts online", said.handles());
        said.identifiers().forEach(each -> rows.add(labels.of("identifier-scheme", each.scheme()), each.value()));
        rows.add("What they look like", said.description());
        rows.add("School or college", said.school());
        rows.coded("Special educational needs", "send-status", said.sen());
        rows.add("GP practice", said.gp());
        rows.add("Disability", said.disabilities().isEmpty() ? null : labels.all("disability", said.disabilities()));
        rows.add("How it affects keeping safe", said.impactOnSafety());
        rows.coded("Care status", "care-status", said.careStatus());
        rows.add("Council that placed them", said.placingAuthority());
        rows.coded("Legal status", "legal-status", said.legalStatus());
        rows.coded("First language", "language", said.language());
        rows.yesNo("Interpreter needed", said.interpreter());
        rows.add("How they like to communicate", said.communication());
        rows.coded("Sex", "sex", said.sex());
        rows.coded("Gender identity", "gender-identity", said.gender());
        rows.add("Pronouns", said.pronouns());
        rows.coded("Ethnicity", "ethnicity", said.ethnicity());
        rows.coded("Religion", "religion", said.religion());
        rows.coded("Nationality", "nationality", said.nationality());
        rows.coded("Immigration status", "immigration-status", said.immigration());
        return rows.made;
    }

    /** How it came: already worked with, taken by telephone, a mandatory report. */
    List<SummaryRow> of(Opening opening) {
        Rows rows = new Rows();
        rows.add("Already works with them", opening.allocatedWorker());
        if (opening.phoned() != null) {
            rows.add(
                    "First told by telephone",
                    at(opening.phoned().at()) + ", to " + opening.phoned().takenBy());
        }
        if (opening.csaReport() != null) {
            rows.add("Mandatory report of child sexual abuse", words(opening.csaReport()));
        }
        return rows.made;
    }

    List<SummaryRow> of(Referrer referrer) {
        Rows rows = new Rows();
        String name = referrer.name() == null ? "No name given" : referrer.name();
        rows.add("Referrer", joined(name, referrer.role(), labels.agency(referrer.agency()), referrer.team()));
        rows.add("Reach them at", joined(referrer.phone(), referrer.email()));
        rows.coded("Source of the referral", "referral-source", referrer.source());
        rows.add("Relationship to the person", referrer.relationship());
        rows.add("How they know the person", referrer.howKnown());
        rows.yesNo("Manager or safeguarding lead asked", referrer.leadConsulted());
        rows.yesNo("May the family be told who referred?", referrer.tellFamily());
        return rows.made;
    }

    List<SummaryRow> of(Consent consent) {
        Rows rows = new Rows();
        rows.add("Consent to share", consentWords(consent));
        rows.add("Whose information it covers", consent.covers());
        rows.add(
                "Parents or carers told", coded("parent-informed", consent.parentInformed(), consent.whyNotInformed()));
        rows.coded("Child's own view asked", "child-view", consent.childView());
        rows.add("Understanding of the young person", consent.competenceNote());
        rows.add("Capacity to consent", consent.capacity());
        rows.add(
                "Shared without consent because",
                coded("consent-override", consent.overrideBasis(), consent.overrideReason()));
        rows.add("Way on without consent", coded("consent-route", consent.route(), consent.routeReason()));
        return rows.made;
    }

    /** One line on somebody of the family or network. */
    String of(FamilyMember member) {
        return Stream.of(
                        member.birth(),
                        member.parentalResponsibility() == null
                                ? null
                                : "parental responsibility: "
                                        + labels.of("parental-responsibility", member.parentalResponsibility()),
                        member.sameAddress() == null ? null : member.sameAddress() ? "same address" : "another address",
                        member.contact(),
                        Boolean.TRUE.equals(member.interpreter()) ? "needs an interpreter" : null)
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private String consentWords(Consent consent) {
        return labels.of("consent-to-share", consent.sharing())
                + (consent.givenBy() == null ? "" : ", by " + consent.givenBy());
    }

    private @Nullable String coded(String set, @Nullable String code, @Nullable String why) {
        return code == null ? null : labels.of(set, code) + (why == null || why.isBlank() ? "" : ". " + why);
    }

    private static String words(CsaReport report) {
        return "%s. Known %s, reported %s to %s, %s.%s"
                .formatted(
                        report.toldSeenOrHeard(),
                        at(report.knownAt()),
                        at(report.reportedAt()),
                        report.reportedTo(),
                        report.inWriting() ? "in writing" : "by word of mouth",
                        report.whyDelayed() == null ? "" : " Later than at once because: " + report.whyDelayed());
    }

    private static String at(Instant instant) {
        return London.dayAndTime(instant);
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String all =
                Stream.of(parts).filter(each -> each != null && !each.isBlank()).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private final class Rows {
        private final List<SummaryRow> made = new ArrayList<>();

        void add(String key, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                made.add(SummaryRow.of(key, value));
            }
        }

        void coded(String key, String set, @Nullable String code) {
            add(key, code == null || code.isBlank() ? null : labels.of(set, code));
        }

        void yesNo(String key, @Nullable Boolean answer) {
            add(key, answer == null ? null : labels.yesNo(answer));
        }
    }
}
