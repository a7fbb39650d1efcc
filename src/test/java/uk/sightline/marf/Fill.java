package uk.sightline.marf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.marf.Draft.Sheet;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.PracticePacks;
import uk.sightline.referrals.Channel;

/** Drafts for tests of the rules: no database, the pack of Bradford, Tuesday 10 November 2026. */
final class Fill {

    static final PracticePack PACK = PracticePacks.load("classpath:packs/bradford");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    static final String ONE = PersonSection.KEY + "/" + UUID.fromString("00000000-0000-4000-8000-0000000000a1");

    private Fill() {}

    static Filling about(String about) {
        return with(of(Channel.PORTAL), OpeningSection.KEY, "danger", "no", "about", about);
    }

    static Filling phone() {
        return with(of(Channel.PHONE), OpeningSection.KEY, "danger", "no", "about", "child");
    }

    private static Filling of(Channel channel) {
        UUID id = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
        return filling(new Draft(id, id, channel, Map.of(), null, Instant.EPOCH, Instant.EPOCH, null, null));
    }

    private static Filling filling(Draft draft) {
        return new Filling(draft, PACK, TODAY);
    }

    /** Adds answers to a page: "name", "value", "name", "a|b" … */
    static Filling with(Filling filling, String key, String... answers) {
        Answers typed = answers(filling.draft().answers(key), answers);
        return filling(filling.draft().with(key, new Sheet(typed, 1, true)));
    }

    static Answers answers(String... answers) {
        return answers(Answers.NONE, answers);
    }

    private static Answers answers(Answers start, String... answers) {
        Answers typed = start;
        for (int i = 0; i < answers.length; i += 2) {
            typed = answers[i + 1].contains("|")
                    ? typed.withAll(answers[i], List.of(answers[i + 1].split("\\|")))
                    : typed.with(answers[i], answers[i + 1]);
        }
        return typed;
    }

    static FieldErrors errors(Section section, Filling filling, String... answers) {
        return section.errors(answers(answers), filling);
    }

    /** Everything that a child's referral needs. */
    static Filling wholeChild() {
        Filling filling = about("child");
        filling = with(
                filling,
                ReferrerSection.KEY,
                "name",
                "Sam Sample",
                "role",
                "Safeguarding lead",
                "agency",
                "schools",
                "phone",
                "01632 960900",
                "email",
                "sam@school.example",
                "source",
                "2A");
        filling = with(
                filling,
                ONE,
                "name",
                "Sample Child",
                "birth",
                "27 3 2012",
                "ethnicity",
                "NOBT",
                "postcode",
                "bd1 1aa",
                "disabilities",
                "NONE");
        filling = with(
                filling,
                HappenedSection.KEY,
                "facts",
                "Picked up at the gate.",
                "when",
                "Tuesday",
                "where",
                "School gate",
                "source",
                "seen",
                "ownWords",
                "It is nothing.");
        filling = with(filling, WorrySection.KEY, "worry", "Taken further away.");
        filling = with(filling, ExploitationSection.KEY, "strands", "CCE");
        filling = with(filling, AssessmentSection.KEY, AssessmentSection.PARTIAL, "one-side");
        filling = with(filling, LevelSection.KEY, "level", "4", "why", "Significant harm is likely.");
        return with(
                filling,
                ConsentSection.KEY,
                "parentInformed",
                "yes",
                "sharing",
                "given",
                "givenBy",
                "Mother",
                "childView",
                "yes");
    }
}
