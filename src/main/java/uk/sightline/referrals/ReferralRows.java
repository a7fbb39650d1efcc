package uk.sightline.referrals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.clocks.BulkClocks;
import uk.sightline.platform.BulkRows;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.referrals.PastReferral.Claim;
import uk.sightline.referrals.PastReferral.Decided;
import uk.sightline.referrals.PastReferral.Identified;
import uk.sightline.referrals.PastReferral.Routed;
import uk.sightline.referrals.PastReferral.Told;

/** The rows of past referrals, table by table. */
@Component
class ReferralRows {

    private static final String REFERRAL = """
            id, reference, channel, edition, form, about, strands, their_level, danger, youngest_born, referrer_id,
            referrer_places, referrer_name, referrer_agency, referrer_email, out_of_hours, state, outcome, our_level, team_id, owner_id,
            clock, due_at, received_at, acknowledged_at, decided_at, answered_at, closed_at, created_by, created_at""";

    private static final String SUBJECT = """
            id, referral_id, no, name, born, age_estimate, person_id, state, settled_by, settled_at, created_by,
            created_at""";

    private static final String JUDGEMENT = "id, referral_id, subject_id, verdict, person_id, created_by, created_at";

    private static final String DECISION =
            "id, referral_id, no, outcome, their_level, our_level, reason, edition, created_by, created_at";

    private static final String ROUTING = """
            id, referral_id, decision_id, route, team_id, owner_id, clock, due_at, state, taken_by, taken_at, outcome,
            evidence, ended_by, ended_at, created_by, created_at""";

    private static final String ANSWER = "id, referral_id, decision_id, body, how, told, created_by, created_at";

    private static final String DISCLOSURE = """
            id, referral_id, answer_id, shared_with, purpose, basis, categories, decision, necessary, how, sent_sha256,
            sent, created_by, created_at""";

    private static final String CUSTODY = "id, referral_id, team_id, owner_id, how, created_by, created_at";

    private final JdbcOperations sql;
    private final JsonMapper json;
    private final OfficeHours hours;
    private final BulkClocks clocks;

    ReferralRows(JdbcOperations sql, JsonMapper json, OfficeHours hours, BulkClocks clocks) {
        this.sql = sql;
        this.json = json;
        this.hours = hours;
        this.clocks = clocks;
    }

    void write(Collection<PastReferral> referrals) {
        Batch batch = new Batch();
        referrals.forEach(referral -> add(referral, batch));
        batch.inOrder().forEach(rows -> rows.write(sql));
    }

    /** Rows of a batch by table, the tables that others refer to first. */
    private static final class Batch {
        private final BulkRows referrals = BulkRows.into("referrals.referral", REFERRAL);
        private final BulkRows subjects = BulkRows.into("referrals.subject", SUBJECT);
        private final BulkRows judgements = BulkRows.into("referrals.judgement", JUDGEMENT);
        private final BulkRows decisions = BulkRows.into("referrals.decision", DECISION);
        private final BulkRows routings = BulkRows.into("referrals.routing", ROUTING);
        private final BulkRows answers = BulkRows.into("referrals.answer", ANSWER);
        private final BulkRows disclosures = BulkRows.into("referrals.disclosure", DISCLOSURE);
        private final BulkRows custody = BulkRows.into("referrals.custody", CUSTODY);

        List<BulkRows> inOrder() {
            return List.of(referrals, subjects, judgements, decisions, routings, answers, disclosures, custody);
        }
    }

    private void add(PastReferral past, Batch batch) {
        addReferral(past, batch.referrals);
        for (int i = 0; i < past.people().size(); i++) {
            addSubject(past, i, batch);
        }
        UUID decision = Ids.next();
        Decided decided = past.decision();
        if (decided != null) {
            addDecision(past, decided, decision, batch.decisions);
            addRouting(past, decided, decision, batch.routings);
        }
        Told told = past.answer();
        if (told != null) {
            addAnswer(past, told, decision, batch);
        }
        addCustody(past, batch.custody);
    }

