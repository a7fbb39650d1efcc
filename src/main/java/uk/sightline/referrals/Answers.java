package uk.sightline.referrals;

import static uk.sightline.referrals.DecisionForm.text;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.messages.Mail;
import uk.sightline.platform.Actor;
import uk.sightline.platform.RuleBroken;

/**
 * Tells the referrer: in Sightline with an e-mail that holds a reference and a link and nothing else, by letter, or by
 * telephone. A letter goes out once somebody who may approve letters has done so.
 */
@Service
@Transactional
class Answers {

    private final Work work;
    private final AnswerStore store;
    private final AnswerLetters letters;
    private final Closing closing;
    private final Access access;
    private final Colleagues colleagues;
    private final Clocks clocks;
    private final Mail mail;
    private final Audit audit;

    Answers(
            Work work,
            AnswerStore store,
            AnswerLetters letters,
            Closing closing,
            Access access,
            Colleagues colleagues,
            Clocks clocks,
            Mail mail,
            Audit audit) {
        this.work = work;
        this.store = store;
        this.letters = letters;
        this.closing = closing;
        this.access = access;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.mail = mail;
        this.audit = audit;
    }

    /** Keeps the answer to a decision that was just made, and sends it unless its letter waits for approval. */
    void tell(ReferralRow row, UUID decision, DecisionForm form) {
        AnswerRoute how = AnswerRoute.of(text(form.how()));
        if (how == AnswerRoute.PORTAL && row.referrer() == null) {
            throw new RuleBroken("how", "The referrer has no account in Sightline. Choose another way");
        }
        String body = text(form.answer());
        boolean approved = how.hasLetter() && access.may(Action.APPROVE_LETTER);
        UUID letter = approved ? letters.keep(row, body) : null;
        UUID answer = store.add(
                row.id(),
                decision,
                body,
                how,
                text(form.told()),
                letter,
                approved ? Actor.current().id() : null);
        if (how != AnswerRoute.LETTER || approved) {
            told(row, answer, how, body);
        }
    }

    /**
     * Approves the letter that waits, which sends it.
     *
     * @throws RuleBroken when none waits
     */
    void approve(UUID referral, int version, Late late) {
        ReferralRow row = work.hold(referral, Action.APPROVE_LETTER, version);
        AnswerStore.Kept waiting = store.latest(referral)
                .filter(AnswerStore.Kept::letterWaits)
                .orElseThrow(() -> new RuleBroken("No letter waits for approval."));
        UUID letter = letters.keep(row, waiting.body());
        UUID answer = store.add(
                referral,
                waiting.decision(),
                waiting.body(),
                waiting.how(),
                waiting.told(),
                letter,
                Actor.current().id());
        audit.record(Act.on("approve", Referrals.KIND, referral).detail("letter"));
        if (row.state() == ReferralState.DECIDED) {
            late.explain(clocks, referral, row.clock());
            told(row, answer, waiting.how(), waiting.body());
        }
    }

    private void told(ReferralRow row, UUID answer, AnswerRoute how, String body) {
        ReferralState answered = ReferralState.DECIDED.step(ReferralAction.TELL);
        work.move(row, answered);
        store.disclose(row.id(), answer, Disclosure.to(row.referrerName(), row.referrerAgency(), how, body));
        clocks.stop(row.id(), row.clock(), "Decided, and the referrer told: " + how.label() + ".");
        audit.record(Act.on("answer", Referrals.KIND, row.id()).detail(how.code()));
        UUID referrer = row.referrer();
        if (how == AnswerRoute.PORTAL && referrer != null) {
            mail(row, referrer);
        }
        closing.closeIfDone(row.id(), answered);
    }

    private void mail(ReferralRow row, UUID referrer) {
        String to = colleagues.find(referrer).map(Colleagues.Colleague::email).orElse(null);
        if (to != null) {
            mail.send(
                    to,
                    "Referral " + row.reference() + " has an answer",
                    """
                    There is an answer to your referral %s.

                    Sign in to read it: %s
                    """.formatted(row.reference(), mail.link("/referrals/" + row.id())),
                    row.reference(),
                    "answer to the referrer");
        }
    }
}
