package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void codesAreThoseOfAppendixBOfRfc6238(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    @Test
    void aCodeOfTheStepBeforeOrAfterCountsAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.stepAt(now);
        for (int away = -3; away <= 3; away++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step + away, 6), now).isPresent())
                    .as("%d steps away", away)
                    .isEqualTo(Math.abs(away) <= 1);
        }
    }

    @Test
    void theKeyForTypingIsGroupedBase32() {
        assertThat(Totp.typed(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
