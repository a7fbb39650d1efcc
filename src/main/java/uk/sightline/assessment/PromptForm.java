package uk.sightline.assessment;

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
import uk.sightline.govuk.FieldErrors;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Prompt;

/** A group of questions as it was typed; a question's field is its key, {@code key.was} what the page was opened with. */
record PromptForm(Prompt prompt, Map<String, List<String>> typed) {

    private static final int LONGEST = 4_000;

    /** A reply that is to be kept. */
    record Typed(String question, @Nullable String body, Set<String> codes) {
        boolean isNothing() {
            return body == null && codes.isEmpty();
        }
    }

    static PromptForm of(Prompt prompt, Map<String, String[]> posted) {
        Map<String, List<String>> typed = new HashMap<>();
        posted.forEach((name, values) -> typed.put(name, List.copyOf(Arrays.asList(values))));
        return new PromptForm(prompt, typed);
    }

    /** As it stands on the record. */
    static PromptForm of(Sheet sheet, Prompt prompt) {
        Map<String, List<String>> typed = new HashMap<>();
        for (Prompt.Question question : prompt.questions()) {
            sheet.reply(prompt.key(), question.key()).ifPresent(reply -> {
                typed.put(question.key(), reply.body() == null ? List.copyOf(reply.codes()) : List.of(reply.body()));
                typed.put(question.key() + ".was", List.of(reply.id().toString()));
            });
        }
        return new PromptForm(prompt, typed);
    }

    String value(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    List<String> values(String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .map(each -> each.replace("\0", "").strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Nullable UUID basedOn(String question) {
        try {
            return value(question + ".was").isEmpty() ? null : UUID.fromString(value(question + ".was"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    List<Typed> replies() {
        return prompt.questions().stream()
                .map(question -> switch (question.form()) {
                    case WORDS -> new Typed(question.key(), orNull(cut(value(question.key()))), Set.of());
                    case YES_NO ->
                        new Typed(
                                question.key(),
                                Optional.of(value(question.key()))
                                        .filter(each ->
                                                Set.of("yes", "no", "unknown").contains(each))
                                        .orElse(null),
                                Set.of());
                    case CODES ->
                        new Typed(
                                question.key(),
                                null,
                                values(question.key()).stream().collect(Collectors.toUnmodifiableSet()));
                })
                .toList();
    }

    FieldErrors errors(PracticePack pack) {
        FieldErrors.Builder errors = FieldErrors.builder();
        for (Prompt.Question question : prompt.questions()) {
            if (value(question.key()).length() > LONGEST) {
                errors.add(question.key(), "The answer may have up to 4,000 characters");
            }
            String set = question.set();
            if (set != null
                    && values(question.key()).stream()
                            .anyMatch(code -> pack.codes(set).find(code).isEmpty())) {
                errors.add(question.key(), "Choose from the list");
            }
        }
        return errors.build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String cut(String text) {
        return Objects.requireNonNull(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }
}
