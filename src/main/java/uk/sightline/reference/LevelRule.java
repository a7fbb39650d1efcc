package uk.sightline.reference;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When answers come to a level, or may not fall below it.
 *
 * @param level code of the tool's levels
 * @param because in words, as the screen says it
 * @param then codes of {@code assessment-action} that must follow
 */
public record LevelRule(String level, Condition when, String because, Set<String> then) {

    /**
     * Holds when all that it names holds. It can only begin to hold as indicators are added, never cease to: that more
     * indicators never lower a level is a property of the tool's shape, not of its data.
     *
     * @param points in all, at least
     * @param classes of answers to count; none: this asks for no count
     * @param least so many of those classes, current or always counting
     * @param domains in so many domains
     * @param certain only those evidenced are counted
     * @param tag only those that bear on this strand by themselves are counted, or null
     * @param codes each of these is answered yes and current
     * @param ageUnder the person is younger, in years, or null
     * @param fact something known of the person, such as {@code disability-LD}, or null
     * @param missing episodes in 30 days, at least
     */
    public record Condition(
            int points,
            Set<String> classes,
            int least,
            int domains,
            boolean certain,
            @Nullable String tag,
            Set<String> codes,
            @Nullable Integer ageUnder,
            @Nullable String fact,
            int missing) {

        static final Condition ALWAYS = new Condition(0, Set.of(), 1, 1, false, null, Set.of(), null, null, 0);

        boolean isAlways() {
            return equals(ALWAYS);
        }

        static Condition read(Entry entry) {
            return new Condition(
                    number(entry, "points", 0),
                    entry.texts("classes"),
                    number(entry, "least", 1),
                    number(entry, "domains", 1),
                    entry.yes("certain"),
                    entry.optional("tag"),
                    entry.texts("codes"),
                    entry.has("age-under") ? entry.number("age-under", 1) : null,
                    entry.optional("fact"),
                    number(entry, "missing", 0));
        }

        private static int number(Entry entry, String field, int otherwise) {
            return entry.has(field) ? entry.number(field, otherwise) : otherwise;
        }
    }

    static LevelRule read(Entry entry) {
        return new LevelRule(
                entry.text("level"),
                entry.below("when")
                        .map(each -> Row.read(each, Condition::read).value())
                        .orElse(Condition.ALWAYS),
                entry.text("because"),
                entry.texts("then"));
    }
}
