package uk.sightline.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.sightline.matching.Chances;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Kind;
import uk.sightline.matching.Model;

/**
 * The model as settings of Splink, the Ministry of Justice's free linking package, for files that are too large for one
 * machine: it runs the same model on Spark. Its columns are named after the comparisons, with {@code _} for {@code -}, and
 * hold plain text: lower case, no accents, dates as {@code YYYY-MM-DD}.
 *
 * <p>SQL says less than Java: levels that it cannot tell (sound, other form of a name, names that changed places) count
 * with "everything else", so that the chances of a comparison still add up to one.
 */
final class SplinkSettings {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What Splink runs on: the names of two functions differ. */
    enum Dialect {
        SPARK("jaro_winkler"),
        DUCKDB("jaro_winkler_similarity");

        private final String jaroWinkler;

        Dialect(String jaroWinkler) {
            this.jaroWinkler = jaroWinkler;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A level that SQL can tell: those of the kind that it stands for, and the condition over {@code _l} and {@code _r}. */
    private record Told(String label, String condition, List<Integer> levels) {}

    private final Model model;
    private final Dialect dialect;

    SplinkSettings(Model model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
    }

    void write(Path file, boolean twoFiles) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("link_type", twoFiles ? "link_only" : "dedupe_only");
        root.put("sql_dialect", dialect.word());
        root.put("unique_id_column_name", "unique_id");
        root.put("probability_two_random_records_match", model.rarity());
        ArrayNode comparisons = root.putArray("comparisons");
        List<Comparison> all = model.schema().comparisons();
        for (int c = 0; c < all.size(); c++) {
            if (all.get(c).kind() != Kind.NAME_ORDER) {
                comparison(comparisons.addObject(), all.get(c), model.chances().get(c));
            }
        }
        ArrayNode rules = root.putArray("blocking_rules_to_generate_predictions");
        blocking().forEach(rule -> rules.addObject().put("blocking_rule", rule).put("sql_dialect", dialect.word()));
        Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    }

    private static String column(Comparison comparison) {
        return comparison.key().replace('-', '_');
    }

    private void comparison(ObjectNode into, Comparison comparison, Chances chances) {
        String column = column(comparison);
        into.put("output_column_name", column);
        into.put("comparison_description", comparison.label());
        ArrayNode levels = into.putArray("comparison_levels");
        levels.addObject()
                .put("sql_condition", "%s_l IS NULL OR %s_r IS NULL".formatted(column, column))
                .put("label_for_charts", "not on both")
                .put("is_null_level", true);
        List<Integer> rest = new ArrayList<>();
        for (int level = 0; level < chances.ifSame().size(); level++) {
            rest.add(level);
        }
        for (Told told : told(comparison.kind(), column)) {
            rest.removeAll(told.levels());
            level(levels.addObject(), told, chances, told.label().equals("the same") ? column : "");
        }
        level(levels.addObject(), new Told("everything else", "ELSE", rest), chances, "");
    }

    private static void level(ObjectNode into, Told told, Chances chances, String countedColumn) {
        into.put("sql_condition", told.condition());
        into.put("label_for_charts", told.label());
        into.put("m_probability", sum(chances.ifSame(), told.levels()));
        into.put("u_probability", sum(chances.ifOther(), told.levels()));
        if (!countedColumn.isEmpty()) {
            into.put("tf_adjustment_column", countedColumn);
            into.put("tf_adjustment_weight", 1.0);
        }
    }

    private static double sum(List<Double> chances, List<Integer> levels) {
        return levels.stream().mapToDouble(chances::get).sum();
    }

    private List<Told> told(Kind kind, String column) {
        String left = column + "_l";
        String right = column + "_r";
        Told same =
                new Told("the same", left + " = " + right, List.of(kind.levels().size() - 1));
        String mistakes = "damerau_levenshtein(%s, %s) <= ".formatted(left, right);
        String close = "%s(%s, %s) >= ".formatted(dialect.jaroWinkler, left, right);
        return switch (kind) {
            case NAME ->
                List.of(
                        same,
                        new Told("one letter differs", mistakes + 1, List.of(6)),
                        new Told("similar spelling", close + 0.88, List.of(3)));
            case PLACE ->
                List.of(
                        same,
                        new Told("one letter differs", mistakes + 1, List.of(3)),
                        new Told("similar spelling", close + 0.88, List.of(2)));
            case BIRTH_DATE ->
                List.of(
                        same,
                        new Told("one digit differs", mistakes + 1, List.of(6)),
                        new Told(
                                "the same year",
                                "substr(%s, 1, 4) = substr(%s, 1, 4)".formatted(left, right),
                                List.of(3, 5)));
            case POSTCODE ->
                List.of(
                        same,
                        new Told("one character differs", mistakes + 1, List.of(2)),
                        new Told(
                                "the same district",
                                "substr(%s, 1, 3) = substr(%s, 1, 3)".formatted(left, right),
                                List.of(1)));
            case EMAIL -> List.of(same, new Told("one or two letters differ", mistakes + 2, List.of(3)));
            case PHONE -> List.of(same, new Told("one digit differs", mistakes + 1, List.of(1)));
            case NUMBER ->
                List.of(
                        new Told("the same", left + " = " + right, List.of(3, 4)),
                        new Told("one character differs", mistakes + 1, List.of(2)));
            case ADDRESS -> List.of(same, new Told("similar spelling", close + 0.92, List.of(3)));
            case PROTECTED -> List.of(same);
            case NAME_ORDER -> List.of();
        };
    }

    /** The plainest of the rules by which pairs come to be compared: what tells alone, and any two of the rest. */
    private List<String> blocking() {
        List<String> rules = new ArrayList<>();
        List<String> paired = new ArrayList<>();
        for (Comparison comparison : model.schema().comparisons()) {
            switch (comparison.kind()) {
                case NAME_ORDER, PLACE, PROTECTED -> {}
                case NUMBER, EMAIL, PHONE -> rules.add(same(column(comparison)));
                case NAME, BIRTH_DATE, ADDRESS, POSTCODE -> paired.add(same(column(comparison)));
            }
        }
        for (int i = 0; i < paired.size(); i++) {
            for (int j = i + 1; j < paired.size(); j++) {
                rules.add(paired.get(i) + " AND " + paired.get(j));
            }
        }
        return rules;
    }

    private static String same(String column) {
        return "l.%s = r.%s".formatted(column, column);
    }
}
