package uk.sightline.duplicates;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;

/** People put on record twice, with names that nobody else has. */
record Planted(People people, JdbcClient sql, TransactionTemplate transactions) {

    private static final Random RANDOM = new Random(20261127);
    private static final int MOST_DAYS = 2500;

    /** Somebody of whom nobody else has a name or, as good as surely, the birth date. */
    record Somebody(String given, String family, LocalDate born) {

        String name() {
            return given + " " + family;
        }
    }

    static Somebody somebody() {
        return new Somebody(name(), name(), LocalDate.of(2010, 1, 1).plusDays(RANDOM.nextInt(MOST_DAYS)));
    }

    private static String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append("bdfgklmnprstvz".charAt(RANDOM.nextInt(14))).append("aeiou".charAt(RANDOM.nextInt(5)));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Two records that are plainly one person's. */
    UUID[] twice(TestPerson worker) {
        Somebody who = somebody();
        return new UUID[] {once(worker, who), once(worker, who)};
    }

    UUID once(TestPerson worker, Somebody who) {
        return worker.actor()
                .call(() ->
                        people.create(NewPerson.named(who.given(), who.family(), BirthDate.on(who.born()), "Test")));
    }

    /** Closes a person to everybody but one. */
    void seal(UUID person, TestPerson member) {
        member.actor()
                .run(() -> transactions.executeWithoutResult(status -> {
                    sql.sql("""
                            insert into access.seal (person_id, level, reason, ask, created_by, created_at)
                            values (:person, 'sealed', 'test', 'the manager', :me, platform.at())
                            """)
                            .param("person", person)
                            .param("me", member.id())
                            .update();
                    sql.sql("""
                            insert into access.seal_member (person_id, account_id, from_at, created_by, created_at)
                            values (:person, :me, platform.at(), :me, platform.at())
                            """)
                            .param("person", person)
                            .param("me", member.id())
                            .update();
                    sql.sql("select access.follow_seal(:person)")
                            .param("person", person)
                            .query((row, n) -> 1)
                            .single();
                }));
    }
}
