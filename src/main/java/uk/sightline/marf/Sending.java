package uk.sightline.marf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.RuleBroken;
import uk.sightline.referrals.Receipt;
import uk.sightline.referrals.ReferralForm.Attachment;
import uk.sightline.referrals.Referrals;

/** Sends a finished draft. Sent twice, by two clicks or two windows, it is received once and gives the same receipt. */
@Service
@Transactional
class Sending {

    private final DraftStore store;
    private final Drafts drafts;
    private final Files files;
    private final Referrals referrals;
    private final Clocks clocks;
    private final Audit audit;
    private final InstantSource time;

    Sending(
            DraftStore store,
            Drafts drafts,
            Files files,
            Referrals referrals,
            Clocks clocks,
            Audit audit,
            InstantSource time) {
        this.store = store;
        this.drafts = drafts;
        this.files = files;
        this.referrals = referrals;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Sends it, if nothing is missing.
     *
     * @throws RuleBroken when something is: the form is not sent, and stays as it is
     */
    Receipt send(UUID id, Answers declaration) {
        Draft draft = store.lock(id);
        Receipt sent = draft.receipt();
        return sent == null ? sendNow(drafts.filling(draft), declaration) : sent;
    }

    private Receipt sendNow(Filling filling, Answers declaration) {
        if (!Whole.missing(filling).isEmpty()) {
            throw new RuleBroken("Something is still missing: see the list above.");
        }
        Draft draft = filling.draft();
        List<Attachment> attachments = files.of(draft.id());
        Receipt receipt = referrals.submit(Whole.read(filling, declaration, attachments), draft.channel());
        files.hand(attachments, receipt.id());
        Instant at = time.instant();
        store.send(draft.id(), receipt, at, at.plus(drafts.life()));
        if (draft.phone()) {
            stopTheClock(draft, declaration, receipt);
        }
        audit.record(Act.on("send", DraftStore.KIND, draft.id()).detail(receipt.reference()));
        return receipt;
    }

    private void stopTheClock(Draft draft, Answers declaration, Receipt receipt) {
        if (drafts.late(draft)) {
            clocks.explainBreach(
                    draft.id(), Drafts.WRITE_UP, declaration.text("lateCode"), declaration.text("lateWords"));
        }
        clocks.stop(draft.id(), Drafts.WRITE_UP, "Written up as " + receipt.reference());
    }
}
