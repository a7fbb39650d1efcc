package uk.sightline.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in PostgreSQL, so any node serves any request; 15 minutes idle end one. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "platform.session", maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS)
class SessionConfiguration {

    static final int IDLE_SECONDS = 15 * 60;

    /**
     * That a session was used is written at each request, with what the request changed in it, and no request waits until that
     * is on the disk: if PostgreSQL crashes, the last half second of it is lost, and somebody may have to sign in again. That a
     * session ended waits as everything does.
     */
    private static final String USED = """
            update platform.session
            set session_id = ?, last_access_time = ?, max_inactive_interval = ?, expiry_time = ?, principal_name = ?
            where primary_id = ? and set_config('synchronous_commit', 'off', true) = 'off'
            """;

    /** Clears ended sessions away every five minutes. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTables() {
        return repository -> {
            repository.setCleanupCron("0 */5 * * * *");
            repository.setUpdateSessionQuery(USED);
        };
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("sightline");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }
}
