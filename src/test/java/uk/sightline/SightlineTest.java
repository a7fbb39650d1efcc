package uk.sightline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test against the whole product on a real PostgreSQL. Every such test shares one application and one embedded
 * database in its JVM; each makes its own people and records and leaves the others' alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Sightline.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({TestTime.class, uk.sightline.access.TestPeople.class})
@TestPropertySource(
        properties = {
            "sightline.data=target/test-data-${PID:0}",
            "sightline.jobs=false",
            "sightline.demo=false",
            "sightline.db=${SIGHTLINE_TEST_DB:}"
        })
@ExtendWith(TimeStandsStill.class)
public @interface SightlineTest {}
