package uk.sightline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time that stands still until a test moves it: a Tuesday in winter, ten in the morning in Bradford. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTime {

    /** Tuesday 10 November 2026, 10:00 in London. */
    public static final Instant START = Instant.parse("2026-11-10T10:00:00Z");

    @Bean
    @Primary
    public Settable settableTime() {
        return new Settable();
    }

    /** An instant source that a test moves. */
    public static final class Settable implements InstantSource {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        public void set(Instant instant) {
            now = instant;
        }

        public synchronized void advance(Duration duration) {
            now = now.plus(duration);
        }
    }
}
