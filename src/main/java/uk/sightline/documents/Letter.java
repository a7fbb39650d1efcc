package uk.sightline.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A letter as {@code documents/letter.jte} sets it out.
 *
 * @param from the team that writes
 * @param fromLines its address, line by line
 * @param toLines name and address of the person it goes to
 * @param heading what it is about, without a name: it is the title of the document
 * @param signedBy name of the person who signs
 * @param role what they do, and where
 */
public record Letter(
        String from,
        List<String> fromLines,
        String phone,
        List<String> toLines,
        LocalDate date,
        String reference,
        String salutation,
        String heading,
        List<String> paragraphs,
        String signedBy,
        String role) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public Letter {
        fromLines = List.copyOf(fromLines);
        toLines = List.copyOf(toLines);
        paragraphs = List.copyOf(paragraphs);
    }

    /** As GOV.UK writes dates: 2 November 2026. */
    public String dateInWords() {
        return DATE.format(date);
    }
}
