package uk.sightline.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/**
 * Colleagues for tests: each call makes a new account that holds a post of the pack, so that no test leans on another's.
 * Injected wherever {@code @SightlineTest} stands.
 */
@TestComponent
@Import({TestSignIns.class, TestRecords.class})
public class TestPeople {

    private static final Actor PACK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000001"), "pack");

    private static final String ADD_ACCOUNT = """
            insert into access.account (id, kind, name, email, phone, agency, state, created_by, created_at)
            select :id, 'person', :name, :email, '01632 960900', coalesce(:agency::text, min(g.key)), 'active', :by, :at
            from access.agency g
            """;

    private static final String ADD_HOLDING = """
            insert into access.holding (id, account_id, post, team_id, from_at, created_by, created_at)
            select gen_random_uuid(), :account, p.key, t.id, :from, :by, :at
            from access.post p left join access.team t on t.key = :team::text
            where p.key = :post
            """;

    private static final String AGENCY_OF = "select agency from access.team where key = :team";

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    TestPeople(JdbcClient sql, TransactionTemplate transactions, InstantSource time) {
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
    }

    /** Takes referrals about children in. */
    public TestPerson frontDoorWorker() {
        return with("front-door-worker", "front-door");
    }

    /** Assigns, seals, grants, and reviews what the front door does. */
    public TestPerson frontDoorManager() {
        return with("front-door-manager", "front-door");
    }

    /** Safeguarding lead of a school of the pack. */
    public TestPerson schoolLead(String urn) {
        return with("school-safeguarding-lead", "school:" + urn);
    }

    /** Works with every adult, and from 17 years 6 months on. */
    public TestPerson adultWorker() {
        return with("adult-mash-practitioner", "adult-mash");
    }

    /** Sees nothing by reach: only what a relationship opens. */
    public TestPerson socialWorker() {
        return with("statutory-social-worker", "locality-city");
    }

    /** Sees the audit, reviews, watches. */
    public TestPerson informationGovernance() {
        return with("information-governance-officer", "information-governance");
    }

    /** Looks after accounts and sees no personal data. */
    public TestPerson administrator() {
        return with("administrator", "system-administration");
    }

    /**
     * Somebody new who holds this post.
     *
     * @param teamKey a team or a place ({@code school:…}) of the pack; null for none
     */
    public TestPerson with(String post, @Nullable String teamKey) {
        UUID id = Ids.next();
        TestPerson person =
                new TestPerson(id, "Test " + post + " " + id.toString().substring(0, 4), id + "@test.example");
        inTransaction(() -> {
            sql.sql(ADD_ACCOUNT)
                    .param("id", id)
                    .param("name", person.name())
                    .param("email", person.email())
                    .param("agency", teamKey == null ? null : agencyOf(teamKey))
                    .param("by", PACK.id())
                    .param("at", now())
                    .update();
            hold(id, post, teamKey, time.instant().minusSeconds(60));
        });
        return person;
    }

    /** Gives an account another post besides. */
    public void alsoHolds(TestPerson person, String post, @Nullable String teamKey) {
        inTransaction(() -> hold(person.id(), post, teamKey, time.instant().minusSeconds(60)));
    }

    private String agencyOf(String teamKey) {
        return sql.sql(AGENCY_OF).param("team", teamKey).query(String.class).single();
    }

    private void hold(UUID account, String post, @Nullable String teamKey, Instant from) {
        int added = sql.sql(ADD_HOLDING)
                .param("account", account)
                .param("post", post)
                .param("team", teamKey)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("by", PACK.id())
                .param("at", now())
                .update();
        if (added != 1) {
            throw new IllegalArgumentException("The pack has no post " + post);
        }
    }

    private void inTransaction(Runnable work) {
        PACK.run(() -> transactions.executeWithoutResult(status -> work.run()));
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    /** An account of a test. */
    public record TestPerson(UUID id, String name, String email) {

        /** To call services as: {@code person.actor().run(() -> …)}. */
        public Actor actor() {
            return new Actor(id, Actor.Kind.PERSON, name, "test");
        }

        /** To send requests as: {@code mvc.perform(get("/work").with(person.signedIn()))}. */
        public RequestPostProcessor signedIn() {
            return SecurityMockMvcRequestPostProcessors.authentication(
                    new UsernamePasswordAuthenticationToken(new SignedIn(id), "", List.of()));
        }
    }
}
