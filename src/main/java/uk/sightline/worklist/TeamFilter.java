package uk.sightline.worklist;

import java.util.Locale;

/** What a team's list is narrowed to. */
enum TeamFilter {
    ALL("All"),
    UNASSIGNED("Unassigned"),
    OVERDUE("Overdue");

    private final String label;

    TeamFilter(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The filter of an address; everything when it names none. */
    static TeamFilter of(String code) {
        for (var filter : values()) {
            if (filter.code().equals(code)) {
                return filter;
            }
        }
        return ALL;
    }
}
