package uk.sightline.people;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.platform.Actor;

/** Whether cards say what the tables say, whoever wrote them. */
public final class Cards {

    /** Somebody who sees everybody. */
    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");

    /** Lists in one order: a fact that is written later than another may stand before it. */
    private static final String CARD = """
            select c.person_id, c.reference, c.display_name, c.born_from, c.born_to, c.born_precision, c.sex, c.died_on,
                   c.school, c.area,
                   (select array_agg(x order by x) from unnest(c.names) x) as names,
                   (select array_agg(x order by x) from unnest(c.identifiers) x) as identifiers,
                   (select array_agg(x order by x) from unnest(c.postcodes) x) as postcodes,
                   (select array_agg(x order by x) from unnest(c.contacts) x) as contacts,
                   (select array_agg(x order by x) from unnest(c.flags) x) as flags
            from people.%s c
            """;

    private static final String WRONG_CARDS = "(%1$s except %2$s) union all (%2$s except %1$s)"
            .formatted(CARD.formatted("card"), CARD.formatted("card_as_drawn"));

    private static final String WRONG_KEYS = """
            select k.person_id from people.search_key k left join lateral access.facts(k.person_id) f on true
            where f.kind is null or k.closed <> (f.visibility <> 'team')
               or k.adult_from <> coalesce(f.adult_from, 'infinity')
            """;

    private Cards() {}

    /** People whose card says otherwise than their record, or who have none, or whose keys say another coming of age. */
    public static List<UUID> wrong(JdbcClient sql, TransactionTemplate transactions) {
        return CHECK.call(() -> Objects.requireNonNull(transactions.execute(status -> {
            List<UUID> wrong = new java.util.ArrayList<>(sql.sql(WRONG_CARDS)
                    .query((row, n) -> row.getObject("person_id", UUID.class))
                    .list());
            wrong.addAll(sql.sql(WRONG_KEYS).query(UUID.class).list());
            return wrong;
        })));
    }
}
