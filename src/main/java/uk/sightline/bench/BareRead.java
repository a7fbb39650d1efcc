package uk.sightline.bench;

import java.lang.reflect.Field;
import java.util.List;

/**
 * The statements by which a page is read, taken from the classes that run them: what is measured is what the product
 * sends, not a copy.
 *
 * @param statements class and constant, such as {@code referrals.QueueQueries.LIST}
 */
record BareRead(Operation operation, List<String> statements) {

    static final List<BareRead> ALL = List.of(
            new BareRead(Operation.QUEUE, List.of("referrals.QueueQueries.LIST")),
            new BareRead(Operation.TRIAGE, List.of("referrals.TriageQueries.SHEET", "people.CandidateQueries.ALIKE")),
            new BareRead(Operation.PERSON, List.of("people.PersonQueries.PERSON", "people.PersonQueries.FACTS")),
            new BareRead(Operation.SEARCH, List.of("people.CandidateQueries.ALIKE")),
            new BareRead(Operation.WORK, List.of("worklist.WorkQueries.MINE", "worklist.WorkQueries.BESIDE")),
            new BareRead(Operation.TEAM, List.of("worklist.TeamQueries.ROWS", "worklist.TeamQueries.COUNTS")));

    static BareRead of(Operation operation) {
        return ALL.stream()
                .filter(read -> read.operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    List<String> sql() {
        return statements.stream().map(BareRead::text).toList();
    }

    /** The statement that a class keeps under a name. */
    static String text(String constant) {
        int dot = constant.lastIndexOf('.');
        try {
            Field field = Class.forName("uk.sightline." + constant.substring(0, dot))
                    .getDeclaredField(constant.substring(dot + 1));
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No statement " + constant, e);
        }
    }
}
