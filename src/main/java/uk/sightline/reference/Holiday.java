package uk.sightline.reference;

import java.time.LocalDate;

/** A bank holiday in England. */
public record Holiday(LocalDate date, String label) {

    static Holiday read(Entry entry) {
        return new Holiday(entry.date("date"), entry.text("label"));
    }
}
