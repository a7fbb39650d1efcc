package uk.sightline.marf;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.sightline.documents.Documents;
import uk.sightline.referrals.ReferralForm.Attachment;

/** The files of a draft. Seen with the draft, and handed to the referral when it is sent. */
@Component
class Files {

    private final Documents documents;

    Files(Documents documents) {
        this.documents = documents;
    }

    List<Attachment> of(UUID draft) {
        return documents.of(draft).stream()
                .map(file -> new Attachment(file.id(), file.kind(), file.name()))
                .toList();
    }

    void hand(List<Attachment> attachments, UUID referral) {
        attachments.forEach(file -> documents.attach(file.document(), referral));
    }

    /** With a draft that is thrown away. */
    void remove(UUID draft) {
        documents.of(draft).forEach(file -> documents.remove(file.id()));
    }
}
