package uk.sightline.watch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.watch.LogPage.Line;

@Repository
@Transactional
class LogQueries {

    private static final int PAGE = 50;

    private static final String ACTS = """
            select a.id, a.at, a.actor, a.action, a.kind, a.record, a.reason, a.detail
            from audit.act a
            where (:actor::uuid is null or a.actor = :actor::uuid)
              and (:record::uuid is null or a.record = :record::uuid)
              and (:action::text is null or a.action = :action::text)
              and (:from::timestamptz is null or a.at >= :from::timestamptz)
              and (:until::timestamptz is null or a.at < :until::timestamptz)
              and (:before::bigint is null or a.id < :before::bigint)
            order by a.id desc
            limit :most
            """;

    private final JdbcClient sql;
    private final Colleagues colleagues;
    private final Audit audit;

    LogQueries(JdbcClient sql, Colleagues colleagues, Audit audit) {
        this.sql = sql;
        this.colleagues = colleagues;
        this.audit = audit;
    }

    LogPage page(LogFilter filter) {
        FieldErrors errors = filter.errors();
        if (!errors.isEmpty()) {
            return new LogPage(filter, errors, List.of(), null);
        }
        audit.record(Act.of("search", "audit").detail(filter.inWords()));
        List<Entry> found = entries(filter);
        List<Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        String earlier = found.size() > PAGE ? filter.href(shown.getLast().id) : null;
        Map<UUID, String> names = new HashMap<>();
        return new LogPage(
                filter, errors, shown.stream().map(entry -> line(entry, names)).toList(), earlier);
    }

    private List<Entry> entries(LogFilter filter) {
        return sql.sql(ACTS)
                .param("actor", filter.actorId())
                .param("record", filter.recordId())
                .param("action", filter.actionWord())
                .param("from", utc(filter.from()))
                .param("until", utc(filter.until()))
                .param("before", filter.before())
                .param("most", PAGE + 1)
                .query(Entry.class)
                .list();
    }

    private Line line(Entry entry, Map<UUID, String> names) {
        String name = names.computeIfAbsent(entry.actor, this::nameOf);
        return new Line(
                entry.id,
                entry.at,
                entry.actor,
                name,
                entry.action,
                entry.kind,
                entry.record,
                entry.reason,
                entry.detail);
    }

    private String nameOf(UUID actor) {
        return colleagues.find(actor).map(Colleagues.Colleague::name).orElse("an account that is gone");
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private record Entry(
            long id,
            Instant at,
            UUID actor,
            String action,
            @Nullable String kind,
            @Nullable UUID record,
            @Nullable String reason,
            @Nullable String detail) {}
}
