package uk.sightline.govuk;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML as a reader gets it: one line a node, attributes in order of name, white space only where it shows. */
final class Dom {

    private static final Set<String> INLINE = Set.of("a", "span", "strong", "em", "b", "i", "code", "abbr");

    private Dom() {}

    static String of(String html) {
        var out = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> print(node, 0, out));
        return out.toString();
    }

    private static void print(Node node, int depth, StringBuilder out) {
        if (node instanceof Element element) print(element, depth, out);
        if (node instanceof TextNode text) print(text, depth, out);
    }

    private static void print(Element element, int depth, StringBuilder out) {
        out.repeat("  ", depth).append('<').append(element.tagName());
        element.attributes().asList().stream()
                .sorted(Comparator.comparing(Attribute::getKey))
                .forEach(attribute -> out.append(' ')
                        .append(attribute.getKey())
                        .append("=\"")
                        .append(value(attribute))
                        .append('"'));
        out.append(">\n");
        if (element.tagName().equals("textarea"))
            out.append(element.wholeText()).append('\n');
        else element.childNodes().forEach(child -> print(child, depth + 1, out));
    }

    private static String value(Attribute attribute) {
        var value = attribute.getValue();
        return attribute.getKey().equals("class")
                ? value.strip()
                        .lines()
                        .flatMap(line -> java.util.Arrays.stream(line.strip().split("\\s+", -1)))
                        .collect(Collectors.joining(" "))
                : value;
    }

    private static void print(TextNode node, int depth, StringBuilder out) {
        var text = node.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
        if (!besideWords(node.previousSibling())) text = text.stripLeading();
        if (!besideWords(node.nextSibling())) text = text.stripTrailing();
        if (!text.isEmpty()) out.repeat("  ", depth).append('"').append(text).append("\"\n");
    }

    private static boolean besideWords(@org.jspecify.annotations.Nullable Node sibling) {
        return sibling instanceof Element element && INLINE.contains(element.tagName());
    }
}
