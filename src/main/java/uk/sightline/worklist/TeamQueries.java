package uk.sightline.worklist;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.access.Colleagues.Team;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Measures;
import uk.sightline.platform.Counted;
import uk.sightline.platform.NoSuchRecord;

/** A team's list, for its people and for those who may assign; of both only what they may see. */
@Repository
@Transactional
class TeamQueries {

    private static final String ROWS = """
            select r.id, r.rule, r.subject_id, r.kind, r.reference, r.team_id, r.owner_id, r.accepted_at, r.declined_at,
                   r.started_at, r.due_at, r.paused_at, null::timestamptz as stopped_at,
                   r.breach_reason is not null as explained
            from clocks.running r
            where r.team_id = :team
              /* narrowed */
              and (r.due_at, r.id) > (:due, :clock)
            order by r.due_at, r.id
            limit :limit
            """;

    /** What a filter adds to the statement: written out, so that PostgreSQL sees which index serves. */
    private static final Map<TeamFilter, String> NARROWED = Map.of(
            TeamFilter.ALL, "",
            TeamFilter.UNASSIGNED, "and r.owner_id is null",
            TeamFilter.OVERDUE, "and r.paused_at is null and r.due_at <= :now");

    private static final String COUNTS = """
            select count(*) as total, count(*) filter (where few.owner_id is null) as unassigned,
                   count(*) filter (where few.paused_at is null and few.due_at <= :now) as overdue
            from (select r.owner_id, r.paused_at, r.due_at from clocks.running r
                  where r.team_id = :team order by r.due_at, r.id limit :countTo) few
            """;

    private static final int PAGE = 100;
    private static final int SHEET = 20_000;

    private final JdbcClient sql;
    private final Colleagues colleagues;
    private final Access access;
    private final Measures measures;
    private final Audit audit;
    private final InstantSource time;

    TeamQueries(
            JdbcClient sql, Colleagues colleagues, Access access, Measures measures, Audit audit, InstantSource time) {
        this.sql = sql;
        this.colleagues = colleagues;
        this.access = access;
        this.measures = measures;
        this.audit = audit;
        this.time = time;
    }

    /** @throws NoSuchRecord when there is no such team, or the actor neither is of it nor may assign */
    TeamPage opened(UUID id, TeamFilter filter, Place after) {
        var page = page(id, filter, after);
        audit.record(Act.on("list", "team", id).detail(filter.code()));
        return page;
    }

    /** For the Excel sheet: the whole of the chosen filter. */
    List<Row> exported(UUID id, TeamFilter filter) {
        var team = team(id);
        audit.record(Act.on("export", "team", id).detail(filter.code()));
        return rows(team, filter, Place.FIRST, SHEET, time.instant());
    }

    TeamPage page(UUID id, TeamFilter filter, Place after) {
        var team = team(id);
        var now = time.instant();
        var rows = rows(team, filter, after, PAGE + 1, now);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE
                ? "/work/team/" + id + "?show=" + filter.code() + "&after="
                        + Place.of(shown.getLast()).inAddress()
                : null;
        return new TeamPage(team, filter, counts(id, now), shown, next, after.equals(Place.FIRST), now);
    }

    private Team team(UUID id) {
        var mine = colleagues.myTeams().stream()
                .filter(team -> team.id().equals(id))
                .findFirst();
        return mine.or(() -> access.may(Action.ASSIGN) ? colleagues.team(id) : java.util.Optional.empty())
                .orElseThrow(NoSuchRecord::new);
    }

    private List<Row> rows(Team team, TeamFilter filter, Place after, int limit, Instant now) {
        var names = names(team.id());
        return sql
                .sql(ROWS.replace("/* narrowed */", NARROWED.getOrDefault(filter, "")))
                .param("team", team.id())
                .param("now", Items.utc(now))
                .param("due", Items.utc(after.due()))
                .param("clock", after.clock())
                .param("limit", limit)
                .query(Items::of)
                .list()
                .stream()
                .map(item -> Row.of(item, measures, now, name(item.owner(), names)))
                .toList();
    }

    private Map<TeamFilter, Counted> counts(UUID team, Instant now) {
        return sql.sql(COUNTS)
                .param("team", team)
                .param("countTo", Counted.LIMIT)
                .param("now", Items.utc(now))
                .query((row, n) -> {
                    Counted all = Counted.upToLimit(row.getLong("total"));
                    Map<TeamFilter, Counted> counts = new EnumMap<>(TeamFilter.class);
                    counts.put(TeamFilter.ALL, all);
                    counts.put(TeamFilter.UNASSIGNED, all.ofThese(row.getLong("unassigned")));
                    counts.put(TeamFilter.OVERDUE, all.ofThese(row.getLong("overdue")));
                    return counts;
                })
                .single();
    }

    private Map<UUID, String> names(UUID team) {
        Map<UUID, String> names = new HashMap<>();
        colleagues.members(team).forEach(member -> names.put(member.id(), member.name()));
        return names;
    }

    /** Work may be owned by somebody of another team. */
    private @Nullable String name(@Nullable UUID owner, Map<UUID, String> names) {
        return owner == null
                ? null
                : names.computeIfAbsent(
                        owner, id -> colleagues.find(id).map(Colleague::name).orElse("somebody"));
    }
}
