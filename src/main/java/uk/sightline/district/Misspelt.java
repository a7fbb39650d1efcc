package uk.sightline.district;

/** A name as somebody wrote it who had only heard it, or typed in haste. */
final class Misspelt {

    private static final int SHORTEST = 4;

    /** The letters beside each other on the keyboard, row by row. */
    private static final String KEYS = "qwertyuiop asdfghjkl zxcvbnm";

    private Misspelt() {}

    /** Half of the time as it is; otherwise with two letters changed over, one doubled, left out, or beside the right key. */
    static String of(String name, Dice dice) {
        if (name.length() < SHORTEST || dice.chance(50)) {
            return name;
        }
        int at = dice.between(1, name.length() - 2);
        if (!Character.isLetter(name.charAt(at)) || !Character.isLetter(name.charAt(at + 1))) {
            return name;
        }
        return switch (dice.below(4)) {
            case 0 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 2 -> name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + beside(name.charAt(at)) + name.substring(at + 1);
        };
    }

    private static char beside(char letter) {
        int key = KEYS.indexOf(letter);
        if (key < 0) {
            return letter;
        }
        boolean last = key + 1 == KEYS.length() || KEYS.charAt(key + 1) == ' ';
        return KEYS.charAt(last ? key - 1 : key + 1);
    }
}
