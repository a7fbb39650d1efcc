package uk.sightline.govuk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What our tag prints for a published case. */
final class PublishedHtml {

    static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "uk.sightline");

    private PublishedHtml() {}

    static boolean matches(Fixtures.Case fixture) {
        return Dom.of(render(fixture)).equals(Dom.of(fixture.html()));
    }

    static String render(Fixtures.Case fixture) {
        var out = new StringOutput();
        ENGINE.render("govuk/" + fixture.tag() + ".jte", parameters(fixture), out);
        return out.toString();
    }

    /** Each option of the case as the type that the tag's parameter of that name has; an unknown option is a failure. */
    private static Map<String, @Nullable Object> parameters(Fixtures.Case fixture) {
        var render = Arrays.stream(generated(fixture.tag()).getMethods())
                .filter(method -> method.getName().equals("render"))
                .findFirst()
                .orElseThrow();
        var parameters = new HashMap<String, @Nullable Object>();
        for (var option : fixture.options().properties()) {
            var name = option.getKey().equals("for") ? "forId" : option.getKey();
            if (!option.getValue().isNull()) parameters.put(name, value(render, name, option.getValue()));
        }
        return parameters;
    }

    private static Class<?> generated(String tag) {
        try {
            return Class.forName("uk.sightline.govuk.Jte" + tag + "Generated");
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no tag " + tag, e);
        }
    }

    private static @Nullable Object value(Method render, String name, JsonNode value) {
        var parameter = Arrays.stream(render.getParameters())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The tag has no option " + name));
        if (falsy(value) && !parameter.getType().isPrimitive() && !isScalar(parameter.getType())) return null;
        var type = Fixtures.JSON.constructType(parameter.getParameterizedType());
        return Fixtures.JSON.convertValue(withoutFalsy(value), type);
    }

    private static boolean isScalar(Class<?> type) {
        return type == String.class || type == Boolean.class || type == Integer.class;
    }

    /** The macros skip an item that is false, empty or missing; here it is null. */
    private static JsonNode withoutFalsy(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) if (falsy(array.get(i))) array.setNull(i);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) node.forEach(PublishedHtml::withoutFalsy);
        return node;
    }

    private static boolean falsy(JsonNode node) {
        return node.isNull()
                || (node.isObject() && node.isEmpty())
                || (node.isBoolean() && !node.booleanValue())
                || (node.isString() && node.stringValue().isEmpty())
                || (node.isNumber() && node.intValue() == 0);
    }
}
