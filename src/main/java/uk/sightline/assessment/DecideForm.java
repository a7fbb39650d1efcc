package uk.sightline.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.levels.Weighing.Strand;
import uk.sightline.reference.CodeSet;
import uk.sightline.reference.Levels;
import uk.sightline.reference.Tool;

/** The decided level as it was typed: one for each strand that the answers speak of, and for further ones that are added. */
public record DecideForm(
        int version,
        Map<String, String> strands,
        String whole,
        String addedStrand,
        String addedLevel,
        String variance,
        String why) {

    private static final String LEVEL = "level-";
    private static final int LONGEST = 10_000;
    private static final int SHORTEST = 10;

    static DecideForm of(Map<String, String> typed) {
        Map<String, String> strands = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(LEVEL) && !value.isBlank()) {
                strands.put(name.substring(LEVEL.length()), value.strip());
            }
        });
        return new DecideForm(
                version(typed),
                strands,
                text(typed, "whole"),
                text(typed, "strand"),
                text(typed, "strandLevel"),
                text(typed, "variance"),
                text(typed, "why"));
    }

    /** What the rule proposes, to begin with. */
    static DecideForm of(Sheet sheet) {
        Map<String, String> strands = new LinkedHashMap<>();
        sheet.weighing().strands().forEach(strand -> strands.put(strand.strand(), strand.level()));
        return new DecideForm(sheet.row().version(), strands, sheet.weighing().level(), "", "", "", "");
    }

    /** Levels by strand, with the one that was added. */
    Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>(strands);
        if (!addedStrand.isEmpty()) {
            levels.put(addedStrand, addedLevel);
        }
        return levels;
    }

    /** The highest of the strands'; without a strand, the one chosen for the whole. */
    String level(Levels levels) {
        return levels().values().stream().reduce(levels::higher).orElse(whole);
    }

    /** Whether anything is below what the rule made of the answers, or below what was decided last. */
    boolean isLower(Sheet sheet, @Nullable String last) {
        Levels levels = sheet.levels();
        int decided = levels.of(level(levels));
        boolean strandLower = sheet.weighing().strands().stream()
                .anyMatch(strand -> levels.of(levels().getOrDefault(strand.strand(), "")) < levels.of(strand.level()));
        return strandLower
                || decided < levels.of(sheet.weighing().level())
                || last != null && decided < levels.of(last);
    }

    FieldErrors errors(Sheet sheet, CodeSet strandCodes, CodeSet variances, @Nullable String last) {
        FieldErrors.Builder errors = FieldErrors.builder();
        Levels levels = sheet.levels();
        for (Strand strand : sheet.weighing().strands()) {
            if (!levels.isKnown(strands.getOrDefault(strand.strand(), ""))) {
                errors.add(LEVEL + strand.strand(), "Choose the level of " + strandCodes.label(strand.strand()));
            }
        }
        if (!addedStrand.isEmpty()) {
            if (strandCodes.find(addedStrand).isEmpty()) {
                errors.add("strand", "Choose the kind of exploitation from the list");
            }
            if (!levels.isKnown(addedLevel)) {
                errors.add("strandLevel", "Choose the level of the one you add");
            }
        }
        if (levels().isEmpty() && !levels.isKnown(whole)) {
            errors.add("whole", "Choose the level");
        }
        if (levels().isEmpty() && needsStrand(sheet, levels)) {
            errors.add("strand", "Say which kind of exploitation it is");
        }
        boolean differs = !level(levels).equals(sheet.weighing().level());
        if (differs && variances.find(variance).isEmpty()) {
            errors.add("variance", "Choose why your level differs from the calculated one");
        }
        boolean reasoned = why.length() >= SHORTEST;
        if (!reasoned && (differs || isLower(sheet, last))) {
            errors.add("why", "Say what has changed and what shows it");
        } else if (why.isEmpty()) {
            errors.add("why", "Say what you make of it, in a sentence");
        }
        if (why.length() > LONGEST) {
            errors.add("why", "This may have up to 10,000 characters");
        }
        return errors.build();
    }

    /** Nobody whose level calls for work is left without a kind of exploitation under which the hub finds them. */
    private boolean needsStrand(Sheet sheet, Levels levels) {
        return sheet.tool().subject() == Tool.Subject.CHILD
                && !sheet.tool().strands().isEmpty()
                && levels.of(whole) > 0;
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private static String text(Map<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.get(name), "").replace("\0", "").strip();
    }
}
