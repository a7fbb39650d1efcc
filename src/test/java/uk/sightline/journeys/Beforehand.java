package uk.sightline.journeys;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.Fact;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.platform.Actor;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.ReferralForm;
import uk.sightline.referrals.Referrals;
import uk.sightline.referrals.SampleForms;

/** What happened before a story begins: people on record, referrals sent. Done as colleagues of the demonstration. */
final class Beforehand {

    static final String WORKER = "Front-door worker, Integrated Front Door";
    static final String LEAD = "School safeguarding lead";

    private static final String AIREBROOK_ACADEMY = "900018";

    private final int port;
    private final People people;
    private final Referrals referrals;

    Beforehand(int port, People people, Referrals referrals) {
        this.port = port;
        this.people = people;
        this.referrals = referrals;
    }

    /** Puts somebody on record, and gives the id of the record. */
    UUID known(String given, String family, LocalDate born) {
        return known(NewPerson.named(given, family, BirthDate.on(born), "Health register")
                .with(new Fact.PersonSchooling(AIREBROOK_ACADEMY, "on-roll", null, null, null)));
    }

    /** The same, with what else is known. */
    UUID known(NewPerson person) {
        return who(WORKER).call(() -> people.create(person));
    }

    /** What a colleague would say on the telephone. */
    String referenceOf(UUID person) {
        return who(WORKER).call(() -> people.card(person).orElseThrow().reference());
    }

    /** The school sends a referral about one child, and has this receipt number. */
    String sent(String name, @Nullable LocalDate born) {
        return sent(SampleForms.subject(name, born, null));
    }

    /** The school sends a referral about brothers and sisters. */
    String sent(ReferralForm.Subject... subjects) {
        ReferralForm form = SampleForms.form("child", null, List.of(subjects));
        return who(LEAD).call(() -> referrals.submit(form, Channel.PORTAL)).reference();
    }

    /** A manager seals the person. */
    void sealed(UUID person) {
        try (Visitor manager = Visitor.at(port)) {
            manager.signInAs("Front-door manager").open("/access/seals/" + person);
            manager.pick("level", "sealed").type("reason", "The family must not be found.");
            manager.type("ask", "Head of service, 01632 960001").press("Close to everybody else");
        }
    }

    /** A colleague of the demonstration, by the words of the page for signing in. */
    Actor who(String post) {
        try (Visitor somebody = Visitor.withoutScripts(port)) {
            somebody.open("/sign-in");
            var row = somebody.page().locator("tr:has-text('" + post + "')").first();
            String account = row.locator("input[name=account]").getAttribute("value");
            return new Actor(
                    UUID.fromString(account),
                    Actor.Kind.PERSON,
                    row.locator("td").first().innerText(),
                    null);
        }
    }
}
