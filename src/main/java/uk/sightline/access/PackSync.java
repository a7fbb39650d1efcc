package uk.sightline.access;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;
import uk.sightline.reference.Agency;
import uk.sightline.reference.Permission;
import uk.sightline.reference.Post;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.RecordKind;
import uk.sightline.reference.School;
import uk.sightline.reference.Team;

/**
 * Puts the pack's agencies, teams and posts where the policy can see them, at every start and before the first request.
 * Posts are written anew, so a line that the pack no longer has opens nothing from then on; agencies and teams are only
 * added to and renamed, because records point at them.
 */
@Component
class PackSync implements SmartInitializingSingleton {

    private static final Actor PACK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000001"), "pack");

    private static final String LOCK = "select pg_advisory_xact_lock(7412)";

    private static final String FORGET_POSTS = """
            with lines as (delete from access.post_line where post not like 'job:%'),
                 permissions as (delete from access.post_may where post not like 'job:%')
            delete from access.post where key not like 'job:%'
            """;

    private static final String KEEP_AGENCY = """
            insert into access.agency (key, label, kind) values (:key, :label, :kind)
            on conflict (key) do update set label = excluded.label, kind = excluded.kind
            """;

    private static final String KEEP_TEAM = """
            insert into access.team (id, key, kind, label, agency, phone)
            values (:id, :key, :kind, :label, :agency, :phone)
            on conflict (key) do update
            set label = excluded.label, agency = excluded.agency, phone = excluded.phone
            """;

    private static final String ADD_POST = "insert into access.post (key, label) values (:key, :label)";

    private static final String ADD_LINE = """
            insert into access.post_line (post, line, reach, sees, pointer)
            values (:post, :line, :reach, :sees::text[], :pointer::text[])
            """;

    private static final String ADD_PERMISSION =
            "insert into access.post_may (post, action) values (:post, :action) on conflict do nothing";

    /** Schools belong to this agency of the pack. */
    private static final String SCHOOLS = "schools";

    private final PracticePack pack;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    PackSync(PracticePack pack, JdbcClient sql, TransactionTemplate transactions) {
        this.pack = pack;
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A team's id: the same on every node and in every database, because it comes from its key. */
    static UUID idOf(String teamKey) {
        return UUID.nameUUIDFromBytes(("team:" + teamKey).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void afterSingletonsInstantiated() {
        PACK.run(() -> transactions.executeWithoutResult(status -> {
            sql.sql(LOCK).query((row, n) -> 1).list();
            pack.agencies().forEach(this::keep);
            pack.teams().forEach(this::keep);
            pack.schools().forEach(this::keep);
            sql.sql(FORGET_POSTS).update();
            pack.posts().forEach(this::add);
        }));
    }

    private void keep(Agency agency) {
        sql.sql(KEEP_AGENCY)
                .param("key", agency.key())
                .param("label", agency.label())
                .param("kind", agency.type())
                .update();
    }

    private void keep(Team team) {
        keepTeam(team.key(), "team", team.label(), team.agency(), team.phone());
    }

    private void keep(School school) {
        keepTeam(
                "school:" + school.urn(),
                "place",
                school.label(),
                SCHOOLS,
                pack.agency(SCHOOLS).phone());
    }

    private void keepTeam(String key, String kind, String label, String agency, String phone) {
        sql.sql(KEEP_TEAM)
                .param("id", idOf(key))
                .param("key", key)
                .param("kind", kind)
                .param("label", label)
                .param("agency", agency)
                .param("phone", phone)
                .update();
    }

    private void add(Post post) {
        sql.sql(ADD_POST).param("key", post.key()).param("label", post.label()).update();
        for (int line = 0; line < post.lines().size(); line++) {
            add(post.key(), line, post.lines().get(line));
        }
        for (String action : permissions(post)) {
            sql.sql(ADD_PERMISSION)
                    .param("post", post.key())
                    .param("action", action)
                    .update();
        }
    }

    private void add(String post, int number, Post.Line line) {
        sql.sql(ADD_LINE)
                .param("post", post)
                .param("line", number)
                .param("reach", line.reach().code())
                .param("sees", array(line.sees()))
                .param("pointer", array(line.pointer()))
                .update();
    }

    /** "add" means to add to every kind that the post sees, so each is written out. */
    private static Set<String> permissions(Post post) {
        Set<String> codes = new LinkedHashSet<>();
        for (Permission permission : post.may()) {
            codes.add(permission.toString());
            if (permission.object().isEmpty()) {
                post.lines().stream()
                        .flatMap(line -> line.sees().stream())
                        .forEach(kind -> codes.add(permission + ":" + kind.code()));
            }
        }
        return codes;
    }

    private static String array(Set<RecordKind> kinds) {
        return "{" + String.join(",", kinds.stream().map(RecordKind::code).toList()) + "}";
    }
}
