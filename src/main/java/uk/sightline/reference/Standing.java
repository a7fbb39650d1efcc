package uk.sightline.reference;

import java.util.Locale;

/**
 * Whether something in the pack is law or only how this partnership works. Screens print {@link #label()} beside every
 * rule that is not law (PRACTICE, "how to read").
 *
 * @param basis the statute, guidance, report paragraph or agreement it rests on
 * @param status how far that basis may be relied on
 */
public record Standing(String basis, Status status) {

    /** How far a rule binds. */
    public enum Status {
        /** Statute, regulations or statutory guidance, read at the source. */
        LAW,
        /** Agreed locally; the partnership may change it. */
        LOCAL,
        /** Believed to be right, not yet checked with legal advice or information governance. */
        CHECK;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In words for a screen. */
    public String label() {
        return switch (status) {
            case LAW -> "Law or statutory guidance";
            case LOCAL -> "Local rule";
            case CHECK -> "Local rule, to be checked with legal advice";
        };
    }

    public boolean isLaw() {
        return status == Status.LAW;
    }

    static Standing read(Entry entry) {
        return new Standing(entry.text("basis"), entry.one("status", Status.values(), Status::code));
    }
}
