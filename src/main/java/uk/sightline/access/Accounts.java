package uk.sightline.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.access.SignInPage.DemoAccount;
import uk.sightline.access.SignInPage.DemoAgency;

/** The accounts of people, as sign-in and every request need them. */
@Repository
class Accounts {

    private static final String LIVE_NAME =
            "select name from access.account where id = :id and kind = 'person' and state = 'active'";

    private static final String LIVE = """
            select g.label as agency, a.id, a.name,
                   string_agg(distinct p.label || coalesce(', ' || t.label, ''), '; ') as posts
            from access.account a
            join access.agency g on g.key = a.agency
            left join access.holding h on h.account_id = a.id and h.until_at is null
            left join access.post p on p.key = h.post
            left join access.team t on t.id = h.team_id
            where a.kind = 'person' and a.state = 'active'
            group by g.label, a.id, a.name
            order by g.label, posts, a.name
            limit 300
            """;

    private final JdbcClient sql;

    Accounts(JdbcClient sql) {
        this.sql = sql;
    }

    /** The account's name while it is live; absent once it has ended. Needs no actor: it is how one is found. */
    Optional<String> liveName(UUID id) {
        return sql.sql(LIVE_NAME).param("id", id).query(String.class).optional();
    }

    /** Everybody who can sign in, for the demonstration to choose from. */
    List<DemoAgency> liveByAgency() {
        Map<String, List<DemoAccount>> agencies = new LinkedHashMap<>();
        sql.sql(LIVE)
                .query(Row.class)
                .list()
                .forEach(row -> agencies.computeIfAbsent(row.agency(), any -> new ArrayList<>())
                        .add(new DemoAccount(row.id(), row.name(), row.posts() == null ? "" : row.posts())));
        return agencies.entrySet().stream()
                .map(entry -> new DemoAgency(entry.getKey(), entry.getValue()))
                .toList();
    }

    private record Row(
            String agency,
            String id,
            String name,
            @org.jspecify.annotations.Nullable String posts) {}
}
