package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTests {

    @Test
    void aThousandIsAFigureAndWhatIsBeyondIsMore() {
        assertThat(Counted.NONE.words()).isEqualTo("0");
        assertThat(Counted.upToLimit(1_000).words()).isEqualTo("1,000");
        assertThat(Counted.upToLimit(1_000).ofThese(37).words()).isEqualTo("37");
        assertThat(Counted.upToLimit(Counted.LIMIT).words()).isEqualTo("more than 1,000");
        assertThat(Counted.upToLimit(Counted.LIMIT).ofThese(37).words()).isEqualTo("37 or more");
        assertThat(Counted.upToLimit(Counted.LIMIT).ofThese(Counted.LIMIT).words())
                .isEqualTo("more than 1,000");
    }
}
