package uk.sightline.platform;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The three roles: the owner of everything, the migrator that acts as the owner, and the run-time role that owns nothing.
 * Made when missing, under a lock, so that two nodes may start at once.
 */
class DatabaseRoles {

    private static final String MAKE = """
            do $$
            begin
              perform pg_advisory_xact_lock(7411);
              if not exists (select from pg_roles where rolname = 'sightline_owner') then
                create role sightline_owner nologin;
              end if;
              if not exists (select from pg_roles where rolname = 'sightline_migrator') then
                create role sightline_migrator login;
              end if;
              if not exists (select from pg_roles where rolname = 'sightline_app') then
                create role sightline_app login;
              end if;
              grant sightline_owner to sightline_migrator;
              execute format('grant create, connect on database %I to sightline_owner', current_database());
              execute format('grant connect on database %I to sightline_migrator, sightline_app', current_database());
              execute format('alter role sightline_migrator password %L', '{migrator}');
              execute format('alter role sightline_app password %L', '{app}');
            end $$
            """;

    private final Database database;

    DatabaseRoles(Database database) {
        this.database = database;
    }

    void prepare() {
        SingleConnectionDataSource admin =
                new SingleConnectionDataSource(database.url(), database.admin(), database.password(), true);
        try {
            new JdbcTemplate(admin)
                    .execute(MAKE.replace("{migrator}", database.passwordOf(Database.MIGRATOR))
                            .replace("{app}", database.passwordOf(Database.RUN_TIME)));
        } finally {
            admin.destroy();
        }
    }
}
