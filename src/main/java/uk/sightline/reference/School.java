package uk.sightline.reference;

/**
 * A school or college.
 *
 * @param urn six digits (PRACTICE §16)
 * @param laestab seven digits: local authority and establishment
 * @param phase a code of the set {@code school-phase}
 * @param postcodeArea outward part of the postcode, such as BD5
 */
public record School(String urn, String laestab, String label, String phase, String area, String postcodeArea) {

    static School read(Entry entry) {
        return new School(
                entry.matching("urn", "\\d{6}", "a URN of six digits"),
                entry.matching("laestab", "\\d{7}", "a LAESTAB of seven digits"),
                entry.text("label"),
                entry.key("phase"),
                entry.text("area"),
                entry.matching("postcode-area", "[A-Z]{1,2}\\d[A-Z\\d]?", "the first part of a postcode"));
    }
}
