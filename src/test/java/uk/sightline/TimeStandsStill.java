package uk.sightline;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the time back before each test: the tests share an application, and some move its time. */
final class TimeStandsStill implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(TestTime.Settable.class)
                .set(TestTime.START);
    }
}
