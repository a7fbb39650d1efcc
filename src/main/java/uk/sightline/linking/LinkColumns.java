package uk.sightline.linking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.sightline.platform.RuleBroken;

/**
 * What each column of a file is used for.
 *
 * @param headings as the file has them
 * @param fields one for each
 */
record LinkColumns(List<String> headings, List<LinkField> fields) {

    LinkColumns {
        headings = List.copyOf(headings);
        fields = List.copyOf(fields);
    }

    /**
     * As guessed from the headings, but for those that are told.
     *
     * @param told fields by heading
     * @param asked protected characteristics that are evidence here
     * @throws RuleBroken when nothing is left to compare, or a told heading is not there
     */
    static LinkColumns of(List<String> headings, Map<String, LinkField> told, Set<LinkField> asked) {
        told.keySet().stream()
                .filter(heading -> !headings.contains(heading))
                .findFirst()
                .ifPresent(missing -> {
                    throw new RuleBroken("There is no column “%s”. The columns are: %s."
                            .formatted(missing, String.join(", ", headings)));
                });
        List<LinkField> fields = new ArrayList<>();
        for (String heading : headings) {
            LinkField field = told.getOrDefault(heading, LinkField.byHeading(heading));
            boolean mayBeUsed = !field.isProtected() || asked.contains(field) || told.containsKey(heading);
            fields.add(mayBeUsed ? field : LinkField.IGNORE);
        }
        if (!fields.contains(LinkField.ID)) {
            fields.set(0, told.containsKey(headings.getFirst()) ? fields.getFirst() : LinkField.ID);
        }
        withoutWholeNames(fields);
        LinkColumns columns = new LinkColumns(headings, fields);
        if (columns.byField().isEmpty()) {
            throw new RuleBroken(
                    "No column tells people apart: %s. Say what they hold, such as --map \"%s=family-name\"."
                            .formatted(String.join(", ", headings), headings.getLast()));
        }
        return columns;
    }

    /** A name in full says nothing more where its parts have columns of their own. */
    private static void withoutWholeNames(List<LinkField> fields) {
        if (fields.contains(LinkField.GIVEN_NAME) || fields.contains(LinkField.FAMILY_NAME)) {
            fields.replaceAll(field -> field == LinkField.FULL_NAME ? LinkField.IGNORE : field);
        }
    }

    int id() {
        return fields.indexOf(LinkField.ID);
    }

    /** The columns of each field that is compared, in the order of the file. */
    Map<LinkField, int[]> byField() {
        Map<LinkField, int[]> columns = new EnumMap<>(LinkField.class);
        for (LinkField field : fields) {
            if (field != LinkField.ID && field != LinkField.IGNORE) {
                columns.put(
                        field,
                        IntStream.range(0, fields.size())
                                .filter(i -> fields.get(i) == field)
                                .toArray());
            }
        }
        return columns;
    }

    /** As shown to whoever runs it: "surname: family name, dob: birth date". */
    String words() {
        StringJoiner words = new StringJoiner(", ");
        for (int i = 0; i < headings.size(); i++) {
            words.add(headings.get(i) + ": " + fields.get(i).label());
        }
        return words.toString();
    }

    /** The protected characteristics among the fields that are compared. */
    String protectedWords() {
        return fields.stream()
                .filter(LinkField::isProtected)
                .map(LinkField::label)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
