package uk.sightline.reference;

/**
 * A number that practice turns on, such as how many missing episodes call for a strategy meeting.
 *
 * @param unit what the amount counts, in words ("episodes in 30 days")
 */
public record Threshold(String key, String label, int amount, String unit, Standing standing, Validity validity) {

    static Threshold read(Entry entry) {
        return new Threshold(
                entry.key("key"),
                entry.text("label"),
                entry.number("amount", 0),
                entry.text("unit"),
                Standing.read(entry),
                Validity.read(entry));
    }
}
