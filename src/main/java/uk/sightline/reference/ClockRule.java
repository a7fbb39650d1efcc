package uk.sightline.reference;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A deadline of the master clock table (PRACTICE §0.11).
 *
 * @param id such as C03; several limits of one row have a letter, such as C14A
 * @param trigger the fact that starts it, in words
 * @param stop the evidence that stops it, in words
 * @param sense whether it must be done within the limit, or may not be done before it
 * @param notCounting days of the year that the limit passes over
 * @param pauseable whether it may be paused with a reason
 * @param owner code of {@code escalation-role} who is answerable
 * @param ladder who is told as it runs late, earliest first
 */
public record ClockRule(
        String id,
        String label,
        String trigger,
        String stop,
        Allowance limit,
        Sense sense,
        Set<MonthDay> notCounting,
        boolean pauseable,
        Severity severity,
        String owner,
        List<Step> ladder,
        Standing standing,
        Validity validity) {

    /** Which side of the limit is wrong. */
    public enum Sense {
        WITHIN,
        NOT_BEFORE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How grave a breach is. */
    public enum Severity {
        NORMAL,
        HIGH,
        CRITICAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From where a step of the ladder is counted. */
    public enum Anchor {
        START,
        DUE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One rung of escalation.
     *
     * @param after how long after the anchor
     * @param tell codes of {@code escalation-role}
     */
    public record Step(Anchor from, Allowance after, Set<String> tell) {

        static Step read(Entry entry) {
            return new Step(
                    entry.one("from", Anchor.values(), Anchor::code), Allowance.read(entry), entry.texts("tell"));
        }
    }

    static ClockRule read(Entry entry) {
        return new ClockRule(
                entry.matching("id", "C\\d{2}[A-Z]?", "a clock id such as C03 or C14A"),
                entry.text("label"),
                entry.text("trigger"),
                entry.text("stop"),
                limit(entry),
                entry.has("sense") ? entry.one("sense", Sense.values(), Sense::code) : Sense.WITHIN,
                notCounting(entry),
                entry.yes("pauseable"),
                entry.one("severity", Severity.values(), Severity::code),
                entry.key("owner"),
                entry.rows("ladder", Step::read).stream().map(Row::value).toList(),
                Standing.read(entry),
                Validity.read(entry));
    }

    private static Allowance limit(Entry entry) {
        return entry.below("limit")
                .map(each -> Row.read(each, Allowance::read).value())
                .orElseGet(() -> {
                    entry.problem("'limit' is missing");
                    return new Allowance(Allowance.Unit.H, 0, null);
                });
    }

    private static Set<MonthDay> notCounting(Entry entry) {
        Set<MonthDay> days = new LinkedHashSet<>();
        entry.texts("not-counting", (at, text) -> {
            try {
                days.add(MonthDay.parse("--" + text));
            } catch (DateTimeException e) {
                entry.problemAt(at, "'%s' is not a day of the year like 12-25".formatted(text));
            }
        });
        return days;
    }
}
