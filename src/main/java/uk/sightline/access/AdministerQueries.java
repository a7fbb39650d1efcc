package uk.sightline.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.NoSuchRecord;

/** What the pages about the people who use Sightline show. */
@Repository
@Transactional
class AdministerQueries {

    static final int PAGE = 30;

    private static final String LIST = """
            select a.id, a.name, a.email, g.label as agency, a.state,
                   (select string_agg(distinct p.label, ', ')
                    from access.holding h join access.post p on p.key = h.post
                    where h.account_id = a.id and (h.until_at is null or h.until_at > platform.at())) as posts
            from access.account a left join access.agency g on g.key = a.agency
            where a.kind = 'person'
              and (:agency::text is null or a.agency = :agency)
              and (:state::text is null or a.state = :state)
              and (:post::text is null or exists (
                select from access.holding h
                where h.account_id = a.id and h.post = :post and (h.until_at is null or h.until_at > platform.at())))
              and (:words::text is null or a.name ilike :words or a.email ilike :words)
              and (:after::uuid is null
                or (lower(a.name), a.id) > (select lower(b.name), b.id from access.account b where b.id = :after))
            order by lower(a.name), a.id
            limit :limit
            """;

    private static final String PERSON = """
            select a.id, a.name, a.email, a.phone, a.agency as agency_key, g.label as agency, a.state, a.version,
                   a.ended_at, exists (select from access.invitation i
                                       where i.account_id = a.id and i.used_at is null
                                         and i.expires_at > platform.at()) as invited
            from access.account a join access.agency g on g.key = a.agency
            where a.id = :id and a.kind = 'person'
            """;

    private static final String HOLDINGS = """
            select h.id, h.post, coalesce(p.label, h.post) as label, t.key as team, t.label as team_label,
                   h.from_at, h.until_at, h.until_at is null or h.until_at > platform.at() as live
            from access.holding h
            left join access.post p on p.key = h.post
            left join access.team t on t.id = h.team_id
            where h.account_id = :account
            order by live desc, h.from_at desc, h.id
            """;

    private static final String AGENCIES = "select key, label from access.agency order by label";

    private static final String POSTS =
            "select key, label from access.post where key not like 'job:%' and key <> 'system-job' order by label";

    private static final String TEAMS = "select key, label from access.team order by kind desc, label";

    private final JdbcClient sql;

    AdministerQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /** One more than a page, to tell whether there is another. */
    List<Line> list(Filter filter) {
        return sql.sql(LIST)
                .param("agency", filter.agency())
                .param("state", filter.state())
                .param("post", filter.post())
                .param("words", filter.words() == null ? null : "%" + literal(filter.words()) + "%")
                .param("after", filter.after())
                .param("limit", PAGE + 1)
                .query(Line.class)
                .list();
    }

    Person person(UUID id) {
        return sql.sql(PERSON).param("id", id).query(Person.class).optional().orElseThrow(NoSuchRecord::new);
    }

    List<Holding> holdings(UUID account) {
        return sql.sql(HOLDINGS).param("account", account).query(Holding.class).list();
    }

    List<Choice> agencies() {
        return sql.sql(AGENCIES).query(Choice.class).list();
    }

    List<Choice> posts() {
        return sql.sql(POSTS).query(Choice.class).list();
    }

    List<Choice> teams() {
        return sql.sql(TEAMS).query(Choice.class).list();
    }

    private static String literal(String words) {
        return words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Which people; null for any. */
    record Filter(
            @Nullable String agency,
            @Nullable String post,
            @Nullable String state,
            @Nullable String words,
            @Nullable UUID after) {}

    record Line(
            UUID id,
            String name,
            String email,
            @Nullable String agency,
            String state,
            @Nullable String posts) {}

    record Person(
            UUID id,
            String name,
            String email,
            @Nullable String phone,
            String agencyKey,
            String agency,
            String state,
            int version,
            @Nullable OffsetDateTime endedAt,
            boolean invited) {}

    record Holding(
            UUID id,
            String post,
            String label,
            @Nullable String team,
            @Nullable String teamLabel,
            OffsetDateTime fromAt,
            @Nullable OffsetDateTime untilAt,
            boolean live) {}

    record Choice(String key, String label) {}
}
