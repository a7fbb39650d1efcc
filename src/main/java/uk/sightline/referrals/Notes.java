package uk.sightline.referrals;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.messages.Mail;
import uk.sightline.platform.RuleBroken;

/** What is written beside a referral; what was sent never changes (PRACTICE §1.4). */
@Service
@Transactional
class Notes {

    private static final int LONGEST = 20_000;

    private final Work work;
    private final Colleagues colleagues;
    private final Clocks clocks;
    private final Closing closing;
    private final Mail mail;
    private final Audit audit;

    Notes(Work work, Colleagues colleagues, Clocks clocks, Closing closing, Mail mail, Audit audit) {
        this.work = work;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.closing = closing;
        this.mail = mail;
        this.audit = audit;
    }

    /** A correction or a note of somebody who decides referrals. */
    void write(UUID referral, boolean correction, String body) {
        ReferralRow row = work.hold(referral, Action.DECIDE_REFERRAL);
        row.state().step(ReferralAction.ADD);
        keep(row, correction ? "correction" : "note", body);
    }

    /** Something that the referrer, or a colleague at their place, came to know later; the owner is told. */
    void add(UUID referral, String body) {
        ReferralRow row = work.hold(referral, Action.VIEW);
        row.state().step(ReferralAction.ADD);
        keep(row, "added", body);
        UUID owner = row.owner();
        if (owner != null) {
            colleagues
                    .find(owner)
                    .map(Colleagues.Colleague::email)
                    .ifPresent(to -> mail.send(
                            to,
                            "New information on referral " + row.reference(),
                            """
                    The referrer has added information to %s.

                    Sign in to read it: %s
                    """.formatted(row.reference(), mail.link("/front-door/" + referral)),
                            row.reference(),
                            "information added"));
        }
    }

    /** The police log number of a call about immediate danger: it stops clock C01. */
    void danger(UUID referral, String log, String who, Late late) {
        ReferralRow row = work.hold(referral, Action.DECIDE_REFERRAL);
        if (log.isBlank()) {
            throw new RuleBroken("log", "Enter the police log number");
        }
        if (who.isBlank()) {
            throw new RuleBroken("rungBy", "Say who rang the police, and when");
        }
        String words = "Police log %s. Rung by %s.".formatted(log.strip(), who.strip());
        late.explain(clocks, referral, Referrals.DANGER_CLOCK);
        keep(row, "danger", words);
        clocks.stop(referral, Referrals.DANGER_CLOCK, words);
        closing.closeIfDone(referral, row.state());
    }

    private void keep(ReferralRow row, String kind, String body) {
        if (body.isBlank()) {
            throw new RuleBroken("body", "Write what you want to add");
        }
        if (body.length() > LONGEST) {
            throw new RuleBroken("body", "It may have up to 20,000 characters");
        }
        work.note(row.id(), kind, body.strip());
        audit.record(Act.on("add", Referrals.KIND, row.id()).detail(kind));
    }
}
