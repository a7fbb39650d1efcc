package uk.sightline.reference;

import java.time.LocalDate;

/**
 * Which pack this is. Records keep name and version of the pack they were made with.
 *
 * @param name short name, such as bradford
 * @param version compared as text, such as 2026.1
 * @param place the district as screens name it
 * @param partnership the partnership as screens name it
 * @param effectiveFrom first day on which it may be used
 * @param contentHash SHA-256 over all its files, in hexadecimal
 */
public record Edition(
        String name, String version, String place, String partnership, LocalDate effectiveFrom, String contentHash) {

    static Edition read(Entry entry, String contentHash) {
        return new Edition(
                entry.key("name"),
                entry.text("version"),
                entry.text("place"),
                entry.text("partnership"),
                entry.date("effective-from"),
                contentHash);
    }
}
