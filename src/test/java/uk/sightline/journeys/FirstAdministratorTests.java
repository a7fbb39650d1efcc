package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.sightline.access.AuthenticatorApp;
import uk.sightline.journeys.HttpUser.Answer;

/** An installation that has nobody yet: no district, no chooser, and one way in. */
@Tag("journey")
class FirstAdministratorTests {

    private static final String EMAIL = "robin@agency.example";
    private static final String PASSWORD = "quarry lantern otter biscuit";

    @Test
    void theCommandPrintsALinkByWhichTheAdministratorGetsIn(@TempDir Path folder) throws Exception {
        try (Product product = new Product(folder, null).start("--no-demo")) {
            assertThat(product.said()).contains("Make the first administrator").contains("invite-administrator");
            HttpUser robin = new HttpUser(product.port());
            assertThat(robin.get("/sign-in").page().select("form[action='/sign-in/as']"))
                    .isEmpty();

            String link = invited(product);
            Answer welcome = robin.get(link);
            AuthenticatorApp app = AuthenticatorApp.from(welcome.page());
            robin.post(welcome, link, Map.of("password", PASSWORD, "code", app.code()));
            assertThat(robin.get(link).status()).isEqualTo(404);

            Answer asked = robin.post(robin.get("/sign-in"), "/sign-in", Map.of("email", EMAIL, "password", PASSWORD));
            robin.post(asked, "/sign-in/code", Map.of("code", app.nextCode()));
            assertThat(robin.get("/administer").text()).contains("Robin Invented");
        }
    }

    /** The link leads to the product that runs, whatever its port. */
    private static String invited(Product product) throws Exception {
        Product.Verb invite = product.run("invite-administrator", "--name", "Robin Invented", "--email", EMAIL);
        assertThat(invite.exit()).as(invite.said()).isZero();
        URI link = URI.create(invite.said().lines().toList().getLast());
        assertThat(link.getPort()).isEqualTo(product.port());
        Product.Verb again = product.run("invite-administrator", "--name", "Robin Invented", "--email", EMAIL);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.said()).contains("has an account already");
        return link.getPath();
    }
}
