package uk.sightline.referrals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the front-door list is narrowed by. All of it stays in the address, so that it can be kept and sent; none of it is
 * about a person. What cannot be read counts as not given.
 *
 * @param team key of a team; null for the actor's own teams
 * @param after the last row of the page before
 * @param since when the list was opened: what came later is marked as new
 */
record QueueFilter(
        @Nullable String team,
        Whose whose,
        @Nullable String strand,
        @Nullable Integer level,
        @Nullable Channel channel,
        @Nullable AgeBand age,
        boolean overdue,
        @Nullable After after,
        @Nullable Instant since) {

    /** Every team the actor may see. */
    static final String EVERY_TEAM = "every";

    /** Whose work is shown. */
    enum Whose {
        ALL("all", "All"),
        UNASSIGNED("unassigned", "Not yet taken"),
        MINE("mine", "Mine");

        private final String code;
        private final String label;

        Whose(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        String label() {
            return label;
        }

        static Whose of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** How old the youngest person on the referral is. */
    enum AgeBand {
        UNDER_13("under-13", "Under 13", 0, 13),
        UNDER_16("13-15", "13 to 15", 13, 16),
        UNDER_18("16-17", "16 to 17", 16, 18),
        ADULT("adult", "18 or over", 18, 200),
        UNKNOWN("unknown", "Age not known", 0, 0);

        private final String code;
        private final String label;
        private final int from;
        private final int below;

        AgeBand(String code, String label, int from, int below) {
            this.code = code;
            this.label = label;
            this.from = from;
            this.below = below;
        }

        String code() {
            return code;
        }

        String label() {
            return label;
        }

        /** Born after this day; null when the age is not known. */
        @Nullable LocalDate bornAfter(LocalDate today) {
            return this == UNKNOWN ? null : today.minusYears(below);
        }

        /** Born on this day or before; null when the age is not known. */
        @Nullable LocalDate bornBy(LocalDate today) {
            return this == UNKNOWN ? null : today.minusYears(from);
        }

        static AgeBand of(@Nullable LocalDate born, LocalDate today) {
            return born == null
                    ? UNKNOWN
                    : Arrays.stream(values())
                            .filter(band -> band != UNKNOWN && born.isAfter(today.minusYears(band.below)))
                            .findFirst()
                            .orElse(ADULT);
        }

        static @Nullable AgeBand find(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Where a page of the list ends: in order of what is due, then of id. */
    record After(Instant due, UUID id) {

        /** PostgreSQL keeps time to the microsecond. */
        private static final long MICROS = 1_000_000;

        String code() {
            return due.getEpochSecond() * MICROS + due.getNano() / 1000 + "_" + id;
        }

        private static Instant micros(long micros) {
            return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
        }

        static @Nullable After of(@Nullable String code) {
            try {
                String[] parts = code == null ? new String[0] : code.split("_", 2);
                return parts.length == 2
                        ? new After(micros(Long.parseLong(parts[0])), UUID.fromString(parts[1]))
                        : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    static QueueFilter of(Map<String, String> query) {
        return new QueueFilter(
                blankToNull(query.get("team")),
                Whose.of(query.get("who")),
                blankToNull(query.get("strand")),
                Optional.ofNullable(query.get("level"))
                        .filter(level -> level.matches("[1-4]"))
                        .map(Integer::valueOf)
                        .orElse(null),
                channel(query.get("channel")),
                AgeBand.find(query.get("age")),
                "yes".equals(query.get("overdue")),
                After.of(query.get("after")),
                instant(query.get("since")));
    }

    /** The address of the list so narrowed, from its first page. */
    String query(String... changes) {
        Map<String, String> parts = parts();
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                parts.remove(changes[i]);
            } else {
                parts.put(changes[i], changes[i + 1]);
            }
        }
        return parts.isEmpty()
                ? ""
                : "?"
                        + parts.entrySet().stream()
                                .map(part -> part.getKey() + "=" + part.getValue())
                                .collect(Collectors.joining("&"));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "team", team);
        put(parts, "who", whose == Whose.ALL ? null : whose.code());
        put(parts, "strand", strand);
        put(parts, "level", level == null ? null : level.toString());
        put(parts, "channel", channel == null ? null : channel.code());
        put(parts, "age", age == null ? null : age.code());
        put(parts, "overdue", overdue ? "yes" : null);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    private static @Nullable Channel channel(@Nullable String code) {
        return Arrays.stream(Channel.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Codes of the pack have letters, digits and hyphens; anything else is no filter and goes into no address. */
    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || !text.matches("[A-Za-z0-9-]{1,60}") ? null : text;
    }
}
