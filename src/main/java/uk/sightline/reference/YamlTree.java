package uk.sightline.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Turns one YAML file into nodes with places. Refuses what makes data hard to review: anchors, two fields of one name. */
final class YamlTree {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final YAMLParser parser;
    private final Problems problems;

    private YamlTree(String file, YAMLParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /** Empty when the file is not readable YAML with fields at the top; the problem is then noted. */
    static Optional<Node.Mapping> read(String file, String text, Problems problems) {
        try (var parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(file, parser, problems).top();
        } catch (JacksonException broken) {
            problems.add(place(file, broken.getLocation()), "not YAML: " + firstLine(broken.getOriginalMessage()));
            return Optional.empty();
        }
    }

    private Optional<Node.Mapping> top() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            problems.add(here(), "expected fields such as 'teams:' at the top of the file");
            return Optional.empty();
        }
        var mapping = mapping();
        if (parser.nextToken() != null) {
            problems.add(here(), "only one YAML document belongs in a file");
        }
        return Optional.of(mapping);
    }

    private Node node() {
        if (parser.isCurrentAlias()) {
            problems.add(here(), "anchors and aliases are not used in packs: write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> items();
            case VALUE_NULL -> new Node.Scalar(here(), "");
            default -> new Node.Scalar(here(), parser.getString().strip());
        };
    }

    private Node.Items items() {
        var at = here();
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node());
        }
        return new Node.Items(at, nodes);
    }

    private Node.Mapping mapping() {
        Node.@Nullable At at = null;
        var start = here();
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            at = at == null ? here() : at;
            field(fields);
        }
        return new Node.Mapping(at == null ? start : at, fields);
    }

    private void field(Map<String, Node> fields) {
        var name = parser.currentName();
        if (fields.containsKey(name)) {
            problems.add(here(), "'" + name + "' is written twice here");
        }
        parser.nextToken();
        fields.put(name, node());
    }

    private Node.At here() {
        return place(file, parser.currentTokenLocation());
    }

    private static Node.At place(String file, @Nullable TokenStreamLocation location) {
        return location == null
                ? new Node.At(file, 1, 1)
                : new Node.At(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
