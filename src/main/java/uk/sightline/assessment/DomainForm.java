package uk.sightline.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.sightline.assessment.Answered.Typed;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.levels.Said;
import uk.sightline.reference.CodeSet;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.Tool;
import uk.sightline.reference.ToolDomain;

/**
 * The page of a domain as it was typed. An indicator's fields begin with its code: {@code D1.03}, {@code D1.03.seen.day} and so
 * on; {@code D1.03.was} is the answer that the page was opened with.
 */
record DomainForm(Tool tool, ToolDomain asked, Map<String, List<String>> typed) {

    static final String ANALYSIS = "analysis";

    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_ANALYSIS = 10_000;

    static DomainForm of(Tool tool, ToolDomain domain, Map<String, String[]> posted) {
        Map<String, List<String>> typed = new HashMap<>();
        posted.forEach((name, values) -> typed.put(name, List.copyOf(Arrays.asList(values))));
        return new DomainForm(tool, domain, typed);
    }

    String domain() {
        return asked.key();
    }

    String value(String field) {
        List<String> values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst().replace("\0", "").strip();
    }

    DateParts seen(String code) {
        return new DateParts(value(code + ".seen.day"), value(code + ".seen.month"), value(code + ".seen.year"));
    }

    @Nullable UUID basedOn(String field) {
        try {
            return value(field + ".was").isEmpty() ? null : UUID.fromString(value(field + ".was"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What can be kept: an answer that cannot be read is left as it was. */
    List<Typed> answers() {
        return asked.indicators().stream()
                .map(this::answer)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Typed> answer(Indicator indicator) {
        String code = indicator.code();
        String chosen = value(code);
        boolean judged = tool.scale() == Tool.Scale.JUDGEMENT
                && tool.classes().stream().anyMatch(each -> each.key().equals(chosen));
        Optional<Said> said = judged ? Optional.of(Said.EVIDENCED) : Said.of(chosen);
        if (said.isEmpty()
                || tool.scale() == Tool.Scale.JUDGEMENT && !judged && said.get().isKnown()) {
            return Optional.empty();
        }
        boolean yes = said.get().isYes() && !judged;
        return Optional.of(new Typed(
                code,
                said.get(),
                judged ? chosen : null,
                yes ? seen(code).date().orElse(null) : null,
                yes && !value(code + ".earlier").isEmpty(),
                orNull(value(code + ".source")),
                orNull(cut(value(code + ".note"), LONGEST_NOTE))));
    }

    /** While the person is in the room the page asks for neither source nor note: what is known of them stays. */
    Typed completed(Typed read, @Nullable Answered latest) {
        boolean asked = typed.containsKey(read.indicator() + ".note");
        return asked || latest == null
                ? read
                : new Typed(
                        read.indicator(),
                        read.said(),
                        read.judged(),
                        read.lastSeen(),
                        read.earlier(),
                        latest.source(),
                        latest.note());
    }

    boolean asksAnalysis() {
        return typed.containsKey(ANALYSIS);
    }

    String analysis() {
        return cut(value(ANALYSIS), LONGEST_ANALYSIS);
    }

    Set<String> protective() {
        Set<String> known =
                asked.protective().stream().map(ToolDomain.Protective::code).collect(Collectors.toSet());
        return typed.getOrDefault("protective", List.of()).stream()
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    FieldErrors errors(LocalDate today, CodeSet sources) {
        FieldErrors.Builder errors = FieldErrors.builder();
        for (Indicator indicator : asked.indicators()) {
            String code = indicator.code();
            boolean yes = Said.of(value(code)).map(Said::isYes).orElse(false);
            if (yes) {
                date(errors, code, today);
            }
            if (!value(code + ".source").isEmpty()
                    && sources.find(value(code + ".source")).isEmpty()) {
                errors.add(code + ".source", "Choose who says so from the list");
            }
            if (value(code + ".note").length() > LONGEST_NOTE) {
                errors.add(code + ".note", "The note may have up to 4,000 characters");
            }
        }
        if (value(ANALYSIS).length() > LONGEST_ANALYSIS) {
            errors.add(ANALYSIS, "What you make of it may have up to 10,000 characters");
        }
        return errors.build();
    }

    private void date(FieldErrors.Builder errors, String code, LocalDate today) {
        DateParts seen = seen(code);
        if (seen.isBlank()) {
            return;
        }
        String problem = seen.problem("The day it was seen last");
        if (problem == null && seen.date().filter(day -> day.isAfter(today)).isPresent()) {
            problem = "The day it was seen last must be today or in the past";
        }
        if (problem != null) {
            errors.add(code + ".seen", problem, code + ".seen-day");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** As it stands on the record, for a page that is opened. */
    static DomainForm of(Sheet sheet, ToolDomain domain) {
        Map<String, List<String>> typed = new HashMap<>();
        for (Indicator indicator : domain.indicators()) {
            Answered answer = sheet.answers().get(indicator.code());
            if (answer != null) {
                put(typed, indicator.code(), answer);
            }
        }
        typed.put(ANALYSIS, List.of(Objects.requireNonNullElse(sheet.analysis(domain.key()), "")));
        typed.put("protective", List.copyOf(sheet.protective(domain.key())));
        AnswerStore.Analysis analysis = sheet.analyses().get(domain.key());
        if (analysis != null) {
            typed.put(ANALYSIS + ".was", List.of(analysis.id().toString()));
        }
        return new DomainForm(sheet.tool(), domain, typed);
    }

    private static void put(Map<String, List<String>> typed, String code, Answered answer) {
        DateParts seen = DateParts.of(answer.lastSeen());
        typed.put(code, List.of(answer.judged() == null ? answer.said().code() : answer.judged()));
        typed.put(code + ".was", List.of(answer.id().toString()));
        typed.put(code + ".seen.day", List.of(Objects.requireNonNullElse(seen.day(), "")));
        typed.put(code + ".seen.month", List.of(Objects.requireNonNullElse(seen.month(), "")));
        typed.put(code + ".seen.year", List.of(Objects.requireNonNullElse(seen.year(), "")));
        typed.put(code + ".earlier", answer.earlier() ? List.of("yes") : List.of());
        typed.put(code + ".source", List.of(Objects.requireNonNullElse(answer.source(), "")));
        typed.put(code + ".note", List.of(Objects.requireNonNullElse(answer.note(), "")));
    }
}
