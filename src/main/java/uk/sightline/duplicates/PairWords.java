package uk.sightline.duplicates;

import java.util.Locale;

/** What the list and the page of a pair call things. */
final class PairWords {

    private PairWords() {}

    static String label(String verdict) {
        return Verdict.of(verdict).map(Verdict::label).orElse(verdict);
    }

    static String strength(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1) + " match";
    }

    /** "140,000 to 1 for": two digits are as much as a weight knows. */
    static String odds(double chance) {
        boolean speaksFor = chance >= 0.5;
        double odds = (speaksFor ? chance : 1 - chance) / Math.max(speaksFor ? 1 - chance : chance, 1e-9);
        if (odds > 1_000_000) {
            return "more than a million to 1" + (speaksFor ? " for" : " against");
        }
        double scale = Math.max(1, Math.pow(10, Math.floor(Math.log10(odds)) - 1));
        return String.format(
                Locale.UK, "%,d to 1 %s", Math.round(odds / scale) * (long) scale, speaksFor ? "for" : "against");
    }
}
