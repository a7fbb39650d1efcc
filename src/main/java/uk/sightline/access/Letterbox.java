package uk.sightline.access;

/**
 * Sends mail for this module, which stands below the one that sends. Where nothing implements it, an administrator is
 * shown the link to hand over, and alerts wait on the page of reviews.
 */
@FunctionalInterface
public interface Letterbox {

    /**
     * Queues a message in the running transaction.
     *
     * @param body a reference and a link, never what a record says
     * @param reference what the message is about, for "was it sent?"
     * @param purpose a code: {@code invitation}, {@code break-glass-review}
     */
    void send(String to, String subject, String body, String reference, String purpose);
}
