package uk.sightline.access;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.StaleVersion;

/**
 * Conflicts of interest (ACCESS.md): a worker's relatives, neighbours, own record. Said by the worker or a manager; from
 * then on everything about the person is silent to the worker, and only somebody else can end it.
 */
@Service
@Transactional
class Conflicts {

    private static final String ADD = """
            insert into access.exclusion (id, account_id, person_id, from_at, reason, created_by, created_at)
            values (:id, :account, :person, :now, :reason, :by, :now)
            """;

    private static final String MINE =
            "update access.account set person_id = :person, version = version + 1 where id = :me";

    private static final String END = """
            update access.exclusion set until_at = :now
            where id = :id and person_id = :person and account_id <> :me and (until_at is null or until_at > :now)
            """;

    private static final String LIST = """
            select e.id, a.name as colleague, b.name as said_by, e.reason, e.from_at, e.until_at,
                   e.until_at is null or e.until_at > platform.at() as live
            from access.exclusion e
            join access.account a on a.id = e.account_id
            left join access.account b on b.id = e.created_by
            where e.person_id = :person
            order by live desc, e.from_at desc, e.id
            limit 200
            """;

    private final Access access;
    private final GroundsQueries grounds;
    private final AccountNames names;
    private final Audit audit;
    private final JdbcClient sql;
    private final InstantSource time;

    Conflicts(
            Access access,
            GroundsQueries grounds,
            AccountNames names,
            Audit audit,
            JdbcClient sql,
            InstantSource time) {
        this.access = access;
        this.grounds = grounds;
        this.names = names;
        this.audit = audit;
        this.sql = sql;
        this.time = time;
    }

    /** Keeps a colleague away from a person. */
    void keepAway(UUID person, String email, String reason) {
        access.require(Action.EXCLUDE, person);
        onlyPeople(person);
        UUID account = names.find(email);
        Words.check("reason", reason);
        add(account, person, reason);
    }

    /** The actor's own conflict; {@code myself}: the record is their own, and looking at it raises an alarm. */
    void declare(UUID person, boolean myself, String reason) {
        access.require(Action.VIEW, person);
        onlyPeople(person);
        Words.check("reason", reason);
        if (myself) {
            sql.sql(MINE)
                    .param("person", person)
                    .param("me", Actor.current().id())
                    .update();
        }
        add(Actor.current().id(), person, reason);
    }

    void end(UUID person, UUID id) {
        access.require(Action.EXCLUDE, person);
        StaleVersion.unlessOne(sql.sql(END)
                .param("id", id)
                .param("person", person)
                .param("me", Actor.current().id())
                .param("now", now())
                .update());
        audit.record(Act.on("end-exclusion", "access", person).detail(id.toString()));
    }

    List<Conflict> of(UUID person) {
        access.require(Action.EXCLUDE, person);
        onlyPeople(person);
        return sql.sql(LIST).param("person", person).query(Conflict.class).list();
    }

    private void onlyPeople(UUID record) {
        if (grounds.facts(record)
                .filter(facts -> facts.kind().equals("identity"))
                .isEmpty()) {
            throw new NoSuchRecord();
        }
    }

    private void add(UUID account, UUID person, String reason) {
        audit.record(new Act("exclude", "access", person, reason.strip(), account.toString()));
        sql.sql(ADD)
                .param("id", Ids.next())
                .param("account", account)
                .param("person", person)
                .param("now", now())
                .param("reason", reason.strip())
                .param("by", Actor.current().id())
                .update();
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    record Conflict(
            UUID id,
            String colleague,
            @Nullable String saidBy,
            String reason,
            OffsetDateTime fromAt,
            @Nullable OffsetDateTime untilAt,
            boolean live) {}
}
