package uk.sightline.cases;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.messages.Mail;
import uk.sightline.people.People;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;

/** Tells colleagues by e-mail that they work with somebody now, or no longer: a reference and a link, and no name. */
@Component
class WorkerMail {

    private final Mail mail;
    private final Colleagues colleagues;
    private final People people;

    WorkerMail(Mail mail, Colleagues colleagues, People people) {
        this.mail = mail;
        this.colleagues = colleagues;
        this.people = people;
    }

    void begins(UUID person, Role role, UUID account) {
        tell(person, account, "You are now the %s for %s", role, "Sign in to see the record: ");
    }

    void ends(UUID person, Role role, UUID account) {
        tell(person, account, "You are no longer the %s for %s", role, "You can still read the record for a while: ");
    }

    private void tell(UUID person, UUID account, String what, Role role, String link) {
        if (account.equals(Actor.current().id())) {
            return;
        }
        String reference = people.card(person).orElseThrow(NoSuchRecord::new).reference();
        String subject = what.formatted(role.label().toLowerCase(Locale.UK), reference);
        // The address of the person: it leads on when the record is merged into another.
        String body = subject + ".\n\n" + link + mail.link("/people/" + person) + "\n";
        colleagues
                .find(account)
                .map(Colleague::email)
                .ifPresent(to -> mail.send(to, subject, body, reference, "who works with somebody"));
    }
}
