package uk.sightline.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;

/** What nobody has said yet about a person: "unknown" is shown, never taken for nothing (PRACTICE §17.4). */
final class Unknowns {

    private static final int SCHOOL_AGE = 4;

    private Unknowns() {}

    static List<String> of(About about, List<FactRow> facts, LocalDate today) {
        List<FactRow> now = facts.stream().filter(fact -> fact.holdsOn(today)).toList();
        List<String> unknown = new ArrayList<>();
        addUnless(about.born().precision() == BirthDate.Precision.DAY, unknown, "exact date of birth");
        addUnless(hasNumber(now, IdentifierScheme.NHS_NUMBER), unknown, "NHS number");
        addUnless(has(now, FactKind.ADDRESS), unknown, "where they live");
        addUnless(
                has(now, fact -> fact.kind() == FactKind.CONTACT && "yes".equals(fact.mark())),
                unknown,
                "a safe way to reach them");
        addUnless(about.background().ethnicity() != null, unknown, "ethnicity");
        addUnless(about.background().firstLanguage() != null, unknown, "first language");
        addUnless(about.background().interpreter() != null, unknown, "whether an interpreter is needed");
        addUnless(has(now, FactKind.NEED), unknown, "disability and communication needs");
        if (about.born().mayBeChildOn(today)) {
            addOfAChild(about, now, unknown, today);
        }
        return List.copyOf(unknown);
    }

    private static void addOfAChild(About about, List<FactRow> now, List<String> unknown, LocalDate today) {
        addUnless(
                has(now, fact -> fact.kind() == FactKind.RELATIONSHIP && "yes".equals(fact.mark())),
                unknown,
                "who has parental responsibility");
        addUnless(has(now, FactKind.CARE), unknown, "care status");
        boolean tooYoung =
                about.born().ageOn(today).map(age -> age.most() < SCHOOL_AGE).orElse(false);
        addUnless(tooYoung || has(now, FactKind.SCHOOL), unknown, "school");
        addUnless(tooYoung || hasNumber(now, IdentifierScheme.UPN), unknown, "unique pupil number");
    }

    private static boolean has(List<FactRow> facts, FactKind kind) {
        return has(facts, fact -> fact.kind() == kind);
    }

    private static boolean hasNumber(List<FactRow> facts, IdentifierScheme scheme) {
        return has(
                facts,
                fact -> fact.kind() == FactKind.IDENTIFIER
                        && fact.code().equals(scheme.name())
                        && (fact.title() != null || "withheld".equals(fact.mark())));
    }

    private static boolean has(List<FactRow> facts, Predicate<FactRow> what) {
        return facts.stream().anyMatch(what);
    }

    private static void addUnless(boolean known, List<String> unknown, String what) {
        if (!known) {
            unknown.add(what);
        }
    }
}
