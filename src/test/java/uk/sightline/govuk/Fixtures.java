package uk.sightline.govuk;

import gg.jte.Content;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The components' published cases: options in, HTML out. */
final class Fixtures {

    private static final Path COMPONENTS = Path.of("node_modules/govuk-frontend/dist/govuk/components");

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addDeserializer(Plural.class, new PluralForms())
                    .addDeserializer(NavigationSlots.class, new Slots())
                    .addDeserializer(Content.class, new RawHtml())
                    .addDeserializer(Attributes.class, new AttributeMap()))
            .build();

    private Fixtures() {}

    record Case(String component, String name, JsonNode options, String html) {

        /** The camel-case name that the component's tag has. */
        String tag() {
            var words = component.split("-", -1);
            return words[0]
                    + Arrays.stream(words)
                            .skip(1)
                            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                            .reduce("", String::concat);
        }

        @Override
        public String toString() {
            return component + ": " + name;
        }
    }

    static List<Case> all() throws java.io.IOException {
        try (Stream<Path> folders = Files.list(COMPONENTS)) {
            return folders.map(folder -> folder.resolve("fixtures.json").toFile())
                    .filter(File::exists)
                    .sorted()
                    .flatMap(Fixtures::read)
                    .toList();
        }
    }

    private static Stream<Case> read(File file) {
        var document = JSON.readTree(file);
        var component = document.get("component").stringValue();
        return document.get("fixtures")
                .valueStream()
                .map(fixture -> new Case(
                        component,
                        fixture.get("name").stringValue(),
                        fixture.get("options"),
                        fixture.get("html").stringValue()));
    }

    private static final class RawHtml extends ValueDeserializer<Content> {
        @Override
        public @Nullable Content deserialize(JsonParser parser, DeserializationContext context) {
            var html = parser.currentToken() == JsonToken.VALUE_FALSE ? "" : parser.getValueAsString();
            return html == null || html.isEmpty() ? null : output -> output.writeContent(html);
        }
    }

    private static final class PluralForms extends ValueDeserializer<Plural> {
        @Override
        public Plural deserialize(JsonParser parser, DeserializationContext context) {
            var forms = new LinkedHashMap<String, String>();
            JsonNode tree = context.readTree(parser);
            tree.forEachEntry((form, message) -> forms.put(form, message.asString()));
            return new Plural(forms);
        }
    }

    /** A slot is raw HTML or, for the one at the end, an object that also says how it stands. */
    private static final class Slots extends ValueDeserializer<NavigationSlots> {
        @Override
        public NavigationSlots deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            return new NavigationSlots(
                    slot(tree.path("start")),
                    slot(tree.path("end")),
                    slot(tree.path("navigationStart")),
                    slot(tree.path("navigationEnd")),
                    tree.path("end").path("align").asString("").equals("inline"));
        }

        private static @Nullable Text slot(JsonNode node) {
            var html = node.isObject() ? node.path("html").asString("") : node.asString("");
            return html.isEmpty() ? null : Text.html(output -> output.writeContent(html));
        }
    }

    /** A value may stand alone, or as {@code {"value": …, "optional": true}}. */
    private static final class AttributeMap extends ValueDeserializer<Attributes> {
        @Override
        public Attributes deserialize(JsonParser parser, DeserializationContext context) {
            var values = new LinkedHashMap<String, Object>();
            JsonNode tree = context.readTree(parser);
            tree.forEachEntry((name, value) -> put(values, name, value));
            return new Attributes(values);
        }

        private static void put(Map<String, Object> values, String name, JsonNode node) {
            var optional = node.path("optional").booleanValue(false);
            var value = node.isObject() ? node.get("value") : node;
            if (!optional) values.put(name, value.isNull() ? "" : value.asString());
            else if (value.isBoolean()) values.put(name, value.booleanValue());
            else if (!value.isNull()) values.put(name, value.asString());
        }
    }
}
