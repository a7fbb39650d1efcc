package uk.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalBytesTests {
    private static final UUID SOMEONE = new UUID(1, 2);

    @Test
    void theBytesOfAnEntryNeverChange() {
        AuditEntry entry = new AuditEntry(
                7, Instant.parse("2026-03-29T00:59:59.123456Z"), SOMEONE, null, "view", "", null, "Zoë", null);
        assertThat(HexFormat.of().formatHex(bytes(entry)))
                .isEqualTo("01" + "0000000000000007" + "00064e1f40d82400"
                        + "00000000000000010000000000000002" + "00" + "0000000476696577"
                        + "0100000000" + "00" + "01000000045a6fc3ab" + "00");
    }

    @Test
    void absentIsNotEmpty() {
        assertThat(bytes(entry("a", null, "b"))).isNotEqualTo(bytes(entry("a", "", "b")));
    }

    @Test
    void textDoesNotRunIntoTheNextField() {
        assertThat(bytes(entry("ab", "c", "d"))).isNotEqualTo(bytes(entry("a", "bc", "d")));
        assertThat(bytes(entry("a", "b", null))).isNotEqualTo(bytes(entry("a", null, "b")));
    }

    @Test
    void whatPostgresCannotKeepOfAMomentIsNotSealed() {
        AuditEntry entry = entry("a", null, null);
        AuditEntry finer = new AuditEntry(
                entry.id(), entry.at().plusNanos(999), entry.actor(), null, entry.action(), null, null, null, null);
        assertThat(finer).isEqualTo(entry);
    }

    @Property
    void textIsUtf8AfterItsLength(@ForAll String text) {
        byte[] plain = bytes(entry("a", null, null));
        byte[] with = bytes(entry("a", null, text));
        if (!hasHalfAPair(text)) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(with.length).isEqualTo(plain.length + Integer.BYTES + utf8.length);
            assertThat(Arrays.copyOfRange(with, with.length - utf8.length, with.length))
                    .isEqualTo(utf8);
        }
    }

    @Property
    void differentTextIsDifferentBytes(@ForAll @Nullable String one, @ForAll @Nullable String two) {
        assertThat(Arrays.equals(bytes(entry("a", one, two)), bytes(entry("a", two, one))))
                .isEqualTo(Objects.equals(one, two));
    }

    @Test
    void halfASurrogatePairIsStillItself() {
        assertThat(bytes(entry("a", null, "\uD800"))).isNotEqualTo(bytes(entry("a", null, "?")));
        assertThat(bytes(entry("a", null, "\uD800"))).isNotEqualTo(bytes(entry("a", null, "\uDC00")));
    }

    private static boolean hasHalfAPair(String text) {
        return text.codePoints().anyMatch(point -> point >= 0xD800 && point < 0xE000);
    }

    private static AuditEntry entry(String action, @Nullable String reason, @Nullable String detail) {
        return new AuditEntry(1, Instant.EPOCH, SOMEONE, null, action, null, null, reason, detail);
    }

    private static byte[] bytes(AuditEntry entry) {
        CanonicalBytes bytes = new CanonicalBytes();
        bytes.entry(entry);
        return Arrays.copyOf(bytes.array(), bytes.length());
    }
}
