package uk.sightline.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A node of a plan that goes through a whole table: row by row, or through one of its indexes from end to end. An index that
 * is gone through in its order until a few rows are found is none.
 *
 * @param table with its schema
 * @param index empty when it is row by row
 */
record Scan(String table, String index) {

    /** What hands its rows on as it gets them: under a limit, it stops when there are enough. */
    private static final Set<String> PASSES_ON = Set.of(
            "Limit",
            "LockRows",
            "Nested Loop",
            "Merge Join",
            "Subquery Scan",
            "Append",
            "Merge Append",
            "Result",
            "Unique",
            "Group",
            "Incremental Sort",
            "ProjectSet");

    /** @param tables the table of each index, by the name of the index */
    static List<Scan> of(JsonNode plan, Map<String, String> tables) {
        List<Scan> scans = new ArrayList<>();
        look(plan, false, tables, scans);
        return scans;
    }

    private static void look(JsonNode node, boolean few, Map<String, String> tables, List<Scan> into) {
        String type = text(node, "Node Type");
        String index = text(node, "Index Name");
        if (type.equals("Seq Scan")) {
            into.add(new Scan(text(node, "Schema") + "." + text(node, "Relation Name"), ""));
        } else if (!index.isEmpty() && !node.has("Index Cond") && !few) {
            into.add(new Scan(tables.getOrDefault(index, index), index));
        }
        boolean passes = type.equals("Limit") || few && PASSES_ON.contains(type);
        for (JsonNode child : node.path("Plans")) {
            look(child, passes && isOnTheWay(type, text(child, "Parent Relationship")), tables, into);
        }
    }

    /** The inner side of a loop, and what is asked beside, is gone through each time. */
    private static boolean isOnTheWay(String type, String relationship) {
        return switch (relationship) {
            case "Outer", "Member", "Subquery" -> true;
            case "Inner" -> type.equals("Merge Join");
            default -> false;
        };
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
