package uk.sightline.messages;

/** What became of one attempt to send. */
sealed interface Delivery {

    /** The server has taken it. */
    record Sent() implements Delivery {}

    /** Not now: the server is away, busy, or not set up right. */
    record Deferred(String reason) implements Delivery {}

    /** Never: the server, or the address itself, says that it cannot arrive. */
    record Refused(String reason) implements Delivery {}
}
