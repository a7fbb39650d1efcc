package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;
import uk.sightline.SightlineTest;

/** A session that dies mid-form loses nothing. The form is the one for ending a session: any would do. */
@SightlineTest
class KeptPostTests {

    private static final String LONG = "She said \"I'm fine\".\r\nThen <b>nothing</b> & more: ł ش 😀";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestSignIns signingIn;

    @LocalServerPort
    private int port;

    private TestPeople.TestPerson worker;
    private Browser browser;
    private Document form;

    @Autowired
    private FilterChainProxy filters;

    /** MockMvc's csrf() puts a repository of its own into the shared application, for good; this puts ours back. */
    private void protectAsTheProductDoes() {
        filters.getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance)
                .forEach(filter -> ReflectionTestUtils.setField(
                        filter, "tokenRepository", SecurityConfiguration.forgedRequests()));
    }

    @BeforeEach
    void aFormIsOpenAndTheSessionDies() {
        protectAsTheProductDoes();
        worker = people.frontDoorWorker();
        signingIn.equip(worker);
        browser = new Browser(port);
        signingIn.signIn(browser, worker);
        form = browser.open("/account/sessions");
        browser.forgetSession();
    }

    @Test
    void whatWasTypedComesThroughSigningInAndIsPostedWithAFreshProtection() {
        Document signIn = browser.send(form, "/account/sessions/end", Map.of("mark", "m", "text", LONG));
        assertThat(browser.status()).isEqualTo(401);
        assertThat(Browser.text(signIn)).contains("What you typed is kept");
        Document wrong = browser.send("/sign-in", Map.of("email", worker.email(), "password", "mistyped"));
        assertThat(wrong.select("input[name=kept.text]").val()).isEqualToNormalizingNewlines(LONG);
        browser.send("/sign-in", Map.of("email", worker.email(), "password", TestSignIns.PASSWORD));
        Document carryOn = browser.send("/sign-in/code", Map.of("code", signingIn.code(1)));
        assertThat(carryOn.select("form[action=/account/sessions/end] input[name=text]")
                        .val())
                .isEqualToNormalizingNewlines(LONG);
        assertThat(carryOn.html()).doesNotContain("<b>nothing");
        browser.send("/account/sessions/end", Map.of());
        assertThat(browser.path()).isEqualTo("/account/sessions");
        assertThat(browser.status()).isEqualTo(200);
    }

    @Test
    void aFormFromBeforeTheBrowserWasRestartedIsKeptToo() {
        browser.forgetEveryCookie();
        Connection post = browser.filled(form, "/account/sessions/end", Map.of("mark", "m", "text", LONG));
        Document signIn = browser.run(post.header("Sec-Fetch-Site", "same-origin"));
        assertThat(browser.status()).isEqualTo(401);
        assertThat(signIn.select("input[name=kept.text]")).hasSize(1);
        assertThat(signIn.select("input[name=kept-to]").val()).isEqualTo("/account/sessions/end");
    }

    @Test
    void aFormFromAnotherSiteIsNotCarriedOn() {
        browser.forgetEveryCookie();
        Connection post = browser.filled(form, "/account/sessions/end", Map.of("mark", "m", "text", LONG));
        Document refused = browser.run(post.header("Sec-Fetch-Site", "cross-site"));
        assertThat(browser.status()).isEqualTo(403);
        assertThat(refused.html()).doesNotContain("nothing");
    }

    @Test
    void savingInTheBackgroundIsTold401() {
        browser.run(browser.filled(form, "/account/sessions/end", Map.of("mark", "m"))
                .header("X-Autosave", "1"));
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.page().text()).isEmpty();
    }

    @Test
    void aPasswordIsNeverCarried() {
        Document signIn = browser.send(form, "/account/sessions/end", Map.of("mark", "m", "password", "secret words"));
        assertThat(signIn.html()).doesNotContain("secret words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/a\nb",
                "",
                "a/b",
                "/a//..//b c",
                "/sign-out"
            })
    void onlyPathsOfThisSiteAreGoneOnTo(String address) {
        assertThat(SameSite.isPath(address)).isFalse();
        assertThat(SameSite.orStart(address)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/work", "/referrals/3f2c?after=5&sort=due", "/work/team/7"})
    void pathsOfThisSiteAre(String address) {
        assertThat(SameSite.isPath(address)).isTrue();
    }
}
