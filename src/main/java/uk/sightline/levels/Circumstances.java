package uk.sightline.levels;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know besides the answers.
 *
 * @param day of the assessment: months are counted back from here
 * @param age in completed years, or null when nobody knows
 * @param facts such as {@code disability-LD}, from the person's record and from the prompts
 * @param missing episodes in the 30 days before
 */
public record Circumstances(LocalDate day, @Nullable Integer age, Set<String> facts, int missing) {}
