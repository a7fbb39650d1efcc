package uk.sightline.reference;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must agree between the rows of a pack: no row points to nothing, and no decision leads to a list that nobody keeps. */
final class CrossChecks {

    /** Code sets that the program itself asks for by name. */
    private static final Set<String> NEEDED =
            Set.of("agency-type", "route", "referral-decision", "escalation-role", "school-phase", "strand");

    private final PackRows pack;
    private final Set<String> sets;

    private CrossChecks(PackRows pack) {
        this.pack = pack;
        this.sets = keys(pack.codes(), CodeSet::key);
    }

    static void run(PackRows pack, Problems problems) {
        var checks = new CrossChecks(pack);
        NEEDED.stream()
                .filter(set -> !checks.sets.contains(set))
                .sorted()
                .forEach(set -> problems.add("pack.yaml", "the pack has no code set '" + set + "'"));
        checks.doubles();
        checks.agencies();
        checks.teams();
        checks.posts();
        checks.clocks();
        checks.codes();
        checks.decisions();
        checks.tools();
    }

    private void doubles() {
        Rows.refuseDoubles(pack.agencies().rows(), Agency::key, "key");
        Rows.refuseDoubles(pack.teams().rows(), Team::key, "key");
        Rows.refuseDoubles(pack.posts().rows(), Post::key, "key");
        Rows.refuseDoubles(pack.schools().rows(), School::urn, "urn");
        Rows.refuseDoubles(pack.schools().rows(), School::laestab, "laestab");
        Rows.refuseDoubles(pack.codes().rows(), CodeSet::key, "set");
        Rows.refuseDoubles(pack.holidays().rows(), each -> each.date().toString(), "date");
        Rows.refuseDoubles(pack.clocks().rows(), ClockRule::id, ClockRule::validity, "id");
        Rows.refuseDoubles(pack.thresholds().rows(), Threshold::key, Threshold::validity, "key");
        Rows.refuseDoubles(pack.tools().rows(), Tool::key, Tool::validity, "key");
        Rows.refuseDoubles(pack.tools().rows(), tool -> tool.key() + " " + tool.version(), "version");
    }

    private void agencies() {
        pack.agencies()
                .rows()
                .forEach(row -> inSet(row, "type", "agency-type", row.value().type()));
        pack.schools()
                .rows()
                .forEach(row -> inSet(row, "phase", "school-phase", row.value().phase()));
    }

    private void teams() {
        var agencies = keys(pack.agencies(), Agency::key);
        var posts = keys(pack.posts(), Post::key);
        for (var row : pack.teams().rows()) {
            among(row, "agency", agencies, Set.of(row.value().agency()), "agency");
            among(row, "posts", posts, row.value().posts(), "post");
            row.value().receives().forEach(route -> inSet(row, "receives", "route", route));
            row.value().posts().forEach(post -> heldThere(row, post));
        }
    }

    /** A post may be held in a team only where the team's agency is of a type the post names. */
    private void heldThere(Row<Team> row, String post) {
        var type = find(pack.agencies(), Agency::key, row.value().agency())
                .map(Agency::type)
                .findFirst();
        find(pack.posts(), Post::key, post)
                .filter(each -> type.isPresent()
                        && !each.agencyTypes().isEmpty()
                        && !each.agencyTypes().contains(type.get()))
                .forEach(each -> row.entry()
                        .problem(
                                "posts", "'%s' is not held in agencies of type '%s'".formatted(post, type.orElse(""))));
    }

    private void posts() {
        for (var row : pack.posts().rows()) {
            row.value().agencyTypes().forEach(type -> inSet(row, "agency-types", "agency-type", type));
            row.value().secondPerson().stream()
                    .filter(each -> !row.value().may(each.action(), each.object()))
                    .forEach(each -> row.entry()
                            .problem("second-person", "'%s' is not among what the post may do".formatted(each)));
        }
    }

    private void clocks() {
        for (var row : pack.clocks().rows()) {
            inSet(row, "owner", "escalation-role", row.value().owner());
            row.value().ladder().stream()
                    .flatMap(step -> step.tell().stream())
                    .forEach(role -> inSet(row, "ladder", "escalation-role", role));
            unpauseable(row);
        }
    }

    private static void unpauseable(Row<ClockRule> row) {
        var unit = row.value().limit().unit();
        if (row.value().pauseable() && (unit == Allowance.Unit.IMMEDIATE || unit == Allowance.Unit.NEXT_MEETING)) {
            row.entry().problem("pauseable", "a clock that is due at once or at a meeting cannot be paused");
        }
    }

