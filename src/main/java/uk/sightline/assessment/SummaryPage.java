package uk.sightline.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a family may have on paper: no scores, no sources, no names of others and nothing that anybody told in confidence.
 *
 * @param worries the sides of life that give cause to worry
 * @param safe what speaks for safety
 * @param said what the person says in their own words, or null
 * @param steps what is proposed and being done
 */
public record SummaryPage(
        Frame frame,
        String on,
        boolean adult,
        List<String> worries,
        List<String> safe,
        @Nullable String said,
        List<String> steps,
        String team,
        @Nullable String phone) {}
