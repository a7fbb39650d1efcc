package uk.sightline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DatabaseTests {

    @Test
    void theLoginIsTakenOutOfTheAddressAndWhatElseItAsksForStays() {
        Database database = Database.at("jdbc:postgresql://one:5432,two:5432/council?user=keeper&sslmode=verify-full"
                + "&password=s3cret&targetServerType=primary");

        assertThat(database.url())
                .isEqualTo("jdbc:postgresql://one:5432,two:5432/council?sslmode=verify-full&targetServerType=primary");
        assertThat(database.admin()).isEqualTo("keeper");
        assertThat(database.password()).isEqualTo("s3cret");
    }

    @Test
    void anAddressOfALoginAloneHasNothingLeftOfIt() {
        assertThat(Database.at("jdbc:postgresql://one/council?user=keeper").url())
                .isEqualTo("jdbc:postgresql://one/council");
    }

    @Test
    void anotherDatabaseOrNoUserIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Database.at("jdbc:other://one/council?user=keeper"));
        assertThatIllegalArgumentException().isThrownBy(() -> Database.at("jdbc:postgresql://one/council"));
    }
}