    /** Where the other list of a mapping is in this pack, the code must be in it. */
    private void codes() {
        for (var row : pack.codes().rows()) {
            row.value()
                    .codes()
                    .forEach(code -> code.mapsTo().entrySet().stream()
                            .filter(other -> sets.contains(other.getKey()))
                            .forEach(other -> inSet(row, "codes", other.getKey(), other.getValue())));
        }
    }

    /** Every decision that goes on to somebody has a team that takes it and a clock that runs there (nobody is lost). */
    private void decisions() {
        find(pack.codes().rows().stream(), row -> row.value().key(), "referral-decision")
                .forEach(row -> row.value().codes().forEach(code -> decision(row, code)));
    }

    private void decision(Row<CodeSet> row, Code code) {
        var route = code.in("route");
        var clock = code.fact("clock");
        if (route != null && pack.teams().values().stream().noneMatch(team -> team.receives(route))) {
            row.entry().problem("codes", "decision '%s': no team receives '%s'".formatted(code.code(), route));
        }
        if (route != null && (clock == null || !runsToday(clock))) {
            row.entry().problem("codes", "decision '%s' needs a 'clock' that is in this pack".formatted(code.code()));
        }
    }

    private boolean runsToday(String clock) {
        return find(pack.clocks(), ClockRule::id, clock)
                .anyMatch(rule -> rule.validity().until() == null);
    }

    /** A tool's levels have an order, and its rules go from the highest to the lowest. */
    private void tools() {
        for (var row : pack.tools().rows()) {
            var tool = row.value();
            var levels = find(pack.codes(), CodeSet::key, tool.levels()).findFirst();
            if (levels.isEmpty()) {
                row.entry().problem("levels", "the pack has no code set '%s'".formatted(tool.levels()));
                continue;
            }
            var orders = new Levels(levels.get());
            orders.problems().forEach(each -> row.entry().problem("levels", each));
            tool.rules().forEach(rule -> inSet(row, "rules", tool.levels(), rule.level()));
            tool.floors().forEach(rule -> inSet(row, "floors", tool.levels(), rule.level()));
            tool.proposals().stream()
                    .flatMap(each -> Stream.of(each.atLeast(), each.atMost() == null ? "" : each.atMost()))
                    .forEach(level -> inSet(row, "proposals", tool.levels(), level));
            tool.strands().values().forEach(strand -> inSet(row, "strands", "strand", strand));
            tool.prompts().stream()
                    .flatMap(prompt -> prompt.questions().stream())
                    .map(Prompt.Question::set)
                    .filter(set -> set != null && !sets.contains(set))
                    .forEach(set -> row.entry().problem("prompts", "the pack has no code set '%s'".formatted(set)));
            Stream.of(
                            tool.rules().stream().flatMap(rule -> rule.then().stream()),
                            tool.floors().stream().flatMap(rule -> rule.then().stream()),
                            tool.proposals().stream().map(Tool.Proposal::action))
                    .flatMap(each -> each)
                    .forEach(action -> inSet(row, "proposals", "assessment-action", action));
            for (int i = 1; i < tool.rules().size(); i++) {
                if (orders.of(tool.rules().get(i).level())
                        > orders.of(tool.rules().get(i - 1).level())) {
                    row.entry()
                            .problem(
                                    "rules",
                                    "rules go from the highest level to the lowest: the first that holds counts");
                }
            }
        }
    }

    private void inSet(Row<?> row, String field, String set, String code) {
        var known = find(pack.codes(), CodeSet::key, set)
                .anyMatch(each -> each.find(code).isPresent());
        if (!known && sets.contains(set) && !code.isEmpty()) {
            row.entry().problem(field, "'%s' is not a code of '%s'".formatted(code, set));
        }
    }

    private static void among(Row<?> row, String field, Set<String> known, Collection<String> keys, String kind) {
        keys.stream()
                .filter(key -> !key.isEmpty() && !known.contains(key))
                .forEach(key -> row.entry().problem(field, "the pack has no %s '%s'".formatted(kind, key)));
    }

    private static <T> Set<String> keys(PackRows.Rowset<T> rows, Function<T, String> key) {
        return rows.values().stream().map(key).collect(Collectors.toSet());
    }

    private static <T> Stream<T> find(PackRows.Rowset<T> rows, Function<T, String> key, String wanted) {
        return find(rows.values().stream(), key, wanted);
    }

    private static <T> Stream<T> find(Stream<T> rows, Function<T, String> key, String wanted) {
        return rows.filter(each -> key.apply(each).equals(wanted));
    }
}
