package uk.sightline;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    @Test
    void arrowsPointUpTheTableOnly() {
        ApplicationModules.of(Sightline.class).verify();
    }
}
