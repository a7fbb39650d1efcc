package uk.sightline.marf;

import java.util.Objects;
import java.util.UUID;
import uk.sightline.platform.London;
import uk.sightline.referrals.Receipt;

/** What one holds in hand: the number, what happens next and by when, and whom to ring. */
record ReceiptPage(
        UUID draft, Receipt receipt, String received, String due, boolean intelligence, boolean phone, boolean danger) {

    static ReceiptPage of(Filling filling) {
        Receipt receipt = Objects.requireNonNull(filling.draft().receipt());
        return new ReceiptPage(
                filling.draft().id(),
                receipt,
                London.dayAndTime(receipt.receivedAt()),
                London.weekdayAndTime(receipt.answerDueAt()),
                ConsentRule.of(filling.draft()) == ConsentRule.INTELLIGENCE,
                filling.draft().phone(),
                OpeningSection.danger(filling.draft()));
    }
}
