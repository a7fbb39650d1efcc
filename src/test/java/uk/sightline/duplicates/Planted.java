package uk.sightline.duplicates;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;

/** People put on record twice, with names that nobody else has. */
record Planted(People people, JdbcClient sql, TransactionTemplate transactions) {

    static final LocalDate BORN = LocalDate.of(2011, 6, 21);

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** A family name of its own. */
    static String family() {
        int no = NEXT.getAndIncrement();
        return "Quill" + letters(no) + "wick" + letters(no * 7 + 3);
    }

    private static String letters(int no) {
        return "" + (char) ('a' + no % 26) + (char) ('a' + no / 26 % 26);
    }

    /** Two records that are plainly one person's, of somebody who is called so. */
    UUID[] twice(TestPerson worker, String given, String family) {
        return new UUID[] {once(worker, given, family, BORN), once(worker, given, family, BORN)};
    }

    UUID once(TestPerson worker, String given, String family, LocalDate born) {
        return worker.actor()
                .call(() -> people.create(NewPerson.named(given, family, BirthDate.on(born), "Test")));
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
