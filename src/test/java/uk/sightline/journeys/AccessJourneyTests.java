package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.sightline.people.People;
import uk.sightline.referrals.Referrals;

/** Who may see what, for how long, and who looks at it afterwards. */
@JourneyTest
class AccessJourneyTests {

    private static final String SOCIAL_WORKER = "Statutory social worker, Social Work Team City";
    private static final String WHAT_HAPPENED = "Reported missing tonight; the address is needed at once.";
    private static final String PASSWORD = "lantern orchard violet stair";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    private Beforehand beforehand;

    @BeforeEach
    void before() {
        beforehand = new Beforehand(port, people, referrals);
    }

    @Test
    void emergencyAccessIsTakenWithAReasonSeenReviewedAndOnRecord() {
        UUID child = beforehand.known("Persephone", "Ashgrove", LocalDate.of(2013, 5, 9));
        String name;
        String glass;
        try (Visitor stranger = Visitor.at(port)) {
            stranger.signInAs(SOCIAL_WORKER).open("/people/" + child).sees("There is nothing at this address");
            stranger.follow("Find a person").follow("Emergency access").fitsANarrowScreen();
            stranger.type("reference", "P-0000000").press("Continue").sees("There is no record of this reference");
            stranger.type("reference", beforehand.referenceOf(child)).press("Continue");
            stranger.picture("break-glass").fitsANarrowScreen();
            stranger.press("Open for 4 hours").sees("There is a problem");
            stranger.pick("code", "missing-now").type("reason", WHAT_HAPPENED).press("Open for 4 hours");
            stranger.sees("You see this by emergency access B-")
                    .sees(WHAT_HAPPENED)
                    .picture("glass-why");
            stranger.open("/people/" + child).sees("Persephone Ashgrove");
            glass = banner(stranger).innerText();
            assertThat(glass).containsPattern("emergency access B-[0-9A-Z]+, until \\d\\d:\\d\\d");
            stranger.picture("glass-person").fitsANarrowScreen();
            name = stranger.page().locator(".sightline-header__person strong").innerText();
            stranger.open("/access/reviews").sees("Your post does not include it");
        }
        String reference = glass.replaceAll("(?s).*(B-[0-9A-Z]+).*", "$1");
        try (Visitor reviewer = Visitor.at(port)) {
            reviewer.signInAs("Information governance officer")
                    .follow("Reviews")
                    .sees(reference + ": " + name);
            reviewer.picture("reviews").fitsANarrowScreen();
            Locator section = reviewer.page().locator("section:has(h2:has-text('" + reference + "'))");
            section.getByLabel("Justified", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            section.locator("textarea").fill("The police log of the evening says the same.");
            reviewer.page().waitForNavigation(() -> section.locator("button").click());
            reviewer.sees("Justified: The police log of the evening says the same.")
                    .doesNotSee(reference + ": " + name);
        }
        try (Visitor worker = Visitor.at(port)) {
            worker.signInAs(Beforehand.WORKER).open("/people/" + child).follow("Who looked");
            worker.sees(name)
                    .sees("emergency access")
                    .sees(WHAT_HAPPENED)
                    .picture("who-looked")
                    .fitsANarrowScreen();
        }
    }

    @Test
    void aSealedRecordIsSilentAlsoForEmergencyAccess() {
        UUID child = beforehand.known("Cordelia", "Nightingale-Frost", LocalDate.of(2012, 1, 30));
        String reference = beforehand.referenceOf(child);
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager").open("/people/" + child).follow("Why can I see this?");
            manager.follow("Open or close it to others").follow("Restrict or seal this person");
            manager.pick("level", "sealed").type("reason", "The family must not be found.");
            manager.type("ask", "Head of service, 01632 960001").press("Close to everybody else");
            manager.sees("Sealed: silent for everybody else").picture("sealed").fitsANarrowScreen();
        }
        try (Visitor worker = Visitor.at(port)) {
            worker.signInAs(Beforehand.WORKER).follow("Find a person");
            worker.type("q", "Cordelia Nightingale-Frost").press("Search").doesNotSee(reference);
            Silence.isKept(worker, "/people/", child);
            Silence.isKept(worker, "/access/break-glass/", child);
            worker.open("/access/break-glass").type("reference", reference).press("Continue");
            worker.sees("There is no record of this reference");
        }
    }

    @Test
    void somebodyInvitedSignsInByPasswordAndCodeAndIsCutOffWhenTheyLeave() {
        String email = "perpetua.lockhart@csc.example";
        String reference = beforehand.sent("Barnaby Oakhurst", LocalDate.of(2012, 9, 1));
        try (Visitor admin = Visitor.at(port);
                Visitor newcomer = Visitor.at(port)) {
            admin.signInAs("Administrator").follow("People who use Sightline").press("Invite somebody");
            String link = invite(admin, "Perpetua Lockhart", email);
            Authenticator phone = setUp(newcomer, link);
            newcomer.open(link).sees("This link");

            signIn(newcomer, email, phone);
            new Triaging(newcomer).open(reference);
            newcomer.press("Take it")
                    .sees("This referral is yours.")
                    .follow("My work")
                    .sees(reference);

            admin.follow("People who use Sightline").type("words", "Lockhart").press("Search");
            admin.follow("Perpetua Lockhart").press("End this account").picture("end-account");
            admin.press("End this account now").sees("Ended").fitsANarrowScreen();

            newcomer.follow("Front door")
                    .isAt("/sign-in")
                    .sees("Sign in to Sightline")
                    .doesNotSee(reference);
            newcomer.type("email", email).type("password", PASSWORD).press("Continue");
            newcomer.sees("The e-mail address or the password is not right");
        }
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager")
                    .follow("Front door")
                    .follow("Not yet taken")
                    .sees(reference);
        }
    }

    private static String invite(Visitor admin, String name, String email) {
        admin.type("name", name).type("email", email);
        choose(admin.page(), "agency", "Bradford Children's Social Care");
        choose(admin.page(), "post", "Front-door worker");
        choose(admin.page(), "team", "Integrated Front Door");
        if (admin.page().locator("[name=by]").count() > 0) {
            admin.pick("by", "hand");
        }
        admin.picture("invite").press("Invite").sees(name + " can set up their sign-in");
        return admin.page().locator("code").innerText().replaceFirst(".*(?=/welcome/)", "");
    }

    private static void choose(Page page, String name, String label) {
        page.locator("select[name='" + name + "']").selectOption(new SelectOption().setLabel(label));
    }

    private static Authenticator setUp(Visitor newcomer, String link) {
        newcomer.open(link).sees("Set up your account").picture("welcome").fitsANarrowScreen();
        Authenticator phone = new Authenticator(newcomer.page().locator("#key").innerText());
        newcomer.type("password", "password1234").type("code", phone.code()).press("Set up my account");
        newcomer.sees("There is a problem").type("password", PASSWORD).type("code", phone.code());
        newcomer.press("Set up my account").isAt("/sign-in?ready");
        return phone;
    }

    private static void signIn(Visitor somebody, String email, Authenticator phone) {
        somebody.open("/sign-in")
                .type("email", email)
                .type("password", PASSWORD)
                .press("Continue");
        somebody.sees("Enter the code of your app")
                .type("code", "000000")
                .press("Sign in")
                .sees("There is a problem");
        somebody.type("code", phone.nextCode()).press("Sign in").isAt("/work");
    }

    private static Locator banner(Visitor visitor) {
        return visitor.page().locator(".govuk-notification-banner");
    }
}
