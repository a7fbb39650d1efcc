package uk.sightline.reference;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must agree within one tool; that it names codes of the pack is for {@link CrossChecks}. */
final class ToolChecks {

    private final Tool tool;
    private final Entry entry;

    private ToolChecks(Tool tool, Entry entry) {
        this.tool = tool;
        this.entry = entry;
    }

    static void run(Tool tool, Entry entry) {
        var checks = new ToolChecks(tool, entry);
        checks.shape();
        checks.doubles();
        checks.indicators();
        checks.rules();
    }

    private void shape() {
        Stream.of("classes", "domains", "rules")
                .filter(field -> !entry.has(field))
                .forEach(field -> entry.problem("a tool needs '" + field + "'"));
        if (tool.recent() < tool.current()) {
            entry.problem("recent-months", "'recent-months' must not be less than 'current-months'");
        }
        tool.domains().stream()
                .filter(domain -> domain.indicators().isEmpty())
                .forEach(domain -> entry.problem("domains", "domain '%s' asks nothing".formatted(domain.key())));
    }

    private void doubles() {
        refuseDoubles("classes", tool.classes().stream().map(Tool.AnswerClass::key));
        refuseDoubles("domains", tool.domains().stream().map(ToolDomain::key));
        refuseDoubles("domains", tool.indicators().map(Indicator::code));
        refuseDoubles(
                "domains",
                tool.domains().stream()
                        .flatMap(each -> each.protective().stream())
                        .map(ToolDomain.Protective::code));
        refuseDoubles("prompts", tool.prompts().stream().map(Prompt::key));
    }

    private void refuseDoubles(String field, Stream<String> keys) {
        Set<String> seen = new HashSet<>();
        keys.filter(key -> !key.isEmpty() && !seen.add(key))
                .forEach(key -> entry.problem(field, "'%s' is here twice".formatted(key)));
    }

    private void indicators() {
        Set<String> classes = classes();
        tool.indicators().forEach(each -> {
            String counts = each.answerClass();
            if (tool.scale() == Tool.Scale.CERTAINTY && (counts == null || !classes.contains(counts))) {
                entry.problem("domains", "indicator '%s' needs a 'class' of this tool".formatted(each.code()));
            }
            if (tool.scale() == Tool.Scale.JUDGEMENT && counts != null) {
                entry.problem("domains", "indicator '%s' has a 'class', but the answer is one".formatted(each.code()));
            }
            among("indicator '%s'".formatted(each.code()), "tag", tool.tags(), each.tags());
        });
    }

    private void rules() {
        Set<String> codes = tool.indicators().map(Indicator::code).collect(Collectors.toSet());
        for (LevelRule rule :
                Stream.concat(tool.rules().stream(), tool.floors().stream()).toList()) {
            String name = "rule '%s'".formatted(rule.because());
            among(name, "class", classes(), rule.when().classes());
            among(name, "indicator", codes, rule.when().codes());
            String tag = rule.when().tag();
            among(name, "tag", tool.tags(), tag == null ? Set.of() : Set.of(tag));
        }
        tool.proposals().stream()
                .filter(each -> each.tag() != null && !tool.tags().contains(each.tag()))
                .forEach(each -> entry.problem("proposals", "no tag '%s' in this tool".formatted(each.tag())));
        List<LevelRule> rules = tool.rules();
        if (!rules.isEmpty() && !rules.getLast().when().isAlways()) {
            entry.problem("rules", "the last rule must always hold: it has no 'when'");
        }
        if (rules.stream()
                .limit(Math.max(0, rules.size() - 1))
                .anyMatch(rule -> rule.when().isAlways())) {
            entry.problem("rules", "only the last rule may have no 'when'");
        }
    }

    private Set<String> classes() {
        return tool.classes().stream().map(Tool.AnswerClass::key).collect(Collectors.toSet());
    }

    private void among(String where, String what, Set<String> known, Collection<String> named) {
        named.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> entry.problem(
                        "%s names the %s '%s', which this tool does not have".formatted(where, what, each)));
    }
}
