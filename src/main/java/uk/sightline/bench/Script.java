package uk.sightline.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import uk.sightline.platform.Ids;

/**
 * The statements of a piece of work, to be sent again and again, each time with new ids and references: those are what two
 * recordings of the same work do not have in common.
 */
final class Script {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]+-[0-9A-HJKMNP-TV-Z]{7}");

    private final List<Sent> statements;
    private final Set<String> own;

    private Script(List<Sent> statements, Set<String> own) {
        this.statements = statements;
        this.own = own;
    }

    /** @throws IllegalStateException when the two did not send the same statements */
    static Script of(List<Sent> one, List<Sent> other) {
        if (!one.stream()
                .map(Sent::sql)
                .toList()
                .equals(other.stream().map(Sent::sql).toList())) {
            throw new IllegalStateException("The same work was done by other statements the second time");
        }
        Set<String> own = new LinkedHashSet<>();
        for (int i = 0; i < one.size(); i++) {
            List<Object> values = one.get(i).values();
            for (int n = 0; n < values.size(); n++) {
                Object value = values.get(n);
                if (isName(value) && !value.equals(other.get(i).values().get(n))) {
                    own.add(value.toString());
                }
            }
        }
        return new Script(one, own);
    }

    private static boolean isName(Object value) {
        return value instanceof UUID
                || value instanceof String text && REFERENCE.matcher(text).matches();
    }

    int size() {
        return statements.size();
    }

    /** How many of them write. */
    long writes() {
        return statements.stream()
                .map(each -> each.sql().strip().toLowerCase(java.util.Locale.ROOT))
                .filter(sql ->
                        sql.startsWith("insert") || sql.startsWith("update") || sql.contains("access.keep_record"))
                .count();
    }

    /** The same statements about something that has not been before. */
    List<Sent> anew() {
        Map<String, String> names = new HashMap<>();
        own.forEach(name -> names.put(
                name,
                REFERENCE.matcher(name).matches()
                        ? Ids.reference(name.substring(0, name.indexOf('-')))
                        : Ids.next().toString()));
        List<Sent> anew = new ArrayList<>(statements.size());
        for (Sent sent : statements) {
            anew.add(sent.with(
                    sent.values().stream().map(value -> renamed(value, names)).toList()));
        }
        return anew;
    }

    private static Object renamed(Object value, Map<String, String> names) {
        return switch (value) {
            case UUID id -> UUID.fromString(names.getOrDefault(id.toString(), id.toString()));
            case UUID[] ids ->
                Arrays.stream(ids).map(id -> (UUID) renamed(id, names)).toArray(UUID[]::new);
            case String text -> renamed(text, names);
            default -> value;
        };
    }

    /** Texts hold names, too: the form, the list of a function's arguments, the body of a message. */
    private static String renamed(String text, Map<String, String> names) {
        String renamed = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return renamed;
    }
}
