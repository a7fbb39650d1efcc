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

    /** Clears ended sessions away every five minutes. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTables() {
        return repository -> repository.setCleanupCron("0 */5 * * * *");
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
