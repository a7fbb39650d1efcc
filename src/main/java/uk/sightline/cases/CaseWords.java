package uk.sightline.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.platform.London;
import uk.sightline.reference.CodeSet;
import uk.sightline.reference.Levels;
import uk.sightline.reference.PracticePack;

/** What the pack calls strands, levels and reasons, and a level's way in words. */
@Component
class CaseWords {

    private final PracticePack pack;

    CaseWords(PracticePack pack) {
        this.pack = pack;
    }

    /** The levels, by their order. */
    Levels levels() {
        return new Levels(pack.codes("exploitation-level"));
    }

    CodeSet closures() {
        return pack.codes("closure-reason");
    }

    String strand(String code) {
        return pack.codes("strand").label(code);
    }

    String level(String code) {
        return levels().label(code);
    }

    /** Whether a level is one at which the partnership works with somebody. */
    boolean callsForWork(String level) {
        return levels().of(level) > 0;
    }

    /** @throws IllegalArgumentException when the pack does not have one of the codes */
    void check(LevelDecision decision) {
        decision.levels().forEach((strand, level) -> {
            if (pack.codes("strand").find(strand).isEmpty() || !levels().isKnown(level)) {
                throw new IllegalArgumentException("no level '%s' of strand '%s'".formatted(level, strand));
            }
        });
    }

    /** Whether it puts a strand lower than the tool proposed: that takes a second person or a manager (PRACTICE §2.3). */
    boolean lowers(LevelDecision decision) {
        Levels levels = levels();
        return decision.calculated().entrySet().stream().anyMatch(proposed -> {
            String decided = decision.levels().get(proposed.getKey());
            return decided != null && levels.of(decided) < levels.of(proposed.getValue());
        });
    }

    /** The highest strand first, then by name. */
    List<Standing> highestFirst(List<Standing> standing) {
        Comparator<Standing> order = Comparator.comparingInt(each -> -levels().of(each.level()));
        return standing.stream()
                .sorted(order.thenComparing(each -> strand(each.strand())))
                .toList();
    }

    /** The overall level: the highest of the strands. */
    Optional<String> overall(List<Standing> standing) {
        return standing.stream().map(Standing::level).reduce(levels()::higher);
    }

    /** "High since 3 November 2026, up from Moderate". */
    String sentence(Standing standing) {
        return "%s since %s, %s"
                .formatted(
                        level(standing.level()), day(standing.since()), trend(standing.level(), standing.previous()));
    }

    /** "up from Moderate", "confirmed", "the first level". */
    String trend(String level, @Nullable String before) {
        if (before == null) {
            return "the first level";
        }
        int up = levels().of(level) - levels().of(before);
        return up == 0 ? "confirmed" : (up > 0 ? "up from " : "down from ") + level(before);
    }

    static String day(Instant at) {
        return London.day(London.date(at));
    }
}
