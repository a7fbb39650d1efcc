package uk.sightline.duplicates;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.reference.PracticePack;

/**
 * A verdict as it was typed.
 *
 * @param reason code of the pack, of the set that belongs to the verdict
 * @param version how many verdicts there were when the page was opened; -1 when that cannot be read
 * @param keys whether single keys are switched on
 */
record VerdictForm(
        @Nullable String verdict, @Nullable String reason, String words, int version, Listing listing, boolean keys) {

    private static final int LONGEST = 500;

    static VerdictForm empty(int version, Listing listing, boolean keys) {
        return new VerdictForm(null, null, "", version, listing, keys);
    }

    static VerdictForm of(Map<String, String> typed) {
        String verdict = typed.get("verdict");
        String version = typed.getOrDefault("version", "");
        return new VerdictForm(
                verdict,
                typed.get("reason-" + verdict),
                typed.getOrDefault("words", "").strip(),
                version.matches("\\d{1,6}") ? Integer.parseInt(version) : -1,
                Listing.of(typed.get("list")),
                "on".equals(typed.get("keys")));
    }

    VerdictForm at(int now) {
        return new VerdictForm(verdict, reason, words, now, listing, keys);
    }

    Optional<Verdict> chosen() {
        return Verdict.of(verdict);
    }

    FieldErrors errors(PracticePack pack) {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (chosen().isEmpty()) {
            errors.add("verdict", "Choose whether they are the same person");
        } else if (why(pack).isEmpty() && chosen().orElseThrow() != Verdict.UNSURE) {
            String field = "reason-" + verdict;
            errors.add(field, "Say why: choose a reason or write one");
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            errors.add("words", "Write %d characters or fewer".formatted(LONGEST));
        }
        return errors.build();
    }

    /** The reason in words: what was chosen, then what was written. */
    String why(PracticePack pack) {
        String chosen = chosen().map(Verdict::reasons)
                .filter(set -> reason != null)
                .flatMap(set -> pack.codes(set).find(String.valueOf(reason)))
                .map(code -> code.label())
                .orElse("");
        return chosen.isEmpty() || words.isEmpty() ? chosen + words : chosen + ". " + words;
    }
}
