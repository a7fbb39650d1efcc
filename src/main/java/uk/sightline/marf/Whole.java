package uk.sightline.marf;

import java.util.ArrayList;
import java.util.List;
import uk.sightline.referrals.ReferralForm;
import uk.sightline.referrals.ReferralForm.Attachment;

/** The form as a whole: what is still missing, and what it is when it is sent. */
final class Whole {

    /** Something that must be put right before it can be sent, and where. */
    record Missing(String title, String where, String message) {}

    private Whole() {}

    static List<Missing> missing(Filling filling) {
        List<Missing> all = new ArrayList<>();
        Sections.asked(filling).forEach(section -> {
            for (String key : Sections.keys(section, filling)) {
                Sections.errors(section, key, filling).summary().stream()
                        .map(item -> new Missing(section.title(), key + item.href(), String.valueOf(item.text())))
                        .forEach(all::add);
            }
        });
        if (Sections.ASSESSMENT.isOpen(filling)
                && all.stream().noneMatch(each -> each.where().startsWith(AssessmentSection.KEY + "#"))) {
            all.add(new Missing(
                    Sections.ASSESSMENT.title(),
                    AssessmentSection.KEY + "#" + AssessmentSection.PARTIAL,
                    AssessmentSection.WHY_PARTIAL));
        }
        if (filling.draft().entries(PersonSection.KEY).isEmpty()) {
            all.add(new Missing(Sections.PEOPLE.title(), PersonSection.KEY, "Add the person this is about"));
        }
        if (!ConsentRule.of(filling.draft()).maySend()) {
            all.add(new Missing(
                    Sections.CONSENT.title(),
                    "stop",
                    "There is no consent at this level of need. Choose one of three ways on"));
        }
        return all;
    }

    static ReferralForm read(Filling filling, Answers declaration, List<Attachment> attachments) {
        Draft draft = filling.draft();
        return new ReferralForm(
                filling.pack().edition().name() + " " + filling.pack().edition().version(),
                OpeningSection.read(draft),
                ReferrerSection.read(draft),
                Subjects.read(filling),
                FamilySection.read(draft),
                concern(draft),
                ConcernsSection.read(draft.answers(ConcernsSection.KEY)),
                LevelSection.read(filling),
                ConsentSection.read(draft),
                attachments,
                ChildAssessment.read(filling),
                DeclarationSection.read(declaration));
    }

    private static ReferralForm.Concern concern(Draft draft) {
        Answers happened = draft.answers(HappenedSection.KEY);
        Answers worry = draft.answers(WorrySection.KEY);
        Answers kinds = draft.answers(ExploitationSection.KEY);
        return new ReferralForm.Concern(
                kinds.all("strands"),
                kinds.all("abuse"),
                happened.text("facts"),
                HappenedSection.whenAndWhere(happened),
                happened.orNull("who"),
                happened.text("source"),
                HappenedSection.ownWords(happened),
                worry.text("worry"),
                worry.orNull("injuries"),
                worry.orNull("previous"),
                worry.orNull("changed"),
                worry.orNull("protective"),
                worry.orNull("tried"),
                worry.orNull("hoped"));
    }
}
