package uk.sightline.assessment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.sightline.levels.Said;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;
import uk.sightline.reference.Tool.Rating;

/** Words for what is stored as a code of the program, not of the pack. */
final class Words {

    private Words() {}

    /** A kind of exploitation, as it is called of a child or of an adult. */
    static String strand(PracticePack pack, Tool tool, String code) {
        Optional<Code> strand = pack.codes("strand").find(code);
        return strand.filter(each -> tool.subject() == Tool.Subject.ADULT)
                .map(each -> each.fact("adult"))
                .or(() -> strand.map(Code::label))
                .orElse(code);
    }

    static String rating(@Nullable Rating rating) {
        return switch (rating) {
            case HIGH -> "high";
            case MEDIUM -> "medium";
            case LOW -> "low";
            case NONE -> "nothing seen";
            case null -> "nothing seen";
        };
    }

    static String said(Said said) {
        return switch (said) {
            case EVIDENCED -> "Yes, evidenced";
            case SUSPECTED -> "Yes, suspected";
            case NO -> "No";
            case UNKNOWN -> "Not known";
            case NOT_ASKED -> "Not asked";
        };
    }

    static String followUp(String state) {
        return switch (state) {
            case "done" -> "Done";
            case "not-needed" -> "Not needed";
            default -> "To decide";
        };
    }
}