    private void addReferral(PastReferral past, BulkRows rows) {
        ReferralForm form = past.form();
        ReferralForm.Referrer referrer = form.referrer();
        Decided decided = past.decision();
        Instant at = past.received();
        rows.add(
                past.id(),
                past.reference(),
                past.channel().code(),
                form.edition(),
                json.writeValueAsString(form),
                form.opening().about(),
                form.concern().strands(),
                form.need().level(),
                form.opening().danger() != null,
                AgeSpan.of(form, London.date(at)).youngestBorn(),
                past.channel() == Channel.PORTAL ? past.sender() : null,
                past.places(),
                referrer.name(),
                referrer.agency(),
                referrer.email(),
                !hours.open(at),
                past.state().code(),
                decided == null ? null : decided.outcome(),
                decided == null ? null : decided.level(),
                past.team(),
                past.owner(),
                past.clock(),
                clocks.due(past.clock(), at),
                at,
                at,
                decided == null ? null : decided.at(),
                past.answered() == null ? null : past.answered().at(),
                past.closed(),
                past.sender(),
                at);
    }

    private static void addSubject(PastReferral past, int index, Batch batch) {
        ReferralForm.Subject subject = past.form().subjects().get(index);
        Identified who = past.people().get(index);
        batch.subjects.add(
                subject.id(),
                past.id(),
                index + 1,
                subject.name(),
                subject.born(),
                subject.ageEstimate(),
                who.person(),
                who.state(),
                who.by(),
                who.at(),
                past.sender(),
                past.received());
        if (who.person() != null) {
            String verdict = who.state().equals("created") ? "created" : "same";
            batch.judgements.add(Ids.next(), past.id(), subject.id(), verdict, who.person(), who.by(), who.at());
        }
    }

    private static void addDecision(PastReferral past, Decided decided, UUID id, BulkRows rows) {
        rows.add(
                id,
                past.id(),
                1,
                decided.outcome(),
                past.form().need().level(),
                decided.level(),
                decided.reason(),
                past.form().edition(),
                decided.by(),
                decided.at());
    }

    private void addRouting(PastReferral past, Decided decided, UUID decision, BulkRows rows) {
        Routed routed = past.routing();
        if (routed == null) {
            return;
        }
        @Nullable UUID taker = routed.taken() == null ? null : routed.owner();
        boolean ended = routed.ended() != null;
        rows.add(
                Ids.next(),
                past.id(),
                decision,
                routed.route(),
                routed.team(),
                taker,
                routed.clock(),
                clocks.due(routed.clock(), decided.at()),
                ended ? "finished" : taker == null ? "waiting" : "taken",
                taker,
                routed.taken(),
                routed.outcome(),
                routed.evidence(),
                ended ? routed.owner() : null,
                routed.ended(),
                decided.by(),
                decided.at());
    }

    /** A letter that waits for approval has disclosed nothing yet. */
    private static void addAnswer(PastReferral past, Told told, UUID decision, Batch batch) {
        UUID answer = Ids.next();
        batch.answers.add(answer, past.id(), decision, told.body(), told.how(), told.to(), told.by(), told.at());
        if (told.sent()) {
            ReferralForm.Referrer referrer = past.form().referrer();
            Disclosure to = Disclosure.to(referrer.name(), referrer.agency(), AnswerRoute.of(told.how()), told.body());
            batch.disclosures.add(
                    Ids.next(),
                    past.id(),
                    answer,
                    to.with(),
                    Disclosure.PURPOSE,
                    Disclosure.BASIS,
                    Disclosure.CATEGORIES,
                    to.decision(),
                    Disclosure.NECESSARY,
                    to.how().code(),
                    to.sha256(),
                    to.sent(),
                    told.by(),
                    told.at());
        }
    }

    private static void addCustody(PastReferral past, BulkRows rows) {
        rows.add(Ids.next(), past.id(), past.team(), null, "received", past.sender(), past.received());
        Claim claim = past.claim();
        if (claim != null) {
            rows.add(Ids.next(), past.id(), past.team(), claim.owner(), "claimed", claim.owner(), claim.at());
        }
    }
}
