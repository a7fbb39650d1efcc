package uk.sightline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A file of invented people, a quarter of whom are in it more than once with mistakes, and the truth beside it. The same
 * number of rows is always the same file.
 */
record LinkRows(Path file, Path truth) {

    private static final List<String> HEADINGS = List.of(
            "id", "given_name", "surname", "date_of_birth", "address", "town", "postcode", "phone", "nhs_number");

    private static final List<String> GIVEN = List.of(
            "Amina", "Robert", "Grace", "Tomasz", "Yusuf", "Ella", "Hannah", "Owen", "Priya", "Callum", "Zara", "Isaac",
            "Maryam", "Oliver", "Sofia", "Hamza", "Chloe", "Daniel", "Fatima", "George", "Leila", "Jack", "Noor",
            "Adam", "Beata", "Harry", "Sana", "Lewis", "Ruby", "Imran", "Freya", "Joseph", "Anya", "Ibrahim", "Lily",
            "Marek", "Poppy", "Rashid", "Evie", "Samuel", "Khadija", "Thomas", "Molly", "Bilal", "Niamh", "Peter",
            "Aisha", "Ryan");

    private static final List<String> STARTS = List.of(
            "Ack", "Bar", "Cros", "Dun", "Ever", "Farn", "Grim", "Hol", "Ing", "Kirk", "Lum", "Mar", "Nor", "Ot", "Pen",
            "Rad", "Sal", "Thorn", "Ug", "Wain", "Yar", "Ald", "Brad", "Cal", "Der", "Elm", "Fox", "Gar", "Har", "Ram");

    private static final List<String> MIDDLES = List.of("", "", "", "er", "ing", "el", "en", "al", "or");

    private static final List<String> ENDS = List.of(
            "son", "ford", "ley", "wick", "shaw", "ton", "den", "by", "ham", "worth", "field", "well", "stead", "bank",
            "thorpe", "cliffe", "gate", "royd");

    private static final List<String> AREAS = List.of("BD", "LS", "HX", "WF", "HD");
    private static final String INWARD = "ABDEFGHJLNPQRSTUWXYZ";
    private static final String TYPED = "aeiourstln";

    static LinkRows write(int rows, Path folder) throws IOException {
        LinkRows written = new LinkRows(folder.resolve("people.csv"), folder.resolve("truth.csv"));
        SplittableRandom dice = new SplittableRandom(rows);
        try (BufferedWriter people = Files.newBufferedWriter(written.file());
                BufferedWriter truth = Files.newBufferedWriter(written.truth())) {
            people.write(String.join(",", HEADINGS) + "\n");
            truth.write("id,person\n");
            String[] person = person(dice);
            int number = 0;
            for (int row = 0; row < rows; row++) {
                boolean again = row > 0 && dice.nextInt(100) < 22;
                person = again ? person : person(dice);
                number += again ? 0 : 1;
                people.write("r" + row + "," + String.join(",", again ? mistaken(person, dice) : person) + "\n");
                truth.write("r" + row + "," + number + "\n");
            }
        }
        return written;
    }

    private static String[] person(SplittableRandom dice) {
        return new String[] {
            GIVEN.get(skewed(GIVEN.size(), dice)),
            name(dice),
            "%d-%02d-%02d".formatted(dice.nextInt(1935, 2024), dice.nextInt(1, 13), dice.nextInt(1, 29)),
            home(dice),
            name(dice),
            postcode(dice),
            dice.nextInt(100) < 60 ? "07700%06d".formatted(dice.nextInt(1_000_000)) : "",
            dice.nextInt(100) < 70 ? "999%07d".formatted(dice.nextInt(10_000_000)) : ""
        };
    }

    /** The second record of somebody: mistyped here, forgotten there, moved house, names changed places. */
    private static String[] mistaken(String[] person, SplittableRandom dice) {
        String[] again = person.clone();
        for (int field = 0; field < again.length; field++) {
            int fate = dice.nextInt(100);
            boolean telling = field < 3;
            again[field] = fate < 10 ? mistyped(again[field], dice) : fate < (telling ? 13 : 23) ? "" : again[field];
        }
        if (dice.nextInt(100) < 15) {
            again[3] = home(dice);
            again[5] = postcode(dice);
        }
        if (dice.nextInt(100) < 3) {
            String given = again[0];
            again[0] = again[1];
            again[1] = given;
        }
        return again;
    }

    private static String mistyped(String text, SplittableRandom dice) {
        if (text.length() < 3) {
            return text;
        }
        int at = dice.nextInt(1, text.length() - 1);
        String letter = String.valueOf(TYPED.charAt(dice.nextInt(TYPED.length())));
        return switch (dice.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + letter + text.substring(at);
            case 2 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default -> text.substring(0, at) + letter + text.substring(at + 1);
        };
    }

    private static String name(SplittableRandom dice) {
        return STARTS.get(skewed(STARTS.size(), dice))
                + MIDDLES.get(dice.nextInt(MIDDLES.size()))
                + ENDS.get(skewed(ENDS.size(), dice));
    }

    private static String home(SplittableRandom dice) {
        return dice.nextInt(1, 200) + " " + name(dice) + (dice.nextBoolean() ? " Road" : " Street");
    }

    private static String postcode(SplittableRandom dice) {
        return AREAS.get(skewed(AREAS.size(), dice)) + dice.nextInt(1, 30) + " " + dice.nextInt(1, 10)
                + INWARD.charAt(dice.nextInt(INWARD.length())) + INWARD.charAt(dice.nextInt(INWARD.length()));
    }

    /** The first are common, the last are rare, as names are. */
    private static int skewed(int size, SplittableRandom dice) {
        return (int) (size * Math.pow(dice.nextDouble(), 1.7));
    }
}
