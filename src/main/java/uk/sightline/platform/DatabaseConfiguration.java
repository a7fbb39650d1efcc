package uk.sightline.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** The database, its roles, its pool, and the transactions that carry the actor. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** More connections than this make a small machine slower, not faster: the rest of the requests wait their turn. */
    private static final int POOL = 16;

    /** Each costs a start some time of the processor; the others are made when they are asked for. */
    private static final int READY = 4;

    private static final int OUTERMOST = 10;

    /** The name of this process among the connections of the database. */
    static final String CONNECTED_AS = "sightline " + Ids.next().toString().substring(0, 8);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    /** The embedded server, or nothing when an address is given. A holder, because a bean may not be null. */
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings) {
        String address = settings.db();
        return address == null || address.isBlank()
                ? new DatabaseServer(new EmbeddedDatabase(settings.data()), null)
                : new DatabaseServer(null, Database.at(address));
    }

    @Bean
    Database database(DatabaseServer server) {
        Database database = server.database();
        new DatabaseRoles(database).prepare();
        return database;
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Database database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sightline");
        config.setJdbcUrl(database.url());
        config.setUsername(Database.RUN_TIME);
        config.setPassword(database.passwordOf(Database.RUN_TIME));
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(READY);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", CONNECTED_AS);
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** Migrations run as the owner of every schema. */
    @Bean
    @FlywayDataSource
    DataSource migrations(Database database) {
        return new DelegatingDataSource(database.asMigrator());
    }

    @Bean
    @Primary
    FlywayMigrationStrategy migrationsOnce(SpringModulithFlywayMigrationStrategy each) {
        return new MigrationsOnce(each);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, InstantSource time) {
        return new ActorTransactions(dataSource, time, OUTERMOST, PATIENCE);
    }

    /** There is one manager: told so, an interceptor does not search each bean's annotations for another at every call. */
    @Bean
    static BeanPostProcessor oneTransactionManager(ObjectProvider<PlatformTransactionManager> manager) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof TransactionInterceptor interceptor) {
                    interceptor.setTransactionManager(manager.getObject());
                    interceptor.setBeanFactory(null);
                }
                return bean;
            }
        };
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /** Keeps the embedded server, if there is one, for as long as the application runs. */
    record DatabaseServer(
            @Nullable EmbeddedDatabase embedded, @Nullable Database external) implements AutoCloseable {

        Database database() {
            if (external != null) {
                return external;
            }
            if (embedded == null) {
                throw new IllegalStateException("Neither an embedded nor an external database");
            }
            return embedded.database();
        }

        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
