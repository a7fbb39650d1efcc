package uk.sightline.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.sightline.matching.Chances;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Level;
import uk.sightline.matching.Model;
import uk.sightline.matching.Schema;
import uk.sightline.platform.RuleBroken;

/** A model as a file that people can read and a later run can use again. It holds chances, and nothing of anybody. */
final class ModelFile {

    private static final String FORMAT = "sightline-model-1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelFile() {}

    static void write(Model model, Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("rarity", model.rarity());
        ArrayNode comparisons = root.putArray("comparisons");
        for (int c = 0; c < model.chances().size(); c++) {
            Comparison comparison = model.schema().comparisons().get(c);
            ObjectNode each = comparisons.addObject();
            each.put("key", comparison.key());
            each.put("label", comparison.label());
            ArrayNode levels = each.putArray("levels");
            List<Level> words = comparison.kind().levels();
            for (int level = 0; level < words.size(); level++) {
                levels.addObject()
                        .put("level", words.get(level).words())
                        .put("ifSame", model.chances().get(c).ifSame().get(level))
                        .put("ifOther", model.chances().get(c).ifOther().get(level));
            }
        }
        Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    }

    /**
     * Reads a model for records of a schema; what it does not know is taken to be as usual.
     *
     * @throws RuleBroken when the file is no model, or one of another version
     */
    static Model read(Path file, Schema schema, int records) throws IOException {
        JsonNode root = parsed(file);
        if (!FORMAT.equals(root.path("format").asString(""))) {
            throw new RuleBroken("%s is no model that this version can read.".formatted(file));
        }
        List<Chances> chances = new ArrayList<>(Model.usual(schema, records).chances());
        for (JsonNode each : root.path("comparisons")) {
            for (int c = 0; c < chances.size(); c++) {
                if (schema.comparisons().get(c).key().equals(each.path("key").asString(""))) {
                    chances.set(
                            c,
                            chances(each.path("levels"), chances.get(c).ifSame().size(), file));
                }
            }
        }
        return new Model(schema, root.path("rarity").asDouble(0.0001), chances);
    }

    private static JsonNode parsed(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new RuleBroken("%s is no model: it is not JSON.".formatted(file));
        }
    }

    private static Chances chances(JsonNode levels, int size, Path file) {
        List<Double> same = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (JsonNode level : levels) {
            same.add(level.path("ifSame").asDouble(0));
            other.add(level.path("ifOther").asDouble(0));
        }
        try {
            if (same.size() == size) {
                return new Chances(same, other);
            }
        } catch (IllegalArgumentException e) {
            throw new RuleBroken("%s: %s.".formatted(file, e.getMessage()));
        }
        throw new RuleBroken("%s has %d levels where %d are compared: it was made by another version."
                .formatted(file, same.size(), size));
    }
}
