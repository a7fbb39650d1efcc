package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.SignIns.Outcome;
import uk.sightline.platform.Actor;

@SightlineTest
class SignInTests {

    private static final String ENDED =
            "update access.account set state = 'ended', ended_at = platform.at() where id = :id";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestSignIns signingIn;

    @Autowired
    private SignIns signIns;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    @LocalServerPort
    private int port;

    private TestPeople.TestPerson worker;
    private Browser browser;

    @BeforeEach
    void aWorkerWithAPassword() {
        worker = people.frontDoorWorker();
        signingIn.equip(worker);
        browser = new Browser(port);
    }

    @AfterEach
    void timeStandsAgain() {
        time.set(TestTime.START);
    }

    @Test
    void passwordAndCodeSignIn() {
        signingIn.signIn(browser, worker);
        browser.open("/account/sessions");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("header").text()).contains(worker.name());
        assertThat(Browser.text(browser.page())).contains("(this one)");
    }

    @Test
    void signingInChangesTheSessionId() {
        browser.open("/sign-in");
        browser.send("/sign-in", Map.of("email", worker.email(), "password", TestSignIns.PASSWORD));
        String half = browser.cookie();
        browser.send("/sign-in/code", Map.of("code", signingIn.code(0)));
        assertThat(half).isNotBlank();
        assertThat(browser.cookie()).isNotBlank().isNotEqualTo(half);
    }

    @Test
    void aPasswordAloneOpensNothing() {
        browser.open("/sign-in");
        browser.send("/sign-in", Map.of("email", worker.email(), "password", TestSignIns.PASSWORD));
        browser.open("/account/sessions");
        assertThat(browser.path()).isEqualTo("/sign-in");
    }

    @Test
    void aCodeWorksOnce() {
        String code = signingIn.code(0);
        signingIn.signIn(browser, worker);
        Browser thief = new Browser(port);
        thief.open("/sign-in");
        thief.send("/sign-in", Map.of("email", worker.email(), "password", TestSignIns.PASSWORD));
        Document refused = thief.send("/sign-in/code", Map.of("code", code));
        assertThat(Browser.text(refused)).contains("Each code works once");
        assertThat(Browser.text(thief.send("/sign-in/code", Map.of("code", signingIn.code(-1)))))
                .contains("Each code works once");
        thief.send("/sign-in/code", Map.of("code", signingIn.code(1)));
        thief.open("/account/sessions");
        assertThat(thief.path()).isEqualTo("/account/sessions");
    }

    @Test
    void anUnknownAddressIsRefusedInTheSameWordsAsAWrongPassword() {
        browser.open("/sign-in");
        Document wrong = browser.send("/sign-in", Map.of("email", worker.email(), "password", "not the password"));
        Document unknown = browser.send("/sign-in", Map.of("email", "nobody@test.example", "password", "not it"));
        assertThat(Browser.text(wrong)).contains("is not right");
        assertThat(Browser.text(unknown)).isEqualTo(Browser.text(wrong));
        assertThat(browser.status()).isEqualTo(422);
    }

    @Test
    void failuresLockAKnownAndAnUnknownAddressAlike() {
        for (String email : new String[] {worker.email(), UUID.randomUUID() + "@test.example"}) {
            for (int failure = 0; failure < SignInTries.FREE; failure++) {
                assertThat(tryPassword(email, "wrong", email)).isInstanceOf(Outcome.Wrong.class);
            }
            assertThat(tryPassword(email, TestSignIns.PASSWORD, email)).isInstanceOf(Outcome.Wait.class);
        }
        time.advance(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(tryPassword(worker.email(), TestSignIns.PASSWORD, "a")).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void theLockGrowsWithEachFailureUpToAnHour() {
        assertThat(SignInTries.lock(5)).hasMinutes(1);
        assertThat(SignInTries.lock(6)).hasMinutes(2);
        assertThat(SignInTries.lock(9)).hasMinutes(16);
        assertThat(SignInTries.lock(40)).hasHours(1);
    }

    @Test
    void oneNetworkAddressThatTriesManyAccountsIsSlowedDown() {
        String address = "198.51.100." + UUID.randomUUID();
        for (int failure = 0; failure < AddressThrottle.FAILURES; failure++) {
            tryPassword(UUID.randomUUID() + "@test.example", "wrong", address);
        }
        assertThat(tryPassword(worker.email(), TestSignIns.PASSWORD, address)).isInstanceOf(Outcome.Wait.class);
        assertThat(tryPassword(worker.email(), TestSignIns.PASSWORD, "another")).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void goodAndFailedSignInsAreInTheAudit() {
        tryPassword(worker.email(), "wrong", "a");
        signingIn.signIn(browser, worker);
        assertThat(audited(worker.id())).containsExactly("sign-in-failed wrong-password", "sign-in");
    }

    @Test
    void aSessionEndsForALeaverOnTheNextRequest() {
        signingIn.signIn(browser, worker);
        Actor.job(SignIns.JOB, "sign-in")
                .run(() -> transactions.executeWithoutResult(
                        status -> sql.sql(ENDED).param("id", worker.id()).update()));
        browser.open("/account/sessions");
        assertThat(browser.path()).isEqualTo("/sign-in");
    }

    @Test
    void aSessionEndsTwelveHoursAfterItBegan() {
        signingIn.signIn(browser, worker);
        time.advance(Duration.ofHours(12).minusSeconds(1));
        browser.open("/account/sessions");
        assertThat(browser.path()).isEqualTo("/account/sessions");
        time.advance(Duration.ofSeconds(2));
        browser.open("/account/sessions");
        assertThat(browser.path()).isEqualTo("/sign-in");
    }

    @Test
    void aSessionElsewhereCanBeEnded() {
        signingIn.signIn(browser, worker);
        Browser elsewhere = new Browser(port);
        elsewhere.open("/sign-in");
        elsewhere.send("/sign-in", Map.of("email", worker.email(), "password", TestSignIns.PASSWORD));
        elsewhere.send("/sign-in/code", Map.of("code", signingIn.code(1)));
        elsewhere.open("/account/sessions");
        Document sessions = elsewhere.page();
        String mine = OpenSessions.mark(decoded(elsewhere.cookie()));
        String other = sessions.select("input[name=mark]").eachAttr("value").stream()
                .filter(mark -> !mark.equals(mine))
                .findFirst()
                .orElseThrow();
        elsewhere.send("/account/sessions/end", Map.of("mark", other));
        assertThat(elsewhere.path()).isEqualTo("/account/sessions");
        browser.open("/account/sessions");
        assertThat(browser.path()).isEqualTo("/sign-in");
    }

    @Test
    void signingOutEndsTheSession() {
        signingIn.signIn(browser, worker);
        browser.open("/account/sessions");
        assertThat(Browser.text(browser.send("/sign-out", Map.of()))).contains("You have signed out");
        browser.open("/account/sessions");
        assertThat(browser.path()).isEqualTo("/sign-in");
    }

    @Test
    void nobodyCanChooseAnAccountOutsideTheDemonstration() {
        Document page = browser.open("/sign-in");
        assertThat(page.text()).doesNotContain("demonstration");
        browser.run(
                browser.filled(page, "/sign-in", Map.of("account", worker.id().toString()))
                        .url("http://localhost:" + port + "/sign-in/as"));
        assertThat(browser.status()).isEqualTo(404);
        browser.open("/account/sessions");
        assertThat(browser.path()).isEqualTo("/sign-in");
    }

    private Outcome tryPassword(String email, String password, String address) {
        Actor visitor = new Actor(ActorFilter.PUBLIC, Actor.Kind.PUBLIC, "a member of the public", null);
        return visitor.call(() -> signIns.password(email, password, address));
    }

    private java.util.List<String> audited(UUID account) {
        return Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check")
                .call(() -> transactions.execute(status -> sql.sql(
                                "select trim(action || ' ' || coalesce(detail, '')) from audit.act where record = :id order by id")
                        .param("id", account)
                        .query(String.class)
                        .list()));
    }

    private static String decoded(String cookie) {
        return new String(java.util.Base64.getDecoder().decode(cookie), java.nio.charset.StandardCharsets.US_ASCII);
    }
}
