package uk.sightline.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tool by which exploitation is assessed (PRACTICE §2): what is asked, and the rule by which answers become a level. All
 * of it is data of the pack. A record keeps the key and version it was made with.
 *
 * @param key of all its versions
 * @param name as practitioners call it: {@code CEAT-1}
 * @param subject whom it is for
 * @param kind the kind of record it makes: who may see it
 * @param levels the code set of its levels; the fact {@code order} says which is higher
 * @param disclaimer what the screen says beside every calculated level
 * @param scale how an indicator is answered
 * @param current months within which what was seen counts as current
 * @param recent months within which it counts as recent
 * @param strands tag of an indicator → code of {@code strand}
 * @param classes what answers count
 * @param prompts further questions, in groups
 * @param rules the first that holds gives the level; levels descend, the last always holds
 * @param floors levels that the answers may not fall below
 * @param proposals what the decided level proposes to do
 * @param unknownDomains so many unknown domains make the result provisional; 0: never
 */
public record Tool(
        String key,
        String version,
        String name,
        String label,
        Subject subject,
        RecordKind kind,
        String levels,
        String disclaimer,
        Scale scale,
        int current,
        int recent,
        Map<String, String> strands,
        List<AnswerClass> classes,
        List<ToolDomain> domains,
        List<Prompt> prompts,
        List<LevelRule> rules,
        List<LevelRule> floors,
        List<Proposal> proposals,
        int unknownDomains,
        Standing standing,
        Validity validity) {

    /** Whom a tool is for. */
    public enum Subject {
        CHILD,
        ADULT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How an indicator is answered. */
    public enum Scale {
        /** Yes evidenced, yes suspected, no, unknown, not asked; its class says what a yes counts. */
        CERTAINTY,
        /** The practitioner's judgement: the answer is one of the classes. */
        JUDGEMENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a domain is rated by what was answered in it. */
    public enum Rating {
        NONE,
        LOW,
        MEDIUM,
        HIGH;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The higher of the two. */
        public Rating or(Rating other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * What an answer of a class counts. Where the tool is answered by certainty, a suspected yes counts half, rounded up.
     *
     * @param current points when seen within {@link Tool#current} months, or when nobody knows when
     * @param recent points when seen within {@link Tool#recent} months; both when seen in both
     * @param always it counts whenever it was
     * @param rates how it rates its domain while it is current
     */
    public record AnswerClass(String key, String label, int current, int recent, boolean always, Rating rates) {

        static AnswerClass read(Entry entry) {
            return new AnswerClass(
                    entry.matching("key", "[A-Z]", "one capital letter"),
                    entry.text("label"),
                    entry.number("current", 0),
                    entry.has("recent") ? entry.number("recent", 0) : 0,
                    entry.yes("always"),
                    entry.one("rates", Rating.values(), Rating::code));
        }
    }

    /**
     * What a level proposes; a person decides.
     *
     * @param action code of {@code assessment-action}
     * @param atMost the highest level that proposes it, or null
     * @param tag only when an indicator of this tag counts, or null
     * @param from least age in years, 0 for any
     * @param to greatest age in years, or null
     */
    public record Proposal(
            String action,
            String atLeast,
            @Nullable String atMost,
            @Nullable String tag,
            int from,
            @Nullable Integer to,
            String because) {

        static Proposal read(Entry entry) {
            return new Proposal(
                    entry.text("action"),
                    entry.text("at-least"),
                    entry.optional("at-most"),
                    entry.optional("tag"),
                    entry.has("from-age") ? entry.number("from-age", 0) : 0,
                    entry.has("to-age") ? entry.number("to-age", 0) : null,
                    entry.text("because"));
        }
    }

    public Stream<Indicator> indicators() {
        return domains.stream().flatMap(domain -> domain.indicators().stream());
    }

    public Optional<Indicator> indicator(String code) {
        return indicators().filter(each -> each.code().equals(code)).findFirst();
    }

    public Optional<ToolDomain> domain(String key) {
        return domains.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException when the tool has none of this key */
    public AnswerClass answerClass(String key) {
        return classes.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class '%s' in %s".formatted(key, name)));
    }

    /** Tags of the strands it tells apart. */
    public Set<String> tags() {
        return strands.keySet();
    }

    static Tool read(Entry entry) {
        Tool tool = new Tool(
                entry.key("key"),
                entry.text("version"),
                entry.text("name"),
                entry.text("label"),
                entry.one("subject", Subject.values(), Subject::code),
                entry.one("kind", RecordKind.values(), RecordKind::code),
                entry.key("levels"),
                entry.text("disclaimer"),
                entry.one("scale", Scale.values(), Scale::code),
                entry.number("current-months", 1),
                entry.number("recent-months", 1),
                entry.pairs("strands"),
                values(entry.rows("classes", AnswerClass::read)),
                values(entry.rows("domains", ToolDomain::read)),
                values(entry.rows("prompts", Prompt::read)),
                values(entry.rows("rules", LevelRule::read)),
                values(entry.rows("floors", LevelRule::read)),
                values(entry.rows("proposals", Proposal::read)),
                entry.has("unknown-domains") ? entry.number("unknown-domains", 1) : 0,
                Standing.read(entry),
                Validity.read(entry));
        ToolChecks.run(tool, entry);
        return tool;
    }

    private static <T> List<T> values(List<Row<T>> rows) {
        return rows.stream().map(Row::value).toList();
    }
}
