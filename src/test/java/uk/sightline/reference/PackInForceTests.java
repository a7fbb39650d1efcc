package uk.sightline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that is broken does not take the last good one out of force. */
class PackInForceTests {

    @TempDir
    private Path folder;

    private Path data;
    private PackFolder pack;

    @BeforeEach
    void aPackAndAFolderForTheData() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        pack = PackFolder.copyInto(Files.createDirectory(folder.resolve("pack")));
    }

    @Test
    void aBrokenPackIsRefusedWithItsLineAndTheOneOfBeforeStaysInForce() {
        assertThat(load().refused()).isEmpty();
        String hash = load().edition().contentHash();
        String place = pack.place("everything.yaml", "level: RED");
        pack.replace("everything.yaml", "level: RED", "level: PURPLE");

        PracticePack inForce = load();
        assertThat(inForce.edition().contentHash()).isEqualTo(hash);
        assertThat(inForce.refused().orElse("")).contains("PURPLE", place.split(":")[0] + ":");
        assertThat(inForce.tools()).isNotEmpty();
        assertThat(load().refused()).as("the next start, too").isPresent();

        pack.replace("everything.yaml", "level: PURPLE", "level: RED");
        assertThat(load().refused()).isEmpty();
    }

    @Test
    void aSoundChangeComesIntoForceAndIsTheOneThatIsKept() {
        load();
        pack.replace("everything.yaml", "Marsh Samphire", "Sea Lavender");
        assertThat(load().school("990001")).map(School::label).contains("Sea Lavender School");

        pack.write("pack.yaml", "name: [");
        assertThat(load().school("990001")).map(School::label).contains("Sea Lavender School");
    }

    @Test
    void aFileThatThePackNoLongerHasIsNotKept() throws IOException {
        load();
        Files.writeString(data.resolve("pack-in-force/older.yaml"), "agencies: []");
        load();

        assertThat(data.resolve("pack-in-force/older.yaml")).doesNotExist();
    }

    @Test
    void whatWasCutOffWhileItWasKeptCountsAsNone() throws IOException {
        load();
        Files.delete(data.resolve("pack-in-force/pack.yaml"));
        pack.write("pack.yaml", "name: [");

        assertThatThrownBy(this::load).isInstanceOf(PackInvalid.class);
    }

    @Test
    void withoutOneThatWasEverSoundNothingStarts() {
        pack.write("pack.yaml", "name: [");

        assertThatThrownBy(this::load).isInstanceOf(PackInvalid.class).hasMessageContaining("pack.yaml");
    }

    private PracticePack load() {
        return PackInForce.load(pack.folder().toString(), data);
    }
}
