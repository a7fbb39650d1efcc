package uk.sightline.marf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.referrals.ReferralForm.Attachment;

/**
 * Every answer, page by page, with what is missing.
 *
 * @param late a call that should have been written up before now
 */
record CheckPage(
        Filling filling,
        List<Part> parts,
        List<Attachment> files,
        boolean late,
        List<Whole.Missing> missing,
        List<SectionPage.Prompts> wording,
        SectionPage declaration) {

    private static final Set<Section> FOR_FAMILY =
            Set.of(Sections.PEOPLE, Sections.HAPPENED, Sections.WORRY, Sections.EXPLOITATION, Sections.LEVEL);

    /** One page's answers; {@code change} is its address. */
    record Part(Section section, String title, String change, List<SummaryRow> rows) {
        /** Without the links. */
        List<SummaryRow> plain() {
            return rows.stream()
                    .map(row -> new SummaryRow(row.key(), row.value(), null, row.classes()))
                    .toList();
        }
    }

    static CheckPage of(
            Filling filling, List<Attachment> files, boolean late, Answers declaration, FieldErrors errors) {
        List<Part> parts = new ArrayList<>();
        List<SectionPage.Prompts> wording = new ArrayList<>();
        Sections.asked(filling).forEach(section -> {
            for (String key : Sections.keys(section, filling)) {
                parts.add(part(filling, section, key));
                List<Wording> found = Wording.in(section, filling.draft().answers(key), filling);
                if (!found.isEmpty()) {
                    wording.add(new SectionPage.Prompts(section.title(), key, found));
                }
            }
        });
        return new CheckPage(
                filling,
                parts,
                files,
                late,
                Whole.missing(filling),
                wording,
                SectionPage.blank(Sections.DECLARATION, filling, declaration, errors));
    }

    private static Part part(Filling filling, Section section, String key) {
        Answers answers = section.shown(filling.draft().answers(key), filling);
        String change = "/marf/" + filling.draft().id() + "/" + key;
        String name = section.repeated() ? answers.text("name") : "";
        return new Part(
                section,
                name.isEmpty() ? section.title() : section.title() + ": " + name,
                change,
                rows(filling, section, answers, change).toList());
    }

    private static Stream<SummaryRow> rows(Filling filling, Section section, Answers answers, String change) {
        return section.told(answers, filling).stream()
                .filter(field -> !field.words(answers, filling.pack()).isEmpty())
                .map(field -> row(field, field.words(answers, filling.pack())).change(change + "#" + anchor(field)));
    }

    private static SummaryRow row(Field field, String words) {
        return SummaryRow.html(field.label(), output -> {
            for (String line : words.split("\n")) {
                output.writeUserContent(line);
                output.writeContent("<br>");
            }
        });
    }

    private static String anchor(Field field) {
        return field.kind() == Field.Kind.DATE ? field.name() + "-day" : field.name();
    }

    /** A copy that may come before the family: only what was seen and feared, nothing of who else was told or weighed. */
    List<Part> forFamily() {
        return parts.stream()
                .filter(part -> FOR_FAMILY.contains(part.section()))
                .toList();
    }

    /** Nobody is led to hand a copy to a family that has not been told. */
    boolean familyKnows() {
        return filling.of(Sections.CONSENT).says("parentInformed", "yes");
    }

    /** A copy for one's own file: without the people and places of concern, which are for the police and the hub. */
    List<Part> copied() {
        return parts.stream()
                .filter(part -> part.section() != Sections.CONCERNS)
                .toList();
    }

    String home() {
        return "/marf/" + filling.draft().id();
    }

    ConsentRule consent() {
        return ConsentRule.of(filling.draft());
    }
}
