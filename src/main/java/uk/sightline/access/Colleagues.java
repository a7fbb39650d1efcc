package uk.sightline.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;

/** Who works here: names of accounts and teams, to show and to choose from. */
@Repository
@Transactional
public class Colleagues {

    private static final String COLLEAGUE = """
            select a.id, a.name, a.email, a.phone, a.agency, g.label as agency_label, a.state
            from access.account a left join access.agency g on g.key = a.agency
            where a.id = :id
            """;

    private static final String TEAMS = """
            select t.id, t.key, t.kind, t.label, t.agency, t.phone from access.team t where t.kind = 'team' order by t.label
            """;

    private static final String TEAM = """
            select t.id, t.key, t.kind, t.label, t.agency, t.phone from access.team t where t.id = :id
            """;

    private static final String TEAM_BY_KEY = """
            select t.id, t.key, t.kind, t.label, t.agency, t.phone from access.team t where t.key = :key
            """;

    private static final String MY_TEAMS = """
            select t.id, t.key, t.kind, t.label, t.agency, t.phone
            from access.team t
            where t.id = any ((select access.my_holders())::uuid[])
            order by t.kind desc, t.label
            """;

    private static final String MY_POSTS = """
            select distinct p.label from access.post p where p.key in (select access.my_posts()) order by p.label
            """;

    private static final String MEMBERS = """
            select distinct a.id, a.name, a.email, a.phone, a.agency, g.label as agency_label, a.state
            from access.holding h
            join access.account a on a.id = h.account_id
            left join access.agency g on g.key = a.agency
            where h.team_id = :team and a.state = 'active'
              and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
            order by a.name
            """;

    private static final String REACHING = """
            select distinct a.id, a.name, t.id as team_id, t.label as team
            from access.holding h
            join access.account a on a.id = h.account_id
            join access.post_line l on l.post = h.post
            left join access.team t on t.id = h.team_id
            where a.state = 'active' and a.kind = 'person'
              and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
              and l.reach = any (:reaches::text[]) and :kind = any (l.sees)
            order by a.name, team
            """;

    private final JdbcClient sql;

    Colleagues(JdbcClient sql) {
        this.sql = sql;
    }

    /** The actor's own entry. */
    public Colleague me() {
        return find(Actor.current().id()).orElseThrow(() -> new IllegalStateException("The actor has no account"));
    }

    public Optional<Colleague> find(UUID id) {
        return sql.sql(COLLEAGUE).param("id", id).query(Colleague.class).optional();
    }

    /** Every team that takes work, by name. */
    public List<Team> teams() {
        return sql.sql(TEAMS).query(Team.class).list();
    }

    public Optional<Team> team(UUID id) {
        return sql.sql(TEAM).param("id", id).query(Team.class).optional();
    }

    /**
     * A team of the pack.
     *
     * @throws IllegalStateException when the pack names no such team
     */
    public Team team(String key) {
        return sql.sql(TEAM_BY_KEY)
                .param("key", key)
                .query(Team.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("The pack has no team " + key));
    }

    /** The teams and places the actor belongs to now. */
    public List<Team> myTeams() {
        return sql.sql(MY_TEAMS).query(Team.class).list();
    }

    /** The labels of the posts the actor holds now. */
    public List<String> myPosts() {
        return sql.sql(MY_POSTS).query(String.class).list();
    }

    /** The people of a team who can take work now. */
    public List<Colleague> members(UUID team) {
        return sql.sql(MEMBERS).param("team", team).query(Colleague.class).list();
    }

    /**
     * Those who hold a post that sees this kind of record at one of these reaches, with the team they hold it in; by name.
     *
     * @param reaches of ACCESS.md: {@code own}, {@code cohort} …
     */
    public List<Placed> reaching(Set<String> reaches, String kind) {
        return sql.sql(REACHING)
                .param("reaches", reaches.toArray(String[]::new))
                .param("kind", kind)
                .query(Placed.class)
                .list();
    }

    /** A worker of the partnership. */
    public record Colleague(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String agency,
            @Nullable String agencyLabel,
            String state) {}

    /** A worker, with the team in which they hold a post. */
    public record Placed(
            UUID id,
            String name,
            @Nullable UUID teamId,
            @Nullable String team) {}

    /**
     * A team that takes work, or a place (school, home) whose people share what was referred there.
     *
     * @param kind {@code team} or {@code place}
     */
    public record Team(
            UUID id,
            String key,
            String kind,
            String label,
            String agency,
            @Nullable String phone) {}
}
