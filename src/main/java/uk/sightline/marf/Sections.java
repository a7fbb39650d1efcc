package uk.sightline.marf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.NoSuchRecord;

/**
 * The pages of the form, in the order of its task list. The assessment has a page more for each side of life that the
 * referrer knows something about.
 */
final class Sections {

    static final OpeningSection OPENING = new OpeningSection();
    static final DangerSection DANGER = new DangerSection();
    static final CallSection CALL = new CallSection();
    static final ReferrerSection REFERRER = new ReferrerSection();
    static final PersonSection PEOPLE = new PersonSection();
    static final FamilySection FAMILY = new FamilySection();
    static final HappenedSection HAPPENED = new HappenedSection();
    static final WorrySection WORRY = new WorrySection();
    static final ExploitationSection EXPLOITATION = new ExploitationSection();
    static final SignsSection SIGNS = new SignsSection();
    static final AssessmentSection ASSESSMENT = new AssessmentSection();
    static final CsaSection CSA_REPORT = new CsaSection();
    static final ConcernsSection CONCERNS = new ConcernsSection();
    static final LevelSection LEVEL = new LevelSection();
    static final ConsentSection CONSENT = new ConsentSection();
    static final DeclarationSection DECLARATION = new DeclarationSection();

    /** All but the declaration, which stands on the last page. */
    static final List<Section> ALL = List.of(
            OPENING,
            DANGER,
            CALL,
            REFERRER,
            PEOPLE,
            FAMILY,
            HAPPENED,
            WORRY,
            EXPLOITATION,
            SIGNS,
            ASSESSMENT,
            CSA_REPORT,
            CONCERNS,
            LEVEL,
            CONSENT);

    private Sections() {}

    /**
     * The page of a sheet.
     *
     * @throws NoSuchRecord when the form has no such page, the draft does not ask it, or has no such entry
     */
    static Section of(String key, Filling filling) {
        return find(key, filling).orElseThrow(NoSuchRecord::new);
    }

    static Optional<Section> find(String key, Filling filling) {
        return asked(filling)
                .filter(section -> section.repeated()
                        ? key.startsWith(section.key() + "/")
                                && filling.draft().sheets().containsKey(key)
                        : section.key().equals(key))
                .findFirst();
    }

    static Stream<Section> asked(Filling filling) {
        return ALL.stream()
                .flatMap(section -> section == ASSESSMENT
                        ? Stream.concat(Stream.of(section), ASSESSMENT.sides(filling))
                        : Stream.of(section))
                .filter(section -> section.asked(filling));
    }

    /** The sheets a page has in this draft: one, or one for each person. */
    static List<String> keys(Section section, Filling filling) {
        return section.repeated() ? filling.draft().entries(section.key()) : List.of(section.key());
    }

    static FieldErrors errors(Section section, String key, Filling filling) {
        return section.errors(filling.draft().answers(key), filling);
    }

    /** The first sheet that still needs doing, after this one if there is any; empty when all is done. */
    static Optional<String> next(String after, Filling filling) {
        List<String> all = asked(filling)
                .filter(section -> !section.optional(filling) || section.repeated())
                .flatMap(section -> keys(section, filling).stream())
                .toList();
        int from = all.indexOf(after) + 1;
        return Stream.concat(all.subList(from, all.size()).stream(), all.subList(0, from).stream())
                .filter(key -> !key.equals(after) && !done(key, filling))
                .findFirst();
    }

    private static boolean done(String key, Filling filling) {
        return filling.draft().sheet(key).done()
                && errors(of(key, filling), key, filling).isEmpty();
    }
}
