package uk.sightline.referrals;

import java.util.Locale;

/** How a referral reached the partnership: the proof that nothing is lost counts each by itself. */
public enum Channel {
    /** Sent by a partner who is signed in. */
    PORTAL("-children", "-adults"),
    /** Taken down by the front door from a caller. */
    PHONE("-children", "-adults"),
    /** Sent by a member of the public. */
    PUBLIC("-worry", "-adults");

    private final String child;
    private final String adult;

    Channel(String child, String adult) {
        this.child = child;
        this.adult = adult;
    }

    /** As stored and exported. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The code of {@code route} by which the pack names the team that takes it. */
    String route(boolean aboutAdult) {
        return switch (this) {
            case PHONE -> "phone" + (aboutAdult ? adult : child);
            case PUBLIC -> aboutAdult ? "front-door" + adult : "public" + child;
            case PORTAL -> "front-door" + (aboutAdult ? adult : child);
        };
    }

    /** As shown. */
    String label() {
        return switch (this) {
            case PORTAL -> "Online by a partner";
            case PHONE -> "By telephone";
            case PUBLIC -> "From the public";
        };
    }
}
