package uk.sightline.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/**
 * Keeps what the policy decides by: the facts about every protected record, and the relationships. Both are written in
 * the transaction of the business fact they come from, so that access and practice cannot drift apart.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Records {

    /**
     * Stands as the holder of a relationship for everybody whose post reaches the cohort: those who work with the people
     * open to the hub, in whichever agency's team.
     */
    public static final UUID COHORT = UUID.fromString("00000000-0000-4000-8000-000000000100");

    /**
     * Begins the {@code via} of a relationship that opens a person to somebody because of a record about them that others may
     * not know of: it is no work with the person, and no page of theirs names it.
     */
    public static final String SIGHT = "sight:";

    private static final String KEEP =
            "select access.keep_record(:id, :kind, :childUntil::date, :adultFrom::date, :people::uuid[])";

    private static final String CLOSED =
            "select coalesce((select f.visibility <> 'team' from access.facts(:id) f), false)";

    private static final String DROP = "select access.drop_record(:id)";

    /** From the moment by which the transaction sees: it opens what is done next in the same one. */
    private static final String RELATE = """
            insert into access.relationship
              (id, holder, subject_id, via, kinds, from_at, until_at, reason, granted_by, created_at)
            select :id, :holder, :subject, :via, :kinds::text[], least(:now, platform.at()), :until::timestamptz, :reason, :by, :now
            where not exists (
              select from access.relationship r
              where r.holder = :holder and r.subject_id = :subject and r.via = :via
                and (r.until_at is null or r.until_at > :now)
                and r.until_at is not distinct from :until::timestamptz)
            """;

    private static final String END = """
            update access.relationship set until_at = :now
            where holder = :holder and subject_id = :subject and via = :via and (until_at is null or until_at > :now)
            """;

    private static final String WORK_DONE = "select access.work_done(:subject, :vias::text[], :atIt::uuid[], :tail)";

    /** The threshold of the pack that says how many days sight outlasts the work. */
    static final String TAIL = "relationship-tail";

    private final JdbcClient sql;
    private final PracticePack pack;
    private final InstantSource time;

    Records(JdbcClient sql, PracticePack pack, InstantSource time) {
        this.sql = sql;
        this.pack = pack;
        this.time = time;
    }

    /** Puts a record under the policy, or follows what has changed about it. */
    public void keep(RecordFacts facts) {
        sql.sql(KEEP)
                .param("id", facts.id())
                .param("kind", facts.kind())
                .param("childUntil", date(facts.childUntil()))
                .param("adultFrom", date(facts.adultFrom()))
                .param(
                        "people",
                        array(facts.people().stream().map(UUID::toString).toList()))
                .query((row, n) -> 1)
                .single();
    }

    /** Whether a record that the actor sees is restricted or sealed. */
    public boolean isClosed(UUID id) {
        return sql.sql(CLOSED).param("id", id).query(Boolean.class).single();
    }

    /** Takes a record out of the policy because it is gone: an import undone, a draft thrown away. */
    public void drop(UUID id) {
        sql.sql(DROP).param("id", id).query((row, n) -> 1).single();
    }

    /**
     * Opens a record, or a person's records, to an account or a team.
     *
     * @param reason a sentence for "Why can I see this?"
     * @param until when it ends by itself; null: when it is ended
     */
    public void relate(UUID holder, UUID subject, String via, String reason, @Nullable Instant until) {
        relate(holder, subject, via, null, reason, until);
    }

    /** The same, for these kinds of record only, whatever the holder's post sees. */
    public void relate(
            UUID holder,
            UUID subject,
            String via,
            @Nullable Set<String> kinds,
            String reason,
            @Nullable Instant until) {
        sql.sql(RELATE)
                .param("id", Ids.next())
                .param("holder", holder)
                .param("subject", subject)
                .param("via", via)
                .param("kinds", kinds == null ? null : array(kinds))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("until", until == null ? null : until.toString())
                .param("reason", reason)
                .param("by", Actor.current().id())
                .update();
    }

    /** Ends a relationship at once. */
    public void end(UUID holder, UUID subject, String via) {
        sql.sql(END)
                .param("holder", holder)
                .param("subject", subject)
                .param("via", via)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The work on a record or a person is done. Those whose posts reach it anyway need their relationship no longer; for
     * the others it ends with the pack's tail.
     *
     * @param vias the relationships that the work came with
     * @param atIt accounts and teams that still have work there: theirs stay
     */
    public void workDone(UUID subject, Set<String> vias, Set<UUID> atIt) {
        Instant now = time.instant();
        int days = pack.threshold(TAIL, London.date(now)).amount();
        sql.sql(WORK_DONE)
                .param("subject", subject)
                .param("vias", array(vias))
                .param("atIt", array(atIt.stream().map(UUID::toString).toList()))
                .param("tail", now.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .query((row, n) -> 1)
                .single();
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static String array(Collection<String> items) {
        return "{" + String.join(",", items) + "}";
    }
}
