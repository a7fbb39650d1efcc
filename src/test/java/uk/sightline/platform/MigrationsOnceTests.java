package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.sightline.SightlineTest;

/** What the database was last migrated with is not looked at again; anything else is, until it went well. */
@SightlineTest
class MigrationsOnceTests {

    private final List<Flyway> migrated = new ArrayList<>();

    @Autowired
    private Flyway flyway;

    @Autowired
    private ApplicationContext product;

    private JdbcClient superUser;
    private String before;

    @BeforeEach
    void asItIs() {
        superUser = SuperUser.of(product);
        before = comment();
    }

    @AfterEach
    void asItWas() {
        comment(before);
    }

    @Test
    void theProductHasWrittenDownWhatItMigratedWith() {
        assertThat(before).matches("migrated with [0-9a-f]{64}");
    }

    @Test
    void theSameMigrationsAreNotLookedAtAgain() {
        new MigrationsOnce(migrated::add).migrate(flyway);

        assertThat(migrated).isEmpty();
    }

    @Test
    void otherMigrationsAreLookedAtAndWrittenDown() {
        comment("migrated with others");

        new MigrationsOnce(migrated::add).migrate(flyway);

        assertThat(migrated).containsExactly(flyway);
        assertThat(comment()).isEqualTo(before);
    }

    @Test
    void migrationsThatFailAreLookedAtNextTime() {
        comment("migrated with others");
        MigrationsOnce failing = new MigrationsOnce(any -> {
            throw new IllegalStateException("No");
        });

        assertThatIllegalStateException().isThrownBy(() -> failing.migrate(flyway));

        assertThat(comment()).isEqualTo("migrated with others");
    }

    private String comment() {
        return superUser
                .sql("select obj_description('migrations'::regnamespace, 'pg_namespace')")
                .query(String.class)
                .single();
    }

    private void comment(String comment) {
        superUser.sql("comment on schema migrations is '" + comment + "'").update();
    }
}
