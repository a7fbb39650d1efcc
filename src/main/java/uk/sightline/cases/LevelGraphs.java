package uk.sightline.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.sightline.cases.CasePage.Strand;
import uk.sightline.cases.LevelGraph.Span;
import uk.sightline.cases.LevelGraph.Step;
import uk.sightline.reference.Code;
import uk.sightline.reference.Levels;

/** Draws the level of each strand over time; what stands comes first, then what belongs to work that is over. */
@Component
class LevelGraphs {

    private final CaseWords words;

    LevelGraphs(CaseWords words) {
        this.words = words;
    }

    List<Strand> of(CaseFile file, List<Standing> standing, Instant now) {
        if (file.steps().isEmpty()) {
            return List.of();
        }
        Span span = Span.of(file.steps().getFirst().decidedAt(), now);
        Map<String, Standing> stands = standing.stream().collect(Collectors.toMap(Standing::strand, each -> each));
        Set<String> strands = new LinkedHashSet<>();
        standing.forEach(each -> strands.add(each.strand()));
        file.steps().forEach(step -> strands.add(step.strand()));
        return strands.stream()
                .map(strand -> new Strand(
                        words.strand(strand),
                        stands.containsKey(strand)
                                ? words.sentence(Objects.requireNonNull(stands.get(strand)))
                                : "Closed",
                        graph(file, strand, span)))
                .toList();
    }

    private LevelGraph graph(CaseFile file, String strand, Span span) {
        Levels levels = words.levels();
        Map<UUID, Involvement> periods =
                file.periods().stream().collect(Collectors.toMap(Involvement::id, Function.identity()));
        List<LevelStep> steps = file.steps().stream()
                .filter(step -> step.strand().equals(strand))
                .toList();
        List<Step> line = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            LevelStep step = steps.get(i);
            Instant next = i + 1 < steps.size() ? steps.get(i + 1).decidedAt() : span.until();
            Involvement period = periods.get(step.involvementId());
            Instant closed = period == null ? null : period.closedAt();
            Instant until = closed != null && closed.isBefore(next) ? closed : next;
            line.add(new Step(Math.max(0, levels.of(step.level())), step.decidedAt(), until));
        }
        return LevelGraph.of(levels.all().stream().map(Code::label).toList(), line, span);
    }
}
