package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.sightline.matching.Chances;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Learning.Learnt;
import uk.sightline.matching.Learning.Seen;
import uk.sightline.matching.Level;

/** A model as it is kept: readable, with what each chance rests on. */
final class ModelText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ModelText() {}

    /** What is kept of a model. */
    record Kept(List<Chances> chances, List<Seen> seen) {}

    static String write(Learnt learnt) {
        ArrayNode root = JSON.createArrayNode();
        for (int c = 0; c < learnt.seen().size(); c++) {
            Comparison comparison = learnt.model().schema().comparisons().get(c);
            Chances chances = learnt.model().chances().get(c);
            Seen seen = learnt.seen().get(c);
            ObjectNode each = root.addObject();
            each.put("comparison", comparison.key());
            ArrayNode levels = each.putArray("levels");
            List<Level> words = comparison.kind().levels();
            for (int level = 0; level < words.size(); level++) {
                levels.addObject()
                        .put("level", words.get(level).words())
                        .put("ifSame", chances.ifSame().get(level))
                        .put("ifOther", chances.ifOther().get(level))
                        .put("seenSame", seen.same().get(level))
                        .put("seenOther", seen.other().get(level));
            }
        }
        return JSON.writeValueAsString(root);
    }

    /** Empty when other respects, or other levels, were compared then than are now. */
    static Optional<Kept> read(String text) {
        JsonNode root = JSON.readTree(text);
        List<Comparison> comparisons = PersonRespects.SCHEMA.comparisons();
        List<Chances> chances = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        for (int c = 0; c < comparisons.size(); c++) {
            JsonNode levels = root.path(c).path("levels");
            if (!isOf(comparisons.get(c), root.path(c))) {
                return Optional.empty();
            }
            chances.add(new Chances(numbers(levels, "ifSame"), numbers(levels, "ifOther")));
            seen.add(new Seen(numbers(levels, "seenSame"), numbers(levels, "seenOther")));
        }
        return Optional.of(new Kept(chances, seen));
    }

    private static boolean isOf(Comparison comparison, JsonNode kept) {
        List<String> words = new ArrayList<>();
        kept.path("levels").forEach(level -> words.add(level.path("level").asString("")));
        return comparison.key().equals(kept.path("comparison").asString(""))
                && words.equals(
                        comparison.kind().levels().stream().map(Level::words).toList());
    }

    private static List<Double> numbers(JsonNode levels, String field) {
        List<Double> numbers = new ArrayList<>();
        levels.forEach(level -> numbers.add(level.path(field).asDouble(0)));
        return numbers;
    }
}
