package uk.sightline.bench;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.messages.Mail;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.Receipt;
import uk.sightline.referrals.ReferralForm;
import uk.sightline.referrals.ReferralForm.Subject;
import uk.sightline.referrals.Referrals;

/**
 * Sends referrals through the product's own service, each with its entries in the log and a message in the outbox in one
 * durable transaction, turn by turn with the very same statements run bare. Only ever in a database of the bench's own.
 */
@Component
class Submits {

    static final List<Integer> CLIENTS = List.of(1, 4, 16);

    private static final int ROUNDS = 5;

    /** Any form about one child that the invented district has sent. */
    private static final String FORM = """
            select r.form::text from %s r
            where r.channel = 'portal' and r.about = 'child' and jsonb_array_length(r.form -> 'subjects') = 1
            order by r.reference limit 1
            """.formatted("referrals.referral");

    /** People of schools and homes, who share what they refer. */
    private static final String SENDERS = """
            select distinct r.referrer_id from %s r
            where r.channel = 'portal' and cardinality(r.referrer_places) > 0
            """.formatted("referrals.referral");

    private static final RecordComponent[] PARTS = Subject.class.getRecordComponents();
    private static final Constructor<?> SUBJECT = Subject.class.getDeclaredConstructors()[0];

    private final Referrals referrals;
    private final Mail mail;
    private final TransactionTemplate transactions;
    private final Recording recording;
    private final JsonMapper json;

    Submits(Referrals referrals, Mail mail, TransactionTemplate transactions, Recording recording, JsonMapper json) {
        this.referrals = referrals;
        this.mail = mail;
        this.transactions = transactions;
        this.recording = recording;
        this.json = json;
    }

    /**
     * @param data the folder of the embedded database
     * @param measured with each number of clients, and of the bare statements as long
     */
    Report measure(Path data, List<Integer> clients, Duration warmUp, Duration measured)
            throws IOException, InterruptedException, SQLException {
        try (Connection superuser = OwnProduct.asSuperuser(data)) {
            OwnProduct.requireDurable(superuser);
            ReferralForm form = form(superuser);
            List<UUID> senders = senders(superuser);
            UUID sender = senders.getFirst();
            Script script = Script.of(recorded(sender, form), recorded(sender, form));
            requireSameRows(data, superuser, sender, form, script);
            List<List<String>> rows = new ArrayList<>();
            List<String> notes =
                    new ArrayList<>(List.of("%d statements each, of which %d write; fsync and synchronous_commit are on"
                            .formatted(script.size(), script.writes())));
            int errors = 0;
            for (int count : clients) {
                Duel duel = duel(data, senders, form, script, count, warmUp, measured);
                rows.add(row(count, duel));
                notes.addAll(duel.failures());
                errors += duel.errors();
            }
            return new Report(HEAD, rows, notes, errors);
        }
    }

    private static final List<String> HEAD = List.of(
            "clients",
            "submits",
            "errors",
            "a second",
            "bare SQL a second",
            "submit to bare SQL",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "bare SQL p50 ms",
            "bare SQL p99 ms");

    private static List<String> row(int clients, Duel duel) {
        Timings submits = duel.product().timings();
        Timings bare = duel.bare().timings();
        return List.of(
                Integer.toString(clients),
                Integer.toString(submits.count()),
                Integer.toString(duel.errors()),
                Report.ms(duel.product().perSecond()),
                Report.ms(duel.bare().perSecond()),
                duel.ratio(),
                Report.ms(submits.percentile(50)),
                Report.ms(submits.percentile(95)),
                Report.ms(submits.percentile(99)),
                Report.ms(bare.percentile(50)),
                Report.ms(bare.percentile(99)));
    }

    private Duel duel(
            Path data,
            List<UUID> senders,
            ReferralForm form,
            Script script,
            int clients,
            Duration warmUp,
            Duration measured)
            throws IOException, InterruptedException, SQLException {
        List<BareClient> bare = new ArrayList<>();
        List<Pace.Step> submitting = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                UUID sender = senders.get(i % senders.size());
                bare.add(new BareClient(OwnProduct.asSuperuser(data), sender, script));
                submitting.add(() -> submit(sender, form));
            }
            Duel duel = new Duel(submitting, bare);
            duel.warmUp(warmUp);
            duel.rounds(ROUNDS, measured.dividedBy(ROUNDS));
            return duel;
        } finally {
            for (BareClient client : bare) {
                client.close();
            }
        }
    }

    private List<Sent> recorded(UUID sender, ReferralForm form) {
        return as(sender).call(() -> recording.of(() -> send(form)));
    }

    private boolean submit(UUID sender, ReferralForm form) {
        as(sender).run(() -> transactions.executeWithoutResult(status -> send(form)));
        return true;
    }

    /** As a sent form is received; and the message that an answer would be, which waits in the outbox. */
    private void send(ReferralForm form) {
        Receipt receipt = referrals.submit(anew(form), Channel.PORTAL);
        mail.send(
                "referrer@school.example",
                "Referral " + receipt.reference(),
                "Your referral has been received: " + mail.link("/referrals/" + receipt.id()),
                receipt.reference(),
                "receipt for the referrer");
    }

    /** The same form about somebody else: by the ids of its subjects it is told from one sent twice. */
    private static ReferralForm anew(ReferralForm form) {
        List<Subject> subjects = form.subjects().stream().map(Submits::anew).toList();
        return new ReferralForm(
                form.edition(),
                form.opening(),
                form.referrer(),
                subjects,
                form.family(),
                form.concern(),
                form.network(),
                form.need(),
                form.consent(),
                form.attachments(),
                form.assessment(),
                form.declaration());
    }

    /** Another id, which comes first, and all else the same. */
    private static Subject anew(Subject subject) {
        try {
            Object[] values = new Object[PARTS.length];
            values[0] = Ids.next();
            for (int i = 1; i < PARTS.length; i++) {
                values[i] = PARTS[i].getAccessor().invoke(subject);
            }
            return (Subject) SUBJECT.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A subject cannot be copied", e);
        }
    }

    private static Actor as(UUID sender) {
        return new Actor(sender, Actor.Kind.PERSON, "bench", null);
    }

    private ReferralForm form(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(FORM)) {
            if (!row.next()) {
                throw new IllegalStateException("Nobody has referred a child; the bench needs the fictional district");
            }
            return json.readValue(row.getString(1), ReferralForm.class);
        }
    }

    private static List<UUID> senders(Connection superuser) throws SQLException {
        List<UUID> senders = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(SENDERS)) {
            while (rows.next()) {
                senders.add(rows.getObject(1, UUID.class));
            }
        }
        return senders;
    }

    private void requireSameRows(Path data, Connection superuser, UUID sender, ReferralForm form, Script script)
            throws IOException, SQLException {
        RowCounts before = RowCounts.of(superuser);
        submit(sender, form);
        RowCounts between = RowCounts.of(superuser);
        try (BareClient bare = new BareClient(OwnProduct.asSuperuser(data), sender, script)) {
            bare.done();
        }
        Map<String, Long> submitted = between.since(before);
        Map<String, Long> written = RowCounts.of(superuser).since(between);
        if (!submitted.equals(written)) {
            throw new IllegalStateException(
                    "The bare statements wrote %s, the product %s".formatted(written, submitted));
        }
    }
}
