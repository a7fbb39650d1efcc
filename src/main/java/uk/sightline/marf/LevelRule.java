package uk.sightline.marf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.sightline.identity.BirthDate;
import uk.sightline.reference.Code;

/**
 * The level of need that the default rule proposes (PRACTICE §1.2), with every reason. Exploitation with a strong sign
 * proposes at least 3; a critical sign, a child under 13 or a learning disability with a worry about sexual exploitation
 * proposes 4. The person decides.
 *
 * @param level 3 or 4; 0 when the rule proposes nothing
 * @param reasons in words, for the level proposed
 */
record LevelRule(int level, List<String> reasons) {

    private static final String SEXUAL = "CSE";
    private static final String LEARNING = "LD";

    static LevelRule propose(Filling filling) {
        List<String> critical = new ArrayList<>(ticked(filling, "X"));
        if (filling.draft().answers(ExploitationSection.KEY).says("strands", SEXUAL)) {
            critical.addAll(sexualExploitation(filling));
        }
        if (!critical.isEmpty()) {
            return new LevelRule(4, critical);
        }
        List<String> strong = ticked(filling, "S");
        boolean exploited =
                !filling.draft().answers(ExploitationSection.KEY).all("strands").isEmpty();
        return exploited && !strong.isEmpty() ? new LevelRule(3, strong) : new LevelRule(0, List.of());
    }

    private static List<String> ticked(Filling filling, String weight) {
        return SignsSection.ticked(filling)
                .filter(code -> weight.equals(code.fact("weight")))
                .map(Code::label)
                .toList();
    }

    private static List<String> sexualExploitation(Filling filling) {
        List<String> reasons = new ArrayList<>();
        int young = filling.pack().threshold("cse-young-age", filling.today()).amount();
        for (String key : filling.draft().entries(PersonSection.KEY)) {
            Answers person = filling.draft().answers(key);
            if (youngest(person, filling.today()).filter(age -> age < young).isPresent()) {
                reasons.add("A worry about sexual exploitation of a child under " + young);
            }
            if (person.says("disabilities", LEARNING)) {
                reasons.add("A worry about sexual exploitation of somebody with a learning disability");
            }
        }
        return reasons.stream().distinct().toList();
    }

    private static Optional<Integer> youngest(Answers person, LocalDate today) {
        return PersonSection.birth(person, today)
                .flatMap(birth -> birth.ageOn(today))
                .map(BirthDate.Age::least);
    }
}
