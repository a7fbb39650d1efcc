package uk.sightline.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.Audit;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** Records for tests of who sees them: only what the policy knows of them, and nothing inside. */
@TestComponent
class TestRecords {

    static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");

    private final Records records;
    private final TransactionTemplate transactions;
    private final JdbcClient sql;
    private final Audit audit;

    TestRecords(Records records, TransactionTemplate transactions, JdbcClient sql, Audit audit) {
        this.records = records;
        this.transactions = transactions;
        this.sql = sql;
        this.audit = audit;
    }

    UUID child() {
        return person(LocalDate.of(2033, 2, 1));
    }

    UUID adult() {
        return person(LocalDate.of(2004, 2, 1));
    }

    private UUID person(LocalDate ofAge) {
        UUID id = Ids.next();
        run(() -> records.keep(new RecordFacts(id, "identity", ofAge, ofAge, Set.of(id))));
        return id;
    }

    void run(Runnable work) {
        CHECK.run(() -> transactions.executeWithoutResult(status -> work.run()));
    }

    /** The actor looks at a record, as its page would. */
    void view(UUID record) {
        transactions.executeWithoutResult(status -> audit.viewed("identity", record));
    }

    long count(String statement, UUID id) {
        return CHECK.call(() -> transactions.execute(
                status -> sql.sql(statement).param("id", id).query(Long.class).single()));
    }
}
