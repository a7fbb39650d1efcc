package uk.sightline.marf;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.marf.Draft.Sheet;

/** How a draft's sheets stand in its two JSON columns: what was typed, and how far each page has come. */
@Component
class SheetsJson {

    private static final TypeReference<Map<String, Map<String, List<String>>>> CONTENT = new TypeReference<>() {};
    private static final TypeReference<Map<String, State>> STATE = new TypeReference<>() {};

    private final JsonMapper json;

    SheetsJson(JsonMapper json) {
        this.json = json;
    }

    /** PostgreSQL does not keep the order of names, so each sheet carries its own. */
    record State(
            int order, int version, boolean done, @Nullable UUID window) {}

    String content(Draft draft) {
        Map<String, Map<String, List<String>>> content = new LinkedHashMap<>();
        draft.sheets().forEach((key, sheet) -> content.put(key, sheet.answers().values()));
        return json.writeValueAsString(content);
    }

    String state(Draft draft) {
        Map<String, State> state = new LinkedHashMap<>();
        draft.sheets()
                .forEach((key, sheet) ->
                        state.put(key, new State(state.size(), sheet.version(), sheet.done(), sheet.window())));
        return json.writeValueAsString(state);
    }

    Map<String, Sheet> sheets(String content, String state) {
        Map<String, Map<String, List<String>>> typed = json.readValue(content, CONTENT);
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        json.readValue(state, STATE).entrySet().stream()
                .sorted(Comparator.comparingInt(each -> each.getValue().order()))
                .forEach(each -> sheets.put(
                        each.getKey(),
                        new Sheet(
                                new Answers(typed.getOrDefault(each.getKey(), Map.of())),
                                each.getValue().version(),
                                each.getValue().done(),
                                each.getValue().window())));
        return sheets;
    }
}
