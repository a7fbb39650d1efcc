package uk.sightline.journeys;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import uk.sightline.people.People;
import uk.sightline.platform.SuperUser;
import uk.sightline.referrals.Referrals;

/** Two records become one, wrongly, and what that asks of everybody afterwards. */
@JourneyTest
class MergeJourneyTests {

    private static final LocalDate BORN = LocalDate.of(2012, 4, 3);
    private static final List<String> WHO_RELIED = List.of(
            "Front-door worker, Integrated Front Door", "Front-door worker, Emergency Duty Team", "Hub team manager");

    private static final String A_MONTH_AGO = """
            update merges.merge
            set proposed_at = proposed_at - interval '31 days', decided_at = decided_at - interval '31 days'
            where kept_id = :kept
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ApplicationContext product;

    private Beforehand beforehand;

    @BeforeEach
    void before() {
        beforehand = new Beforehand(port, people, referrals);
    }

    @Test
    void aWrongMergeIsUndoneAMonthLaterAndTheThreeWhoReliedOnItAreTold() {
        UUID kept = beforehand.known("Araminta", "Hollowbrook", BORN);
        UUID gone = beforehand.known("Araminte", "Hollowbrook", BORN);
        String merge = proposed(kept, beforehand.referenceOf(gone));
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager").follow("Find a person").follow("Merges");
            manager.follow(merge).picture("merge-confirm").fitsANarrowScreen();
            manager.press("Merge the two records").sees("Merged").picture("merge-done");
        }
        SuperUser.of(product).sql(A_MONTH_AGO).param("kept", kept).update();
        for (String who : WHO_RELIED) {
            try (Visitor reader = Visitor.at(port)) {
                reader.signInAs(who).open("/people/" + gone).sees("Merged from").sees("Araminte Hollowbrook");
            }
        }
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager").open("/people/" + kept).follow("Another record was merged");
            manager.follow("They are two people: undo the merge")
                    .picture("merge-undo")
                    .fitsANarrowScreen();
            manager.press("Undo the merge").sees("Say why, in 10 to 2,000 characters");
            manager.type("why", "The school has both on its register.").press("Undo the merge");
            manager.sees("opened the record")
                    .sees("Not yet")
                    .picture("merge-undone")
                    .fitsANarrowScreen();
        }
        for (String who : WHO_RELIED) {
            try (Visitor reader = Visitor.at(port)) {
                reader.signInAs(who).follow("K-").sees("was of two people");
                reader.picture("correction").fitsANarrowScreen();
                reader.type("note", "I rang the school and put it right.").press("I have read this");
                reader.open("/people/" + gone).sees("Araminte Hollowbrook");
            }
        }
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager").open("/merges").follow(merge);
            manager.sees("I rang the school and put it right.").doesNotSee("Not yet");
        }
    }

    private String proposed(UUID kept, String other) {
        try (Visitor worker = Visitor.at(port)) {
            worker.signInAs(Beforehand.WORKER).open("/people/" + kept).follow("Same person as another record?");
            worker.type("with", other).press("Compare").sees("Are these one person?");
            worker.picture("merge-compare").fitsANarrowScreen();
            worker.type("why", "Same school, same birth date, and the aunt said so.")
                    .press("Propose to merge");
            worker.sees("This is your own proposal").doesNotSee("Merge the two records");
            return worker.page().locator(".govuk-caption-l").innerText().replace("Merge ", "");
        }
    }
}
