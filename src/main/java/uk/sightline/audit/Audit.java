package uk.sightline.audit;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;

/**
 * Writes down what is done, in the transaction that does it: an act that cannot be recorded does not happen, and a page
 * whose view cannot be recorded is not shown. Texts hold codes and references, never what a record says.
 */
@Service
public class Audit {

    private static final String ADD = """
            insert into audit.entry (at, actor, session, action, kind, record, reason, detail)
            values (:at, :actor, :session, :action, :kind, :record, :reason, :detail)
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    Audit(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    /** Records an act, in the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Act act) {
        add(act);
    }

    /** Records that a record was looked at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void viewed(String kind, UUID record) {
        add(Act.on("view", kind, record));
    }

    /** Records an act that stands even when the running transaction is rolled back: a denial, a failed sign-in. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordForGood(Act act) {
        add(act);
    }

    private void add(Act act) {
        Actor actor = Actor.current();
        sql.sql(ADD)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("session", actor.session())
                .param("action", act.action())
                .param("kind", act.kind())
                .param("record", act.record())
                .param("reason", act.reason())
                .param("detail", act.detail())
                .update();
    }

    /**
     * Something that was done.
     *
     * @param action a verb: view, list, search, add, change, decide, export, print, deny, sign-in …
     * @param kind the kind of record, or of thing
     * @param record which one
     * @param reason why, in the actor's words, where a reason is asked for
     * @param detail codes and references that make the entry useful
     */
    public record Act(
            String action,
            @Nullable String kind,
            @Nullable UUID record,
            @Nullable String reason,
            @Nullable String detail) {

        public static Act on(String action, String kind, UUID record) {
            return new Act(action, kind, record, null, null);
        }

        public static Act of(String action, String kind) {
            return new Act(action, kind, null, null, null);
        }

        public Act because(String why) {
            return new Act(action, kind, record, why, detail);
        }

        public Act detail(String text) {
            return new Act(action, kind, record, reason, text);
        }
    }
}
