package uk.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody posted when nobody was signed in any more: where to, and every text field. It travels in hidden fields
 * through the pages of signing in and is posted again when they say so; nothing of it is stored. Files cannot be kept.
 */
record KeptPost(String to, List<Field> fields, boolean files) {

    private static final String TO = "kept-to";
    private static final String FILES = "kept-files";
    private static final String PREFIX = "kept.";

    /** Proofs of who somebody is are never carried. */
    private static final Set<String> DROPPED = Set.of("_csrf", "password", "code", "proof");

    record Field(String name, String value) {}

    /** A post to any page, as it stands. */
    static KeptPost of(String to, HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            if (!DROPPED.contains(entry.getKey())) {
                add(fields, entry.getKey(), entry.getValue());
            }
        }
        String type = request.getContentType();
        return new KeptPost(to, List.copyOf(fields), type != null && type.startsWith("multipart/"));
    }

    /** The one that a form of signing in carries, if it carries one to an address of this site. */
    static Optional<KeptPost> carried(HttpServletRequest request) {
        String to = request.getParameter(TO);
        if (to == null || !SameSite.isPath(to)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            if (entry.getKey().startsWith(PREFIX)) {
                add(fields, entry.getKey().substring(PREFIX.length()), entry.getValue());
            }
        }
        return Optional.of(new KeptPost(to, List.copyOf(fields), request.getParameter(FILES) != null));
    }

    /** As the hidden fields that the next form carries. */
    List<Field> hidden() {
        List<Field> hidden = new ArrayList<>();
        hidden.add(new Field(TO, to));
        if (files) {
            hidden.add(new Field(FILES, "yes"));
        }
        fields.forEach(field -> hidden.add(new Field(PREFIX + field.name(), field.value())));
        return hidden;
    }

    private static void add(List<Field> fields, String name, String[] values) {
        for (String value : values) {
            fields.add(new Field(name, value));
        }
    }
}
