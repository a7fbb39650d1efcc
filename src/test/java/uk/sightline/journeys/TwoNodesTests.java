package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes over one database, people at work on both, an import under way, and the node that imports killed with -9: its
 * people go on at the other, signed in as they were; whatever was acknowledged is there; the other node does the rest of
 * the import and no row twice; and no job was ever taken from a node that lived.
 */
@Tag("journey")
class TwoNodesTests {

    private static final int RECEIVED = 4;
    private static final int ROWS = 20_000;
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final String NODE = """
            select max(application_name) from pg_stat_activity
            where application_name like 'sightline %' and usename = 'sightline_app'
            """;

    /** Who takes and who gives back each job, written down by the database itself. */
    private static final String WATCH_THE_JOBS = """
            create table public.job_turn (
              no bigint generated always as identity, job text, picked boolean, holder text, by text);
            create function public.job_turn() returns trigger language plpgsql security definer as $$
            begin
              insert into public.job_turn (job, picked, holder, by)
              values (new.task_name, new.picked, coalesce(new.picked_by, old.picked_by),
                      current_setting('application_name'));
              return null;
            end $$;
            create trigger job_turn after update on platform.job for each row
            when (old.picked is distinct from new.picked or old.picked_by is distinct from new.picked_by)
            execute function public.job_turn()
            """;

    private static final String IMPORTER =
            "select coalesce(max(picked_by), '') from platform.job where task_name = 'import' and picked";
    private static final String REACHED = "select coalesce(max(reached), 0) from imports.batch where state = 'running'";
    private static final String RUNNING = "select count(*) from imports.batch where state = 'running'";
    private static final String TAKEN_AWAY =
            "select count(*) from public.job_turn where by <> holder and holder %s '%s'";
    private static final String PEOPLE = "select count(distinct person_id) from imports.origin where source = 'Nodes'";
    private static final String RECORDS = "select count(*) from people.person where source = 'Nodes'";
    private static final String ACTS = """
            select count(*) from audit.entry where action = 'add' and kind = 'identity' and detail like 'import I-%'
            """;

    @TempDir
    Path folder;

    private final AtWork work = new AtWork(20261127);

    @Test
    void peopleAndJobsOfAKilledNodeGoOnAtTheOther() throws Exception {
        try (ExternalPostgres postgres = ExternalPostgres.start();
                Product first = new Product(Files.createDirectory(folder.resolve("first")), postgres.jdbc());
                Product second = new Product(Files.createDirectory(folder.resolve("second")), postgres.jdbc());
                Connection past = DriverManager.getConnection(postgres.jdbc())) {
            first.start();
            String nameOfFirst = one(past, NODE);
            second.start();
            try (Statement watching = past.createStatement()) {
                watching.execute(WATCH_THE_JOBS);
            }

            AtWork.Killed killed = work.goingOn(RECEIVED, first, second, () -> {
                leaveAnImportHalfDone(first, past);
                return until(past, IMPORTER, "").equals(nameOfFirst) ? first : second;
            });

            Product stays = killed.node() == first ? second : first;
            assertThat(killed.longest()).isPositive().isLessThan(GOES_ON_WITHIN);
            work.isAllThere(stays.port());
            theRestIsImportedOnce(past);
            String living = killed.node() == first ? one(past, NODE) : nameOfFirst;
            assertThat(number(past, TAKEN_AWAY.formatted("<>", living)))
                    .as("jobs of the dead")
                    .isPositive();
            assertThat(number(past, TAKEN_AWAY.formatted("=", living)))
                    .as("jobs of the living")
                    .isZero();
            Product.Verb check = stays.run("check");
            assertThat(check.exit()).as(check.said()).isZero();
            Product.Verb log = stays.run("verify-audit");
            assertThat(log.exit()).as(log.said()).isZero();
        }
    }

    /** A command that is killed leaves its rows to whichever node takes them up. */
    private void leaveAnImportHalfDone(Product beside, Connection past) throws Exception {
        Path file = Files.writeString(folder.resolve("extract.csv"), extract());
        Process verb = beside.begin("import", "people", file.toString(), "--source", "Nodes");
        until(past, REACHED, "0");
        verb.destroyForcibly().waitFor();
    }

    private static void theRestIsImportedOnce(Connection past) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!one(past, RUNNING).equals("0") && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(number(past, PEOPLE))
                .isEqualTo(number(past, RECORDS))
                .isEqualTo(number(past, ACTS))
                .isEqualTo(ROWS);
    }

    /** Asks until the answer is another than this. */
    private static String until(Connection past, String query, String not) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String answer = one(past, query);
        while (answer.equals(not)) {
            if (System.nanoTime() > until) {
                throw new IOException("Still " + not + ": " + query);
            }
            TimeUnit.MILLISECONDS.sleep(50);
            answer = one(past, query);
        }
        return answer;
    }

    private static int number(Connection past, String query) throws SQLException {
        return Integer.parseInt(one(past, query));
    }

    private static String one(Connection past, String query) throws SQLException {
        try (Statement statement = past.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String extract() {
        StringBuilder file = new StringBuilder("id,name,dob\n");
        for (int i = 0; i < ROWS; i++) {
            String name = "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676 % 26);
            file.append("%d,Tobias Twofold%s,2011-02-03%n".formatted(i, name));
        }
        return file.toString();
    }
}
