package uk.sightline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BradfordPackTests {

    private final PracticePack pack = PracticePacks.load("classpath:packs/bradford");

    @Test
    void thePackLoads() {
        assertThat(pack.edition().name()).isEqualTo("bradford");
    }
}
