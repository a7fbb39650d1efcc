package uk.sightline.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An address in one cell: its parts by name in JSON, as the standard safeguarding dataset has them, or plain text.
 *
 * @param uprn empty when there is none
 */
record ImportWrittenAddress(List<String> lines, String uprn) {

    /** Where a map would show it; not what an envelope shows. */
    private static final Set<String> OF_THE_MAP = Set.of("uprn", "easting", "northing", "postcode");

    static ImportWrittenAddress of(String cell) {
        if (cell.isEmpty()) {
            return new ImportWrittenAddress(List.of(), "");
        }
        JsonNode parts = cell.startsWith("{") ? read(cell) : null;
        return parts == null ? new ImportWrittenAddress(List.of(cell), "") : of(parts);
    }

    private static ImportWrittenAddress of(JsonNode parts) {
        List<String> lines = new ArrayList<>();
        String uprn = "";
        for (var part : parts.properties()) {
            String name = part.getKey().toLowerCase(Locale.ROOT);
            String text = part.getValue().isNull()
                    ? ""
                    : ImportText.clean(part.getValue().asString(""));
            if (name.equals("uprn")) {
                uprn = text;
            }
            // Some systems tell the building twice, as building and as house.
            if (!text.isEmpty() && !OF_THE_MAP.contains(name) && !lines.contains(text)) {
                lines.add(text);
            }
        }
        return new ImportWrittenAddress(lines, uprn);
    }

    private static @Nullable JsonNode read(String cell) {
        try {
            JsonNode read = JsonMapper.shared().readTree(cell);
            return read.isObject() ? read : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
