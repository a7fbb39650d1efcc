package uk.sightline.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Team;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Measures;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Counted;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** My work, in three statements: what is mine, the teams I am in, and what stands beside the list. */
@Repository
@Transactional
class WorkQueries {

    /** What is mine and runs, and what was late and still wants a reason. */
    private static final String MINE = """
            select m.id, m.rule, m.subject_id, m.kind, m.reference, m.team_id, m.owner_id, m.accepted_at, m.declined_at,
                   m.started_at, m.due_at, m.paused_at, m.stopped_at, m.explained, count(*) over () as total
            from (
              select r.id, r.rule, r.subject_id, r.kind, r.reference, r.team_id, r.owner_id, r.accepted_at, r.declined_at,
                     r.started_at, r.due_at, r.paused_at, null::timestamptz as stopped_at,
                     r.breach_reason is not null as explained
              from clocks.running r where r.owner_id = :me
              union all
              select u.id, u.rule, u.subject_id, u.kind, u.reference, u.team_id, u.owner_id, u.stopped_at, null,
                     u.started_at, u.due_at, null, u.stopped_at, false
              from clocks.unexplained u where u.owner_id = :me) m
            order by m.due_at, m.id
            limit :limit
            """;

    /**
     * The counts of my teams' lists, what I was told, the answers to my referrals that I have not opened, and what I opened
     * last: four short lists in one statement.
     */
    private static final String BESIDE = """
            select 'team' as what, team.id, null as kind, null as reference, null as rule, null as role,
                   null::timestamptz as at, 0 as rung,
                   of.total, of.unassigned, of.overdue
            from unnest((select access.my_holders())::uuid[]) as team (id)
            cross join lateral (
              select count(*) as total, count(*) filter (where few.owner_id is null) as unassigned,
                     count(*) filter (where few.paused_at is null and few.due_at <= :now) as overdue
              from (select r.owner_id, r.paused_at, r.due_at from clocks.running r
                    where r.team_id = team.id order by r.due_at, r.id limit :countTo) few) of
            union all
            (select 'told', t.subject_id, t.kind, t.reference, t.rule, t.role, t.at, t.rung, 0, 0, 0
             from clocks.told t
             where t.stopped_at is null
               and (t.account_id = :me and t.seen_at is null
                    or t.account_id is null and t.at >= :today and t.team_id = any ((select access.my_holders())::uuid[]))
             order by t.at desc, t.id limit 20)
            union all
            (select 'answered', r.id, 'referral', r.reference, null, null, r.answered_at, 0, 0, 0, 0
             from referrals.answered r
             where r.referrer_id = :me and r.answered_at >= :month
               and not exists (select from audit.act a
                               where a.record = r.id and a.actor = :me and a.action = 'view' and a.at >= r.answered_at)
             order by r.answered_at desc, r.id limit 20)
            union all
            (select 'looked', l.record, l.kind, coalesce(s.display_name, i.reference), null, null, l.at, 0, 0, 0, 0
             from (select few.record, few.kind, max(few.at) as at
                   from (select a.record, a.kind, a.at from audit.act a
                         where a.actor = :me and a.action = 'view' and a.kind in ('identity', 'referral') and a.at >= :month
                         order by a.at desc limit 200) few
                   group by few.record, few.kind
                   order by max(few.at) desc limit 20) l
             left join people.summary s on l.kind = 'identity' and s.id = l.record
             left join referrals.item i on l.kind = 'referral' and i.id = l.record
             where s.id is not null or i.id is not null
             order by l.at desc limit 10)
            """;

    private static final int LIMIT = 200;
    private static final java.time.Duration MONTH = java.time.Duration.ofDays(30);

