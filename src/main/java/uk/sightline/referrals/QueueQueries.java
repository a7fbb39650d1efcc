package uk.sightline.referrals;

import static uk.sightline.referrals.ReferralStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.referrals.QueueFilter.AgeBand;

/** Reads the front-door list. Rows and counts come from one set of rows in one statement, so they cannot disagree. */
@Repository
class QueueQueries {

    static final int PAGE = 50;

    private static final String LIST = """
            with waiting as materialized (
              select r.id, r.reference, r.channel, r.about, r.strands, r.their_level, r.danger, r.youngest_born,
                     r.referrer_agency, r.state, r.due_at, r.received_at, r.team_id, r.owner_id, r.clock, r.out_of_hours
              from referrals.referral r
              where r.state in ('acknowledged', 'triaged', 'decided')
                and (:everyTeam or r.team_id = any (:teams::uuid[]))
                and (:strand::text is null or :strand::text = any (r.strands))
                and (:level::int is null or r.their_level = :level::int)
                and (:channel::text is null or r.channel = :channel::text)
                and (not :ageUnknown or r.youngest_born is null)
                and (:bornAfter::date is null or (r.youngest_born > :bornAfter::date and r.youngest_born <= :bornBy::date))
                and (not :overdue or r.due_at <= :now)
            ), counted as (
              select count(*) as everything,
                     count(*) filter (where owner_id is null) as unassigned,
                     count(*) filter (where owner_id = :me) as mine,
                     count(*) filter (where due_at <= :now) as overdue,
                     count(*) filter (where received_at > :since) as fresh
              from waiting
            ), page as (
              select * from waiting w
              where (:whose = 'all' or (:whose = 'unassigned' and w.owner_id is null) or (:whose = 'mine' and w.owner_id = :me))
                and (:afterDue::timestamptz is null or (w.due_at, w.id) > (:afterDue::timestamptz, :afterId::uuid))
              order by w.due_at, w.id limit :limit
            )
            select c.everything, c.unassigned, c.mine, c.overdue, c.fresh, p.id, p.reference, p.channel, p.about, p.strands,
                   p.their_level, p.danger, p.youngest_born, p.referrer_agency, p.state, p.due_at, p.received_at, p.team_id,
                   p.owner_id, p.clock, p.out_of_hours,
                   exists (select from referrals.subject s where s.referral_id = p.id and s.state = 'matched') as known
            from counted c left join page p on true
            order by p.due_at, p.id
            """;

    private final JdbcClient sql;
    private final Colleagues colleagues;
    private final Audit audit;
    private final InstantSource time;

    QueueQueries(JdbcClient sql, Colleagues colleagues, Audit audit, InstantSource time) {
        this.sql = sql;
        this.colleagues = colleagues;
        this.audit = audit;
        this.time = time;
    }

    /** A page of the list, in order of what is due. */
    @Transactional
    Slice list(QueueFilter filter) {
        audit.record(Act.of("list", Referrals.KIND).detail("front door" + filter.query()));
        return read(filter, PAGE);
    }

    /** All that is shown, from its first page: for the spreadsheet. */
    @Transactional
    Slice everything(QueueFilter filter, int most) {
        audit.record(Act.of("export", Referrals.KIND).detail("front door" + filter.query()));
        return read(filter, most);
    }

    private Slice read(QueueFilter filter, int most) {
        Instant now = time.instant();
        LocalDate today = London.date(now);
        AgeBand age = filter.age();
        List<Line> lines = new ArrayList<>();
        QueueFilter.After after = filter.after();
        List<Counts> counts = sql.sql(LIST)
                .param("everyTeam", QueueFilter.EVERY_TEAM.equals(filter.team()))
                .param("teams", teams(filter))
                .param("strand", filter.strand())
                .param("level", filter.level())
                .param(
                        "channel",
                        filter.channel() == null ? null : filter.channel().code())
                .param("ageUnknown", age == AgeBand.UNKNOWN)
                .param("bornAfter", age == null ? null : age.bornAfter(today))
                .param("bornBy", age == null ? null : age.bornBy(today))
                .param("overdue", filter.overdue())
                .param("now", utc(now))
                .param("me", Actor.current().id())
                .param("since", utc(filter.since() == null ? now : filter.since()))
                .param("whose", filter.whose().code())
                .param("afterDue", after == null ? null : utc(after.due()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", most + 1)
                .query((row, n) -> {
                    if (row.getObject("id") != null) {
                        lines.add(line(row));
                    }
                    return counts(row);
                })
                .list();
        boolean more = lines.size() > most;
        return new Slice(List.copyOf(more ? lines.subList(0, most) : lines), counts.getFirst(), more);
    }

    private String teams(QueueFilter filter) {
        List<UUID> ids = colleagues.teams().stream()
                .filter(team -> team.key().equals(filter.team()))
                .map(Colleagues.Team::id)
                .toList();
        List<UUID> shown = ids.isEmpty()
                ? colleagues.myTeams().stream().map(Colleagues.Team::id).toList()
                : ids;
        return "{" + String.join(",", shown.stream().map(UUID::toString).toList()) + "}";
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("everything"),
                row.getInt("unassigned"),
                row.getInt("mine"),
                row.getInt("overdue"),
                row.getInt("fresh"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Channel.of(row.getString("channel")),
                row.getString("about"),
                Arrays.asList((String[]) row.getArray("strands").getArray()),
                row.getInt("their_level"),
                row.getBoolean("danger"),
                row.getObject("youngest_born", LocalDate.class),
                row.getString("referrer_agency"),
                ReferralState.of(row.getString("state")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("team_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("clock"),
                row.getBoolean("out_of_hours"),
                row.getBoolean("known"));
    }

    /** Rows of the list, how many there are in all, and whether there is another page. */
    record Slice(List<Line> lines, Counts counts, boolean more) {}

    /**
     * Of everything that the filters other than "whose" let through.
     *
     * @param fresh came since the list was opened
     */
    record Counts(int everything, int unassigned, int mine, int overdue, int fresh) {

        int of(QueueFilter.Whose whose) {
            return switch (whose) {
                case ALL -> everything;
                case UNASSIGNED -> unassigned;
                case MINE -> mine;
            };
        }
    }

    /**
     * A referral on the list: no name is read for it.
     *
     * @param known somebody on it was matched to a record that was there before
     */
    record Line(
            UUID id,
            String reference,
            Channel channel,
            String about,
            List<String> strands,
            int theirLevel,
            boolean danger,
            @Nullable LocalDate youngestBorn,
            @Nullable String referrerAgency,
            ReferralState state,
            Instant dueAt,
            Instant receivedAt,
            UUID team,
            @Nullable UUID owner,
            String clock,
            boolean outOfHours,
            boolean known) {}
}
