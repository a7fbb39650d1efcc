package uk.sightline.documents;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.documents.Stored.State;
import uk.sightline.documents.VirusScanner.Clean;
import uk.sightline.documents.VirusScanner.Infected;
import uk.sightline.documents.VirusScanner.Unavailable;
import uk.sightline.documents.VirusScanner.Verdict;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Job;

/**
 * Has every new file scanned where there is a scanner, and those that came before it. A file that holds a virus loses its
 * content; a scanner that is away leaves files in quarantine until it is back.
 */
@Component
class ScanJob implements Job {

    static final Actor SCANNER = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000008"), "scan");

    private static final int MOST_IN_ONE_RUN = 200;

    /** Nobody knows what it is now, so it is treated as the worst. */
    private static final Verdict ALTERED = new Infected("its content is not what was kept");

    private static final String NEXT = """
            select id, attached_to
            from documents.document
            where state in ('quarantined', 'unscanned')
            order by created_at
            limit 1
            for update skip locked
            """;

    private static final String JUDGE = """
            update documents.document
            set state = :state, scanner_note = :note, scanned_at = :at, version = version + 1
            where id = :id
            """;

    private static final String NOTE = "update documents.document set scanner_note = :note where id = :id";

    private static final String EMPTY = "delete from documents.content where document_id = :id";

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final DocumentStore store;
    private final Audit audit;
    private final Optional<VirusScanner> scanner;

    @Autowired
    ScanJob(
            JdbcClient sql,
            TransactionTemplate transactions,
            InstantSource time,
            DocumentStore store,
            Audit audit,
            ScannerSettings settings) {
        this(sql, transactions, time, store, audit, settings.scanner());
    }

    ScanJob(
            JdbcClient sql,
            TransactionTemplate transactions,
            InstantSource time,
            DocumentStore store,
            Audit audit,
            Optional<VirusScanner> scanner) {
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
        this.store = store;
        this.audit = audit;
        this.scanner = scanner;
    }

    @Override
    public Actor actor() {
        return SCANNER;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    /** Ends when nothing is left, or the scanner is away. */
    @Override
    public void run() {
        scanner.ifPresent(this::scanAll);
    }

    private void scanAll(VirusScanner scanner) {
        for (int i = 0; i < MOST_IN_ONE_RUN; i++) {
            Optional<Verdict> verdict =
                    Objects.requireNonNull(transactions.execute(status -> next().map(file -> scan(scanner, file))));
            if (verdict.isEmpty() || verdict.get() instanceof Unavailable) {
                return;
            }
        }
    }

    private Optional<Waiting> next() {
        return sql.sql(NEXT).query(Waiting.class).optional();
    }

    private Verdict scan(VirusScanner scanner, Waiting file) {
        Verdict verdict = store.content(file.id).map(scanner::scan).orElse(ALTERED);
        switch (verdict) {
            case Clean _ -> judge(file, State.CLEAN, null);
            case Infected(String name) -> judge(file, State.INFECTED, name);
            case Unavailable(String reason) ->
                sql.sql(NOTE).param("id", file.id).param("note", reason).update();
        }
        return verdict;
    }

    private void judge(Waiting file, State state, @Nullable String note) {
        sql.sql(JUDGE)
                .param("id", file.id)
                .param("state", state.code())
                .param("note", note)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(Act.on("scan", "document", file.attachedTo).detail(file.id + " " + state.code()));
        if (state == State.INFECTED) {
            sql.sql(EMPTY).param("id", file.id).update();
        }
    }

    private record Waiting(UUID id, UUID attachedTo) {}
}
