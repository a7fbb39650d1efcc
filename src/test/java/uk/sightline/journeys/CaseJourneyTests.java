package uk.sightline.journeys;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import uk.sightline.cases.Cases;
import uk.sightline.cases.LevelDecision;
import uk.sightline.people.People;
import uk.sightline.platform.Actor;
import uk.sightline.platform.SuperUser;
import uk.sightline.referrals.Referrals;

/** The partnership works with somebody: how it stands, who works with them, and how it ends. */
@JourneyTest
class CaseJourneyTests {

    private static final LocalDate BORN = LocalDate.of(2012, 4, 3);
    private static final String MANAGER = "Hub team manager";
    private static final String SOCIAL_WORKER = "Statutory social worker, Social Work Team City";

    private static final String SEVEN_WEEKS_AGO = """
            with earlier as (
              update cases.involvement set opened_at = opened_at - interval '49 days' where person_id = :person returning id)
            update cases.level l set decided_at = decided_at - interval '49 days' from earlier
            where l.involvement_id = earlier.id
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Cases cases;

    @Autowired
    private ApplicationContext product;

    @Test
    void theHubSeesHowSomebodyStandsAndTwoWorkWithThemUntilItIsClosed() {
        Beforehand beforehand = new Beforehand(port, people, referrals);
        UUID person = beforehand.known("Clementina", "Overbrooke", BORN);
        Actor manager = beforehand.who(MANAGER);
        decide(manager, person, Map.of("CSE", "MODERATE", "ONLINE", "LOW"), "An older man writes to her at night.");
        SuperUser.of(product).sql(SEVEN_WEEKS_AGO).param("person", person).update();
        decide(manager, person, Map.of("CSE", "HIGH"), "She was found with him in another town.");
        String lead = beforehand.who(SOCIAL_WORKER).name();

        try (Visitor hub = Visitor.at(port)) {
            hub.signInAs(MANAGER).open("/people/" + person).sees("Nobody yet").picture("case-person");
            hub.follow("Levels, workers and reasons")
                    .sees("Overall level: High")
                    .picture("case")
                    .fitsANarrowScreen();
            hub.follow("Choose who works with them").fitsANarrowScreen().picture("case-workers");
            var option = hub.page().locator("#lead option", new Page.LocatorOptions().setHasText(lead));
            hub.page()
                    .locator("#lead")
                    .selectOption(String.valueOf(option.first().getAttribute("value")));
            hub.page().locator("#lead-reason").fill("She has known the family since the spring.");
            hub.press("Save the lead professional")
                    .sees("Saved who works with them")
                    .sees(lead);
        }
        try (Visitor worker = Visitor.at(port)) {
            worker.signInAs(SOCIAL_WORKER).open("/cases/" + person).sees("Overall level: High");
            worker.doesNotSee("Close the work");
        }
        try (Visitor stranger = Visitor.at(port)) {
            stranger.signInAs(Beforehand.WORKER).open("/people/" + person).doesNotSee("Child sexual exploitation");
            stranger.open("/cases/" + person).doesNotSee("Overbrooke");
        }
        try (Visitor hub = Visitor.withoutScripts(port)) {
            hub.signInAs(MANAGER).open("/cases/" + person).follow("Close the work");
            hub.press("Close the work").sees("Choose why the work ends").picture("case-close");
            hub.pick("closure", "moved").type("why", "The family has moved to the coast, and the hub there knows.");
            hub.press("Close the work").isAt("/people/" + person).doesNotSee("Child sexual exploitation");
        }
    }

    private void decide(Actor who, UUID person, Map<String, String> levels, String why) {
        var source = new LevelDecision.Source(LevelDecision.Kind.MANAGER, null);
        who.run(() -> cases.decided(new LevelDecision(person, levels, Map.of(), why, who.id(), source, null)));
    }
}
