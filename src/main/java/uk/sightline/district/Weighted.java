package uk.sightline.district;

import java.util.ArrayList;
import java.util.List;

/** Values with their shares, drawn in proportion; written as {@code "AIND 70, OTH 30"}. */
final class Weighted {

    private final List<String> values = new ArrayList<>();
    private final int[] upTo;

    private Weighted(String shares) {
        String[] parts = shares.split(",\\s*");
        upTo = new int[parts.length];
        int total = 0;
        for (int i = 0; i < parts.length; i++) {
            int space = parts[i].lastIndexOf(' ');
            values.add(parts[i].substring(0, space));
            total += Integer.parseInt(parts[i].substring(space + 1));
            upTo[i] = total;
        }
    }

    static Weighted of(String shares) {
        return new Weighted(shares);
    }

    String draw(Dice dice) {
        int at = dice.below(upTo[upTo.length - 1]);
        int i = 0;
        while (at >= upTo[i]) {
            i++;
        }
        return values.get(i);
    }
}
