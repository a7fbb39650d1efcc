package uk.sightline.district;

/** A name as somebody wrote it who had only heard it, or typed in haste. */
final class Misspelt {

    private static final int SHORTEST = 4;

    private Misspelt() {}

    /** Half of the time as it is; otherwise with two letters changed over, one doubled, or one left out. */
    static String of(String name, Dice dice) {
        if (name.length() < SHORTEST || dice.chance(50)) {
            return name;
        }
        int at = dice.between(1, name.length() - 2);
        if (!Character.isLetter(name.charAt(at)) || !Character.isLetter(name.charAt(at + 1))) {
            return name;
        }
        return switch (dice.below(3)) {
            case 0 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            default -> name.substring(0, at) + name.substring(at + 1);
        };
    }
}
