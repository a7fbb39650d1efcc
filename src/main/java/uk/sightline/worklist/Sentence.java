package uk.sightline.worklist;

import java.time.Instant;
import java.util.Set;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** What somebody is told about a clock, in words. */
final class Sentence {

    /** Roles that are told in person: whoever reads the notice is meant. */
    private static final Set<String> READERS = Set.of("owner", "team", "manager", "chair");

    private Sentence() {}

    static String of(PracticePack pack, String rule, String role, int rung, Instant at) {
        var label = pack.clock(rule, London.date(at)).label();
        if (rung < 0) {
            return label + ": the owner says they cannot take this. Give it to somebody else.";
        }
        return READERS.contains(role)
                ? label + ": this needs you now."
                : label + ": tell the "
                        + inSentence(pack.codes("escalation-role").label(role)) + " about this now.";
    }

    private static String inSentence(String label) {
        return label.substring(0, 1).toLowerCase(java.util.Locale.UK) + label.substring(1);
    }
}
