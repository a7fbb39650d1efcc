package uk.sightline.access;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/**
 * Closed people (PRACTICE §12.6): restricted or sealed, with a list of who may see them. Closing takes effect at once and
 * takes one person; opening again takes two, see {@link Unseals}.
 */
@Service
@Transactional
class Seals {

    private static final String SEAL = """
            select s.level, s.reason, s.ask, a.name as by, s.created_at, s.version
            from access.seal s left join access.account a on a.id = s.created_by
            where s.person_id = :person
            """;

    private static final String CLOSE = """
            insert into access.seal (person_id, level, reason, ask, created_by, created_at)
            values (:person, :level, :reason, :ask, :by, platform.at())
            on conflict (person_id) do nothing
            """;

    private static final String RAISE = """
            update access.seal set level = 'sealed', reason = :reason, ask = :ask, version = version + 1
            where person_id = :person and version = :version and level = 'restricted'
            """;

    private static final String ADD_MEMBER = "select access.list_member(:person, :account)";

    private static final String END_MEMBER = """
            update access.seal_member set until_at = platform.at()
            where person_id = :person and account_id = :account and account_id <> :me
              and (until_at is null or until_at > platform.at())
            """;

    private static final String MEMBERS = """
            select m.account_id as account, a.name, a.email, m.from_at, m.until_at,
                   m.until_at is null or m.until_at > platform.at() as live
            from access.seal_member m join access.account a on a.id = m.account_id
            where m.person_id = :person
            order by live desc, a.name
            """;

    private static final String HISTORY = """
            select v.at, a.name, v.action, v.reason
            from audit.act v left join access.account a on a.id = v.actor
            where v.record = :person and v.kind = 'seal'
            order by v.id desc
            limit 100
            """;

    private static final String FOLLOW = "select access.follow_seal(:person)";

    private final Access access;
    private final GroundsQueries grounds;
    private final AccountNames names;
    private final Audit audit;
    private final JdbcClient sql;
    private final InstantSource time;

    Seals(Access access, GroundsQueries grounds, AccountNames names, Audit audit, JdbcClient sql, InstantSource time) {
        this.access = access;
        this.grounds = grounds;
        this.names = names;
        this.audit = audit;
        this.sql = sql;
        this.time = time;
    }

    /** What the page about closing a person shows. */
    Closing of(UUID person) {
        check(person);
        return new Closing(
                sql.sql(SEAL).param("person", person).query(Seal.class).optional(),
                sql.sql(MEMBERS).param("person", person).query(Member.class).list(),
                sql.sql(HISTORY).param("person", person).query(Event.class).list());
    }

    /**
     * Closes a person; whoever does so is on the list.
     *
     * @param ask the named person whom to ask for access
     */
    void close(UUID person, String level, String reason, String ask) {
        check(person);
        checkWords(level, reason, ask);
        StaleVersion.unlessOne(sql.sql(CLOSE)
                .param("person", person)
                .param("level", level)
                .param("reason", reason.strip())
                .param("ask", ask.strip())
                .param("by", Actor.current().id())
                .update());
        addMember(person, Actor.current().id());
        follow(person);
        audit.record(new Act("close-" + level, "seal", person, reason.strip(), null));
    }

    /** Seals somebody who is restricted. */
    void raise(UUID person, int version, String reason, String ask) {
        check(person);
        checkWords("sealed", reason, ask);
        StaleVersion.unlessOne(sql.sql(RAISE)
                .param("person", person)
                .param("version", version)
                .param("reason", reason.strip())
                .param("ask", ask.strip())
                .update());
        follow(person);
        audit.record(new Act("close-sealed", "seal", person, reason.strip(), null));
    }

    void add(UUID person, String email) {
        check(person);
        UUID account = names.find(email);
        RecordFacts facts = grounds.facts(person).orElseThrow(NoSuchRecord::new);
        if (AccessPolicy.excluded(grounds.of(account, person), facts, time.instant())) {
            throw new RuleBroken(
                    "email", "A conflict of interest is recorded for this colleague. Choose somebody else");
        }
        addMember(person, account);
        audit.record(new Act("list", "seal", person, null, account.toString()));
    }

    /** Takes a colleague off the list; nobody takes themselves off, so that it never runs empty. */
    void remove(UUID person, UUID account) {
        check(person);
        StaleVersion.unlessOne(sql.sql(END_MEMBER)
                .param("person", person)
                .param("account", account)
                .param("me", Actor.current().id())
                .update());
        audit.record(new Act("unlist", "seal", person, null, account.toString()));
    }

    private void addMember(UUID person, UUID account) {
        sql.sql(ADD_MEMBER)
                .param("person", person)
                .param("account", account)
                .query((row, n) -> 1)
                .single();
    }

    private void follow(UUID person) {
        sql.sql(FOLLOW).param("person", person).query((row, n) -> 1).single();
    }

    private void check(UUID person) {
        access.require(Action.SEAL, person);
        if (!grounds.facts(person).orElseThrow(NoSuchRecord::new).kind().equals("identity")) {
            throw new NoSuchRecord();
        }
    }

    private static void checkWords(String level, String reason, String ask) {
        if (!level.equals("restricted") && !level.equals("sealed")) {
            throw new RuleBroken("level", "Choose how far to close it");
        }
        Words.check("reason", reason);
        if (ask.isBlank() || ask.length() > 200) {
            throw new RuleBroken("ask", "Name the person to ask for access, in at most 200 characters");
        }
    }

    record Closing(Optional<Seal> seal, List<Member> members, List<Event> history) {}

    record Seal(
            String level,
            String reason,
            String ask,
            @Nullable String by,
            OffsetDateTime createdAt,
            int version) {}

    record Member(
            UUID account,
            String name,
            String email,
            OffsetDateTime fromAt,
            @Nullable OffsetDateTime untilAt,
            boolean live) {}

    record Event(
            OffsetDateTime at,
            @Nullable String name,
            String action,
            @Nullable String reason) {}
}
