package uk.sightline.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.Colleagues.Team;
import uk.sightline.platform.Counted;
import uk.sightline.platform.London;

/**
 * What a team has to do, by when it is due.
 *
 * @param counts how many rows each filter has, up to a limit
 * @param rows one page of the chosen filter
 * @param next address of the page after, null at the end
 */
record TeamPage(
        Team team,
        TeamFilter filter,
        Map<TeamFilter, Counted> counts,
        List<Row> rows,
        @Nullable String next,
        boolean first,
        Instant at) {

    Counted total() {
        return counts.getOrDefault(filter, Counted.NONE);
    }

    /** "Unassigned (12)" */
    String label(TeamFilter each) {
        return each.label() + " (" + counts.getOrDefault(each, Counted.NONE).words() + ")";
    }

    String href(TeamFilter to) {
        return "/work/team/" + team.id() + (to == TeamFilter.ALL ? "" : "?show=" + to.code());
    }

    String exportHref() {
        return "/work/team/" + team.id() + "/list.xlsx?show=" + filter.code();
    }

    String freshHref() {
        return "/work/team/" + team.id() + "/list?show=" + filter.code();
    }

    String time() {
        return London.clock(at);
    }

    String mark() {
        var all = rows.stream().map(Row::mark).collect(Collectors.joining()) + counts;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
