package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTests {

    @Test
    void aThousandIsAFigureAndWhatIsBeyondIsMore() {
        assertThat(new Counted(0).words()).isEqualTo("0");
        assertThat(new Counted(1_000).words()).isEqualTo("1,000");
        assertThat(new Counted(Counted.LIMIT).words()).isEqualTo("more than 1,000");
        assertThat(new Counted(Counted.LIMIT).isMore()).isTrue();
        assertThat(new Counted(1_000).isMore()).isFalse();
    }
}
