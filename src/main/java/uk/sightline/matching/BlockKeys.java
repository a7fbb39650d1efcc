package uk.sightline.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which records come to be compared at all: two that share one are candidates. Each rule lets another
 * mistake pass: whoever's name is misspelt has the same birth date, whoever's birth date is wrong has the same name.
 */
final class BlockKeys {

    private static final int BEGINNING = 3;
    private static final int FEWEST_BEFORE_AT = 5;
    private static final long PRIME = 0x100000001B3L;
    private static final long START = 0xCBF29CE484222325L;

    /**
     * One rule. Some records have two keys of a rule: one for each name, as names change places.
     *
     * @param slots one or two ways to make a key; 0 says that the record has none
     */
    private record Rule(List<ToLongFunction<@Nullable Value[]>> slots) {}

    private final List<Rule> rules = new ArrayList<>();
    private final int[] firstSlots;
    private final int slots;
    private final int birth;

    BlockKeys(Schema schema) {
        List<Comparison> comparisons = schema.comparisons();
        this.birth =
                indexesOf(comparisons, Kind.BIRTH_DATE).stream().findFirst().orElse(-1);
        for (Kind telling : new Kind[] {Kind.NUMBER, Kind.EMAIL, Kind.PHONE}) {
            indexesOf(comparisons, telling).forEach(c -> rule(record -> whole(record[c])));
        }
        indexesOf(comparisons, Kind.EMAIL).forEach(c -> rule(record -> beforeAt(record[c])));
        names(schema, comparisons);
        List<Integer> homes = indexesOf(comparisons, Kind.ADDRESS);
        homes.forEach(c -> rule(record -> door(record[c])));
        indexesOf(comparisons, Kind.POSTCODE).forEach(c -> rule(record -> both(whole(record[c]), at(record, birth))));
        homes.forEach(c -> rule(record -> both(street(record[c]), at(record, birth))));
        if (birth >= 0) {
            rule(record -> at(record, birth));
        }
        this.firstSlots = new int[rules.size() + 1];
        for (int r = 0; r < rules.size(); r++) {
            firstSlots[r + 1] = firstSlots[r] + rules.get(r).slots().size();
        }
        this.slots = firstSlots[rules.size()];
    }

    private void names(Schema schema, List<Comparison> comparisons) {
        int given = schema.given();
        int family = schema.family();
        if (given >= 0 && family >= 0) {
            rule(record -> unordered(sound(record[given]), sound(record[family])));
            rule(record -> unordered(beginning(record[given]), beginning(record[family])));
        }
        eachName(given, family, record -> at(record, birth));
        eachName(given, family, record -> birthPart(record, true, true, false));
        eachName(given, family, record -> birthPart(record, false, true, true));
        eachName(given, family, record -> birthPart(record, true, false, true));
        indexesOf(comparisons, Kind.POSTCODE).forEach(c -> eachName(given, family, record -> whole(record[c])));
        indexesOf(comparisons, Kind.ADDRESS).forEach(c -> eachName(given, family, record -> street(record[c])));
        indexesOf(comparisons, Kind.PLACE).forEach(c -> eachName(given, family, record -> whole(record[c])));
    }

    private static List<Integer> indexesOf(List<Comparison> comparisons, Kind kind) {
        List<Integer> indexes = new ArrayList<>();
        for (int c = 0; c < comparisons.size(); c++) {
            if (comparisons.get(c).kind() == kind) {
                indexes.add(c);
            }
        }
        return indexes;
    }

    private void rule(ToLongFunction<@Nullable Value[]> slot) {
        rules.add(new Rule(List.of(slot)));
    }

    private void eachName(int given, int family, ToLongFunction<@Nullable Value[]> with) {
        List<ToLongFunction<@Nullable Value[]>> ways = new ArrayList<>();
        for (int name : new int[] {given, family}) {
            if (name >= 0) {
                ways.add(record -> both(sound(record[name]), with.applyAsLong(record)));
            }
        }
        if (!ways.isEmpty()) {
            rules.add(new Rule(List.copyOf(ways)));
        }
    }

    int rules() {
        return rules.size();
    }

    /** How many keys a record has at most. */
    int slots() {
        return slots;
    }

    int firstSlot(int rule) {
        return firstSlots[rule];
    }

    /** Writes the keys of a record; 0 where it has none. */
    void write(@Nullable Value[] record, long[] keys, int from) {
        int at = from;
        for (Rule rule : rules) {
            int first = at;
            for (ToLongFunction<@Nullable Value[]> slot : rule.slots()) {
                long key = slot.applyAsLong(record);
                keys[at++] = at - 1 > first && key == keys[first] ? 0 : key;
            }
        }
    }

    /** A narrower key for records of a block that is too large; 0 when nothing narrower is known of the record. */
    long narrower(long key, @Nullable Value[] record) {
        return both(key, birthPart(record, true, false, false));
    }

    private long birthPart(@Nullable Value[] record, boolean year, boolean month, boolean day) {
        if (birth < 0 || !(record[birth] instanceof Dated date) || !date.isDay()) {
            return 0;
        }
        long part = (year ? date.year() : 0) * 10_000L + (month ? date.month() : 0) * 100L + (day ? date.day() : 0);
        return mixed(START, part + (year ? 1 : 0) + (month ? 1L << 40 : 0) + (day ? 1L << 41 : 0));
    }

    private static long at(@Nullable Value[] record, int comparison) {
        return comparison < 0 ? 0 : whole(record[comparison]);
    }

    private static long whole(@Nullable Value value) {
        return value == null ? 0 : hash(value.text());
    }

    private static long sound(@Nullable Value value) {
        return value instanceof Words words ? hash(words.sound()) : 0;
    }

    private static long beginning(@Nullable Value value) {
        return value instanceof Words words && words.joined().length() >= BEGINNING
                ? hash(words.joined().substring(0, BEGINNING))
                : 0;
    }

    private static long beforeAt(@Nullable Value value) {
        return value instanceof Mailed mail && mail.beforeAt().length() >= FEWEST_BEFORE_AT ? hash(mail.beforeAt()) : 0;
    }

    private static long street(@Nullable Value value) {
        if (!(value instanceof Located located)) {
            return 0;
        }
        return located.words().stream()
                .filter(word -> !Character.isDigit(word.charAt(0)))
                .findFirst()
                .map(BlockKeys::hash)
                .orElse(0L);
    }

    private static long door(@Nullable Value value) {
        return value instanceof Located located && located.number() != null
                ? both(street(value), hash(located.number()))
                : 0;
    }

    private static long both(long one, long other) {
        return one == 0 || other == 0 ? 0 : mixed(mixed(START, one), other);
    }

    private static long unordered(long one, long other) {
        return both(Math.min(one, other), Math.max(one, other));
    }

    private static long hash(String text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(long hash, long more) {
        long mixed = (hash ^ more) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }
}
