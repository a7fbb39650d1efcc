package uk.sightline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Keeps the stack trace of a start that failed out of the sight of whoever typed it: they are told in one line, see
 * {@link Failure}. {@code LOGGING_LEVEL_UK_SIGHTLINE=debug} shows all of it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineFailures implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(OneLineFailures.class);

    /** As Spring Boot makes it. */
    OneLineFailures(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        LOG.debug("It does not start", failure);
        return true;
    }
}
