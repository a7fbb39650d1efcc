package uk.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImageMetadataTests {
    private record Sample(FileType type, byte[] plain, byte[] telling) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(FileType.JPEG, Pictures.jpeg(), Pictures.jpegWithEverything(1)),
            new Sample(FileType.PNG, Pictures.png(), Pictures.pngWithEverything(1)),
            new Sample(FileType.GIF, Pictures.gif(), Pictures.gifWithEverything()),
            new Sample(FileType.WEBP, Pictures.webp(), Pictures.webpWithEverything(1)));

    @Test
    void aPictureNoLongerTellsWhereItWasTaken() {
        for (Sample sample : SAMPLES) {
            assertThat(Pictures.tells(sample.telling))
                    .as("before %s", sample.type)
                    .isTrue();
            byte[] clean = ImageMetadata.removed(sample.type, sample.telling);
            assertThat(Pictures.tells(clean)).as("after %s", sample.type).isFalse();
            assertThat(FileTypes.of("picture", clean)).isEqualTo(sample.type);
            assertThat(ImageMetadata.removed(sample.type, clean)).isEqualTo(clean);
        }
    }

    @Test
    void everyPixelStaysAsItWas() {
        for (Sample sample : SAMPLES.subList(0, 3)) {
            BufferedImage before = Pictures.decoded(sample.plain);
            BufferedImage after = Pictures.decoded(ImageMetadata.removed(sample.type, sample.telling));
            assertThat(pixels(after)).as("%s", sample.type).isEqualTo(pixels(before));
        }
    }

    @Test
    void aPlainPictureIsLeftAlone() {
        for (Sample sample : SAMPLES) {
            assertThat(ImageMetadata.removed(sample.type, sample.plain)).isEqualTo(sample.plain);
        }
    }

    @Test
    void whichWayUpItIsStays() {
        byte[] jpeg = ImageMetadata.removed(FileType.JPEG, Pictures.jpegWithEverything(6));
        byte[] png = ImageMetadata.removed(FileType.PNG, Pictures.pngWithEverything(8));
        byte[] webp = ImageMetadata.removed(FileType.WEBP, Pictures.webpWithEverything(3));

        assertThat(Orientation.read(after("Exif\0\0", jpeg))).isEqualTo(6);
        assertThat(Orientation.read(after("eXIf", png))).isEqualTo(8);
        assertThat(Orientation.read(Arrays.copyOfRange(webp, webp.length - 26, webp.length)))
                .isEqualTo(3);
        assertThat(webp[20]).isEqualTo((byte) 0x08);
        assertThat(jpeg.length).isEqualTo(Pictures.jpeg().length + 36);
        assertThat(Pictures.tells(jpeg) || Pictures.tells(png) || Pictures.tells(webp))
                .isFalse();
    }

    @Test
    void aWebpWithoutMetadataSaysSo() {
        byte[] webp = ImageMetadata.removed(FileType.WEBP, Pictures.webpWithEverything(1));
        assertThat(webp[20]).isZero();
    }

    @Test
    void aPictureCutShortIsRefusedWhereverItIsCut() {
        for (Sample sample : SAMPLES) {
            byte[] whole = ImageMetadata.removed(sample.type, sample.telling);
            for (int length = 0; length < whole.length - 1; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> ImageMetadata.removed(sample.type, cut))
                        .as("%s cut to %d of %d", sample.type, length, whole.length)
                        .isInstanceOf(FileRefused.class);
            }
        }
    }

    @Test
    void aWholeGifWithoutItsEndMarkIsTaken() {
        byte[] gif = Pictures.gif();
        assertThat(ImageMetadata.removed(FileType.GIF, Arrays.copyOf(gif, gif.length - 1)))
                .isEqualTo(gif);
    }

    @Property(tries = 4000)
    void aDamagedPictureIsCleanedOrRefusedAndNothingElse(
            @ForAll @IntRange(min = 0, max = 3) int which,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int hits) {
        Sample sample = SAMPLES.get(which);
        byte[] damaged = damage(sample.telling, new Random(seed), hits);
        cleanedOrRefused(sample.type, damaged);
    }

    @Property(tries = 2000)
    void anyBytesAreCleanedOrRefused(@ForAll @IntRange(min = 0, max = 3) int which, @ForAll byte[] bytes) {
        cleanedOrRefused(SAMPLES.get(which).type, bytes);
    }

    @Test
    void whatIsNotAPictureIsNotTouched() {
        byte[] text = "a note".getBytes(StandardCharsets.UTF_8);
        assertThat(ImageMetadata.removed(FileType.TEXT, text)).isSameAs(text);
    }

    private static void cleanedOrRefused(FileType type, byte[] bytes) {
        try {
            byte[] clean = ImageMetadata.removed(type, bytes);
            assertThat(clean.length).isLessThanOrEqualTo(bytes.length + 40);
            assertThat(ImageMetadata.removed(type, clean)).isEqualTo(clean);
        } catch (FileRefused refused) {
            assertThat(refused.reason()).isEqualTo(FileRefused.Reason.DAMAGED);
        }
    }

    private static byte[] damage(byte[] picture, Random random, int hits) {
        byte[] damaged =
                random.nextInt(4) == 0 ? Arrays.copyOf(picture, random.nextInt(picture.length)) : picture.clone();
        for (int i = 0; i < hits && damaged.length > 0; i++) {
            int at = random.nextInt(random.nextBoolean() ? damaged.length : Math.min(damaged.length, 200));
            damaged[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (random.nextBoolean() ? 0xFF : 0);
        }
        return damaged;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] after(String marker, byte[] picture) {
        int at = new String(picture, StandardCharsets.ISO_8859_1).indexOf(marker);
        assertThat(at).isPositive();
        return Arrays.copyOfRange(picture, at + marker.length(), picture.length);
    }
}
