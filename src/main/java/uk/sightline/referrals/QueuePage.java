package uk.sightline.referrals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.Colleagues;
import uk.sightline.govuk.FilterChoice;
import uk.sightline.govuk.Link;

/**
 * The front-door list.
 *
 * @param next address of the next page, or null
 * @param fresh address of the list with what came since it was opened, and since when
 */
record QueuePage(
        QueueFilter filter,
        List<Row> rows,
        QueueQueries.Counts counts,
        List<FilterChoice> chosen,
        List<Colleagues.Team> teams,
        Labels labels,
        @Nullable String next,
        String fresh,
        String openedAt,
        boolean sinceGiven,
        @Nullable String notice,
        @Nullable String problem) {

    int shown() {
        return counts.of(filter.whose());
    }

    /** A tab: whose work. */
    String tab(QueueFilter.Whose whose) {
        return "/front-door" + filter.query("who", whose == QueueFilter.Whose.ALL ? "" : whose.code());
    }

    /**
     * A row.
     *
     * @param rag green, amber or red
     * @param fresh it came since the list was opened
     */
    record Row(
            UUID id,
            String reference,
            String clock,
            String rag,
            String due,
            String age,
            List<String> strands,
            int level,
            String from,
            String channel,
            List<String> dangers,
            List<String> flags,
            String state,
            String team,
            String owner,
            boolean free,
            boolean fresh) {

        /** The class of its clock's tag; the words say the same. */
        String colour() {
            return colourOf(rag);
        }
    }

    static String colourOf(String rag) {
        return switch (rag) {
            case "red" -> "govuk-tag--red";
            case "amber" -> "govuk-tag--yellow";
            default -> "govuk-tag--green";
        };
    }

    static List<FilterChoice> chosen(QueueFilter filter, Labels labels, Map<String, String> teams) {
        List<FilterChoice> all = new java.util.ArrayList<>();
        add(
                all,
                filter,
                "Team",
                "team",
                filter.team() == null ? null : teams.getOrDefault(filter.team(), "Every team"));
        add(all, filter, "Kind", "strand", filter.strand() == null ? null : labels.of("strand", filter.strand()));
        add(all, filter, "Referrer's level", "level", filter.level() == null ? null : "Level " + filter.level());
        add(
                all,
                filter,
                "How it came",
                "channel",
                filter.channel() == null ? null : filter.channel().label());
        add(
                all,
                filter,
                "Age",
                "age",
                filter.age() == null ? null : filter.age().label());
        add(all, filter, "Late", "overdue", filter.overdue() ? "Overdue" : null);
        return all;
    }

    private static void add(
            List<FilterChoice> all, QueueFilter filter, String heading, String name, @Nullable String value) {
        if (value != null) {
            all.add(new FilterChoice(heading, List.of(Link.of(value, "/front-door" + filter.query(name, "")))));
        }
    }
}
