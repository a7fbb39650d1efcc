package uk.sightline.bench;

import java.net.URI;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;

/**
 * Saves of drafts as somebody types, by the statements of the product and durable, with their entry in the log and, turn by
 * turn, without. Only ever in a database of the bench's own.
 */
@Component
class AuditedWrites {

    private static final int ROUNDS = 7;
    private static final String LOOK = BareRead.text("marf.DraftStore.ONE");
    private static final String LOCK = BareRead.text("marf.DraftStore.ONE_LOCKED");
    private static final String CHANGE = BareRead.text("marf.DraftStore.CHANGE");

    private final NamedParameterJdbcOperations sql;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final BenchAccounts accounts;
    private final InstantSource time;

    AuditedWrites(
            NamedParameterJdbcOperations sql,
            TransactionTemplate transactions,
            Audit audit,
            BenchAccounts accounts,
            InstantSource time) {
        this.sql = sql;
        this.transactions = transactions;
        this.audit = audit;
        this.accounts = accounts;
        this.time = time;
    }

    /** @param address of the product, where each client begins a draft */
    Report measure(URI address, int clients, Duration warmUp, Duration measured) throws InterruptedException {
        List<UUID> workers = accounts.ofTheFrontDoor();
        try (Crowd crowd = new Crowd(address, workers, clients, Visitor::comeToWork)) {
            List<Pace.Step> audited = new ArrayList<>();
            List<Pace.Step> unaudited = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Actor actor = new Actor(workers.get(i % workers.size()), Actor.Kind.PERSON, "bench", "bench");
                UUID draft = crowd.visitors().get(i).draft();
                Map<String, @Nullable Object> values = actor.call(() -> values(draft));
                audited.add(() -> actor.call(() -> save(draft, values, true)));
                unaudited.add(() -> actor.call(() -> save(draft, values, false)));
            }
            Duel duel = new Duel(audited, unaudited);
            duel.warmUp(warmUp);
            duel.rounds(ROUNDS, measured.dividedBy(ROUNDS));
            return report(clients, duel);
        }
    }

    private boolean save(UUID draft, Map<String, @Nullable Object> values, boolean audited) {
        RowCallbackHandler unread = row -> {};
        return Boolean.TRUE.equals(transactions.execute(status -> {
            sql.query(LOCK, Map.of("id", draft), unread);
            boolean changed = sql.update(CHANGE, values) == 1;
            if (audited) {
                audit.record(Act.on("change", "draft", draft));
            }
            return changed;
        }));
    }

    private Map<String, @Nullable Object> values(UUID draft) {
        return Objects.requireNonNull(
                        transactions.execute(status -> sql.query(LOOK, Map.of("id", draft), AuditedWrites::first)
                                .orElseThrow()))
                .saved(draft, time.instant().atOffset(ZoneOffset.UTC));
    }

    private static java.util.Optional<Kept> first(ResultSet rows) throws java.sql.SQLException {
        return rows.next()
                ? java.util.Optional.of(
                        new Kept(rows.getString("content"), rows.getString("state"), rows.getString("place")))
                : java.util.Optional.empty();
    }

    private record Kept(
            String content, String state, @Nullable String place) {

        Map<String, @Nullable Object> saved(UUID draft, OffsetDateTime at) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("id", draft);
            values.put("content", content);
            values.put("state", state);
            values.put("place", place);
            values.put("changed", at);
            values.put("purge", null); // a call stays until it is written up
            return values;
        }
    }

    private static Report report(int clients, Duel duel) {
        Timings with = duel.product().timings();
        Timings without = duel.bare().timings();
        return new Report(
                List.of(
                        "clients",
                        "audited saves",
                        "errors",
                        "a second",
                        "unaudited a second",
                        "audited to unaudited",
                        "p50 ms",
                        "p99 ms",
                        "unaudited p50 ms",
                        "unaudited p99 ms"),
                List.of(List.of(
                        Integer.toString(clients),
                        Integer.toString(with.count()),
                        Integer.toString(duel.errors()),
                        Report.ms(duel.product().perSecond()),
                        Report.ms(duel.bare().perSecond()),
                        duel.ratio(),
                        Report.ms(with.percentile(50)),
                        Report.ms(with.percentile(99)),
                        Report.ms(without.percentile(50)),
                        Report.ms(without.percentile(99)))),
                duel.failures(),
                duel.errors());
    }
}
