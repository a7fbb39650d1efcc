package uk.sightline.district;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a referrer wrote, invented: sober, short and never graphic. Facts, the person's own words, the worry and what
 * has been tried stay apart, as on the form (PRACTICE §1, §17.5).
 */
public record InventedNarrative(String facts, String ownWords, String worry, String tried) {

    /** What the worry is about. */
    public enum Strand {
        SEXUAL,
        CRIMINAL,
        COUNTY_LINES,
        ONLINE,
        FINANCIAL,
        CUCKOOING,
        LABOUR,
        VIOLENCE;

        /** Whether the texts speak of somebody under 18 at school and with a family. */
        public boolean suitsChildren() {
            return this != FINANCIAL && this != CUCKOOING && this != LABOUR;
        }

        /** Whether the texts speak of an adult with a home, money or work. */
        public boolean suitsAdults() {
            return !suitsChildren();
        }
    }

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> TIMES = List.of(
            "after midnight",
            "at two in the morning",
            "late in the evening",
            "just before seven",
            "at ten at night",
            "at dawn");
    private static final List<String> WHILES = List.of(
            "three weeks",
            "two months",
            "six months",
            "nearly a year",
            "two years",
            "several years",
            "a term",
            "eighteen months");
    private static final List<String> PLACES = List.of(
            "the bus station",
            "the park gates",
            "a car park",
            "the leisure centre",
            "the takeaway",
            "the library",
            "the retail park",
            "the railway station",
            "the petrol station",
            "a friend's house",
            "the car wash",
            "the skate park");

    private static final Map<String, List<String>> TEXTS = Resources.rows("/district/narratives.csv", 3).stream()
            .collect(Collectors.groupingBy(
                    row -> row[0] + " " + row[1], Collectors.mapping(row -> row[2], Collectors.toList())));

    /**
     * The text of one referral.
     *
     * @param number the referral's number; with the seed it determines the text
     * @param givenName what the person is called
     */
    public static InventedNarrative of(long seed, long number, Strand strand, String givenName, Sex sex) {
        Dice dice = Dice.of(seed, "narrative", number);
        Teller teller = new Teller(dice, givenName, sex);
        return new InventedNarrative(
                teller.oneOf(texts("ANY", "opening")) + " " + teller.twoOf(texts(strand.name(), "facts")),
                "\"" + teller.oneOf(texts(strand.name(), "words")) + "\"",
                teller.oneOf(texts(strand.name(), "worry")),
                teller.oneOf(tried(strand)));
    }

    private static List<String> tried(Strand strand) {
        List<String> own = texts(strand.suitsChildren() ? "CHILD" : "ADULT", "tried");
        return Stream.concat(own.stream(), texts("ANY", "tried").stream()).toList();
    }

    private static List<String> texts(String strand, String part) {
        return TEXTS.getOrDefault(strand + " " + part, List.of());
    }

    /** Tells the texts about one person. */
    private record Teller(Dice dice, String name, Sex sex) {

        String oneOf(List<String> texts) {
            return told(dice.pick(texts));
        }

        String twoOf(List<String> texts) {
            int one = dice.below(texts.size());
            int other = (one + 1 + dice.below(texts.size() - 1)) % texts.size();
            return told(texts.get(one)) + " " + told(texts.get(other));
        }

        private String told(String text) {
            boolean she = sex == Sex.FEMALE;
            return text.replace("{name}", name)
                    .replace("{theirs}", she ? "hers" : "his")
                    .replace("{their}", she ? "her" : "his")
                    .replace("{they}", she ? "she" : "he")
                    .replace("{them}", she ? "her" : "him")
                    .replace("{while}", dice.pick(WHILES))
                    .replace("{day}", dice.pick(DAYS))
                    .replace("{time}", dice.pick(TIMES))
                    .replace("{place}", dice.pick(PLACES));
        }
    }
}