    private final JdbcClient sql;
    private final Access access;
    private final Colleagues colleagues;
    private final Measures measures;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    WorkQueries(
            JdbcClient sql,
            Access access,
            Colleagues colleagues,
            Measures measures,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.sql = sql;
        this.access = access;
        this.colleagues = colleagues;
        this.measures = measures;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /** The page, opened by the actor: recorded. */
    WorkPage opened() {
        audit.record(Act.of("list", "work"));
        return page();
    }

    /** For the Excel sheet of the list: recorded. */
    List<Row> exported() {
        audit.record(Act.of("export", "work"));
        return mine(time.instant(), Integer.MAX_VALUE).rows();
    }

    /** The same page looked at again by the browser itself. */
    WorkPage page() {
        var now = time.instant();
        var mine = mine(now, LIMIT);
        var beside = beside(now);
        return new WorkPage(
                mine.rows(),
                mine.total(),
                teams(beside),
                listed(beside, "told", this::told),
                listed(beside, "answered", WorkQueries::opened),
                listed(beside, "looked", WorkQueries::opened),
                !Collections.disjoint(access.actions(), Set.of(Action.CREATE_PERSON, Action.CHANGE)),
                access.may(Action.REFER),
                now);
    }

    private Mine mine(Instant now, int limit) {
        List<Long> totals = new ArrayList<>();
        var rows = sql.sql(MINE)
                .param("me", Actor.current().id())
                .param("limit", limit)
                .query((row, n) -> {
                    totals.add(row.getLong("total"));
                    return Row.of(
                            Items.of(row, n), measures, now, Actor.current().name());
                })
                .list();
        return new Mine(rows, totals.isEmpty() ? 0 : totals.getFirst());
    }

    private record Mine(List<Row> rows, long total) {}

    private List<Beside> beside(Instant now) {
        return sql.sql(BESIDE)
                .param("me", Actor.current().id())
                .param("now", Items.utc(now))
                .param("today", Items.utc(London.instant(London.date(now).atStartOfDay())))
                .param("month", Items.utc(now.minus(MONTH)))
                .param("countTo", Counted.LIMIT)
                .query(WorkQueries::beside)
                .list();
    }

    private static Beside beside(ResultSet row, int n) throws SQLException {
        return new Beside(
                row.getString("what"),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("reference"),
                row.getString("rule"),
                row.getString("role"),
                Items.maybe(row, "at"),
                row.getInt("rung"),
                row.getLong("total"),
                row.getLong("unassigned"),
                row.getLong("overdue"));
    }

    private List<WorkPage.TeamCount> teams(List<Beside> beside) {
        Map<UUID, Beside> counts = beside.stream()
                .filter(each -> each.what().equals("team"))
                .collect(Collectors.toMap(Beside::id, Function.identity()));
        return colleagues.myTeams().stream()
                .map(team -> count(team, counts.get(team.id())))
                .toList();
    }

    private static WorkPage.TeamCount count(Team team, @Nullable Beside counts) {
        if (counts == null) {
            return new WorkPage.TeamCount(team.id(), team.label(), Counted.NONE, Counted.NONE, Counted.NONE);
        }
        Counted all = Counted.upToLimit(counts.total());
        return new WorkPage.TeamCount(
                team.id(), team.label(), all, all.ofThese(counts.unassigned()), all.ofThese(counts.overdue()));
    }

    private WorkPage.Told told(Beside row) {
        var at = java.util.Objects.requireNonNull(row.at());
        return new WorkPage.Told(
                row.id(),
                String.valueOf(row.kind()),
                String.valueOf(row.reference()),
                Sentence.of(pack, String.valueOf(row.rule()), String.valueOf(row.role()), row.rung(), at),
                at);
    }

    private static WorkPage.Opened opened(Beside row) {
        return new WorkPage.Opened(
                row.id(),
                String.valueOf(row.kind()),
                String.valueOf(row.reference()),
                java.util.Objects.requireNonNull(row.at()));
    }

    private static <T> List<T> listed(List<Beside> rows, String what, Function<Beside, T> as) {
        return rows.stream().filter(row -> row.what().equals(what)).map(as).toList();
    }

    /** A row of one of the lists beside the work. */
    private record Beside(
            String what,
            UUID id,
            @Nullable String kind,
            @Nullable String reference,
            @Nullable String rule,
            @Nullable String role,
            @Nullable Instant at,
            int rung,
            long total,
            long unassigned,
            long overdue) {}
}
