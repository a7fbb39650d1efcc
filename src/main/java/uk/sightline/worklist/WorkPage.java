package uk.sightline.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.sightline.platform.Counted;
import uk.sightline.platform.London;

/**
 * Home of a signed-in person (UX 1).
 *
 * @param rows what is theirs, by when it is due
 * @param total how many there are; more than the rows only beyond the longest list
 * @param answers their referrals that have been answered and that they have not opened since
 * @param looked the records they opened last
 * @param searches their posts include finding a person
 * @param refers their posts include making a referral
 */
record WorkPage(
        List<Row> rows,
        long total,
        List<TeamCount> teams,
        List<Told> told,
        List<Opened> answers,
        List<Opened> looked,
        boolean searches,
        boolean refers,
        Instant at) {

    /** A team's list in numbers. */
    record TeamCount(UUID id, String label, Counted total, Counted unassigned, Counted overdue) {
        String href() {
            return "/work/team/" + id;
        }
    }

    /** A notice. */
    record Told(UUID record, String kind, String reference, String sentence, Instant at) {
        String href() {
            return Destination.link(kind, record);
        }

        String when() {
            return London.weekdayAndTime(at);
        }
    }

    /**
     * A record that the reader opened before, or may want to.
     *
     * @param name of the person, or reference of the referral
     * @param at when it was opened last, or when it was answered
     */
    record Opened(UUID record, String kind, String name, Instant at) {
        String href() {
            return Destination.link(kind, record);
        }

        String when() {
            return London.weekdayAndTime(at);
        }
    }

    /** The groups that have rows, in order; one with nothing due now is said in words. */
    Map<DueGroup, List<Row>> groups() {
        Map<DueGroup, List<Row>> groups = new LinkedHashMap<>();
        for (var group : DueGroup.values()) {
            var rowsOfGroup = rows.stream().filter(row -> row.group() == group).toList();
            if (!rowsOfGroup.isEmpty()) {
                groups.put(group, rowsOfGroup);
            }
        }
        return groups;
    }

    /** One row for each record that was given to the reader and that they have not answered for. */
    Collection<Row> fresh() {
        return rows.stream()
                .filter(row -> row.item().answer() != Item.Answer.ACCEPTED)
                .collect(Collectors.toMap(
                        row -> row.item().subject(), row -> row, (first, second) -> first, LinkedHashMap::new))
                .values();
    }

    String time() {
        return London.clock(at);
    }

    /** Changes when anything on the list does. */
    String mark() {
        var all = rows.stream().map(Row::mark).collect(Collectors.joining()) + total + teams + told + answers;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
