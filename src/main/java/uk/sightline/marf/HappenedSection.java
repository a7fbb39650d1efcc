package uk.sightline.marf;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.London;

/** Block E, what is known: facts, when and where, how it is known, and their own words, each in a field of its own. */
final class HappenedSection implements Section {

    static final String KEY = "happened";

    private static final String NOT_HEARD = "(The referrer has not heard them speak about it.)";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "What has happened";
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(
                Field.text("facts", "What happened"),
                Field.date("on", "Day"),
                Field.text("when", "When"),
                Field.text("where", "Where"),
                Field.text("who", "Who was involved"),
                Field.choice("source", "How you know", "information-source"),
                Field.text("ownWords", "In their own words"),
                Field.tick("noWords", "I have not heard them speak about it"));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        if (!answers.has("facts")) {
            wrong.add("facts", "Say what happened");
        }
        checkDay(answers.date("on"), filling, wrong);
        if (answers.date("on").isBlank() && !answers.has("when")) {
            wrong.add("when", "Say when it happened. \"Over the last month\" is enough");
        }
        if (!answers.has("where")) {
            wrong.add("where", "Say where it happened, or \"not known\"");
        }
        if (!filling.chosen(answers, "source", "information-source")) {
            wrong.add("source", "Say how you know");
        }
        if (!answers.has("ownWords") && !answers.has("noWords")) {
            wrong.add("ownWords", "Write what they said, or tick that you have not heard them speak about it");
        }
    }

    private static void checkDay(DateParts day, Filling filling, FieldErrors.Builder wrong) {
        String problem = day.isBlank() ? null : day.problem("The day it happened");
        if (problem != null) {
            wrong.add("on", problem, "on-day");
        } else if (day.date().filter(filling.today()::isBefore).isPresent()) {
            wrong.add("on", "The day it happened must be today or earlier", "on-day");
        }
    }

    static String whenAndWhere(Answers answers) {
        String when = Stream.concat(answers.date("on").date().map(London::day).stream(), answers.given("when").stream())
                .collect(Collectors.joining(", "));
        return "When: %s\nWhere: %s".formatted(when, answers.text("where"));
    }

    static String ownWords(Answers answers) {
        return answers.given("ownWords").orElse(NOT_HEARD);
    }
}
