package uk.sightline.access;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NotAllowed;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/** Looks after accounts: invites, changes posts, ends. Nobody does so for their own. */
@Service
@Transactional
class Administration {

    private static final String ADD_ACCOUNT = """
            insert into access.account (id, kind, name, email, agency, state, created_by, created_at)
            values (:id, 'person', :name, :email, :agency, 'invited', :by, :now)
            """;

    private static final String ADD_HOLDING = """
            insert into access.holding (id, account_id, post, team_id, from_at, created_by, created_at)
            values (gen_random_uuid(), :account, :post, (select t.id from access.team t where t.key = :team), :now, :by, :now)
            """;

    private static final String END_HOLDING = """
            update access.holding set until_at = :now
            where id = :id and account_id = :account and (until_at is null or until_at > :now)
            """;

    private static final String END_HOLDINGS = """
            update access.holding set until_at = :now where account_id = :account and (until_at is null or until_at > :now)
            """;

    private static final String TOUCH = """
            update access.account set version = version + 1 where id = :id and version = :version and state <> 'ended'
            """;

    private static final String END = """
            update access.account set state = 'ended', ended_at = :now, version = version + 1
            where id = :id and version = :version and state <> 'ended'
            """;

    private static final String TAKE_BACK = """
            update access.account set state = 'invited', ended_at = null, version = version + 1
            where id = :id and version = :version and state = 'ended'
            """;

    private static final String END_OPENINGS = "select access.end_openings(:account)";

    private static final String FORGET_CREDENTIAL = "select access.forget_credential(:account)";

    private final Access access;
    private final Invitations invitations;
    private final OpenSessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final InstantSource time;

    Administration(
            Access access,
            Invitations invitations,
            OpenSessions sessions,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient sql,
            InstantSource time) {
        this.access = access;
        this.invitations = invitations;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.sql = sql;
        this.time = time;
    }

    /**
     * Invites somebody new.
     *
     * @return whom, and the token of the one-time link
     */
    Invited invite(InviteForm form) {
        access.require(Action.ADMINISTER);
        UUID id = Ids.next();
        try {
            sql.sql(ADD_ACCOUNT)
                    .param("id", id)
                    .param("name", form.name().strip())
                    .param("email", form.email().strip())
                    .param("agency", form.agency())
                    .param("by", Actor.current().id())
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException known) {
            throw new RuleBroken("email", "Somebody with this e-mail address has an account already. Search for it");
        }
        hold(id, form.post(), form.team());
        record("invite", id, form.post());
        return new Invited(id, invitations.add(id));
    }

    /** Ends one post, if there is one to end, and begins another, with effect from now. */
    void changePost(UUID account, int version, PostChange change) {
        begin(account, version, TOUCH);
        if (change.ends() != null) {
            StaleVersion.unlessOne(sql.sql(END_HOLDING)
                    .param("id", change.ends())
                    .param("account", account)
                    .param("now", now())
                    .update());
        }
        if (change.begins()) {
            hold(account, change.post(), change.team());
        }
        record("change-post", account, change.begins() ? change.post() : "none");
    }

    /** Ends a leaver's account: nothing opens any more, from the next request on. */
    void end(UUID account, int version) {
        begin(account, version, END);
        sql.sql(END_HOLDINGS).param("account", account).param("now", now()).update();
        call(END_OPENINGS, account);
        call(FORGET_CREDENTIAL, account);
        record("end-account", account, "");
        events.publishEvent(new AccountEnded(account));
        sessions.endAll(account);
    }

    /** Takes password and second factor away and invites again: a lost phone, a forgotten password. */
    String resetSignIn(UUID account, int version) {
        begin(account, version, TOUCH);
        return freshLink(account, "reset-sign-in");
    }

    /** Invites somebody again whose account had ended. They come back without any post. */
    String takeBack(UUID account, int version) {
        begin(account, version, TAKE_BACK);
        return freshLink(account, "take-back");
    }

    private String freshLink(UUID account, String act) {
        call(FORGET_CREDENTIAL, account);
        sessions.endAll(account);
        record(act, account, "");
        return invitations.add(account);
    }

    private void begin(UUID account, int version, String statement) {
        access.require(Action.ADMINISTER);
        if (account.equals(Actor.current().id())) {
            throw new NotAllowed("Nobody administers their own account.");
        }
        var update = sql.sql(statement).param("id", account).param("version", version);
        StaleVersion.unlessOne((statement.contains(":now") ? update.param("now", now()) : update).update());
    }

    private void hold(UUID account, String post, String team) {
        sql.sql(ADD_HOLDING)
                .param("account", account)
                .param("post", post)
                .param("team", team)
                .param("by", Actor.current().id())
                .param("now", now())
                .update();
    }

    private void call(String function, UUID account) {
        sql.sql(function).param("account", account).query((row, n) -> 1).single();
    }

    private void record(String act, UUID account, String detail) {
        audit.record(new Act(act, "account", account, null, detail.isEmpty() ? null : detail));
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    record Invited(UUID account, String token) {}
}
