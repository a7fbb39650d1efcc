package uk.sightline.marf;

import java.util.List;
import uk.sightline.reference.Code;

/**
 * Whom to ring, in the order of need: pack data that waits to be confirmed before it goes live.
 *
 * @param phone of the front door
 */
record Numbers(List<Line> emergency, List<Line> others, List<Line> children, String phone) {

    /** One number, whose it is and when to ring it. */
    record Line(String number, String who, String when) {}

    static Numbers of(Filling filling, String phone) {
        return new Numbers(lines(filling, "emergency"), lines(filling, "anyone"), lines(filling, "child"), phone);
    }

    private static List<Line> lines(Filling filling, String whom) {
        return filling.codes("marf-helpline").stream()
                .filter(code -> whom.equals(code.fact("for")))
                .map(Numbers::line)
                .toList();
    }

    private static Line line(Code code) {
        String help = code.help();
        return new Line(code.code(), code.label(), help == null ? "" : help);
    }
}
