package uk.sightline.assessment;

import java.util.UUID;

/**
 * What every page of an assessment says of it.
 *
 * @param editable whether the reader may answer
 * @param interview the person is in the room: no scores, notes or sources
 */
public record Frame(
        UUID id,
        String reference,
        UUID person,
        String name,
        String tool,
        String label,
        String state,
        boolean editable,
        boolean interview) {

    public String home() {
        return "/assessments/" + id + mode();
    }

    public String mode() {
        return interview ? "?mode=interview" : "";
    }

    public String page(String rest) {
        return "/assessments/" + id + "/" + rest + mode();
    }
}
