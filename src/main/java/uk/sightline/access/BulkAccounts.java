package uk.sightline.access;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;
import uk.sightline.platform.BulkRows;
import uk.sightline.platform.Ids;

/**
 * Many accounts at once, for a fictional district. They have no password: they can only be chosen where the demonstration
 * lets anybody sign in as them.
 */
@Component
public class BulkAccounts {

    private static final String ACCOUNT = "id, kind, name, email, phone, agency, state, created_by, created_at";
    private static final String HOLDING = "id, account_id, post, team_id, from_at, created_by, created_at";

    private final JdbcOperations sql;
    private final Colleagues colleagues;

    BulkAccounts(JdbcOperations sql, Colleagues colleagues) {
        this.sql = sql;
        this.colleagues = colleagues;
    }

    /**
     * Somebody who works here.
     *
     * @param post key of a post of the pack
     * @param team key of a team of the pack, or {@code school:} and a URN
     */
    public record Worker(UUID id, String name, String email, String phone, String post, String team, Instant from) {}

    /**
     * Adds live accounts, each holding one post.
     *
     * @throws IllegalStateException when the pack has no such team
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Worker> workers) {
        UUID by = Actor.current().id();
        BulkRows accounts = BulkRows.into("access.account", ACCOUNT);
        BulkRows holdings = BulkRows.into("access.holding", HOLDING);
        for (Worker worker : workers) {
            Colleagues.Team team = colleagues.team(worker.team());
            accounts.add(
                    worker.id(),
                    "person",
                    worker.name(),
                    worker.email(),
                    worker.phone(),
                    team.agency(),
                    "active",
                    by,
                    worker.from());
            holdings.add(Ids.next(), worker.id(), worker.post(), team.id(), worker.from(), by, worker.from());
        }
        accounts.write(sql);
        holdings.write(sql);
    }
}
