package uk.sightline.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.imports.ImportOrigins.Origin;
import uk.sightline.imports.ImportSeen.Earlier;
import uk.sightline.imports.ImportSeen.Sign;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.Recognition.Answer;

/**
 * What is to become of a row, by what is certain only (PRACTICE §16): the source has spoken of it before under the same
 * number, or the index knows surely who it is. Whoever is merely alike is listed for a person to look at, never merged; a
 * number that speaks against the name and the birth date is refused.
 */
record ImportDecisions(ImportRows rows, Map<Integer, List<Earlier>> earlier, Map<Integer, Answer> answers) {

    /** @param nothingNew whether the record of whoever it is has all that the row says */
    ImportPlan plan(int no, boolean nothingNew) {
        ImportRemark refused = rows.refused(no);
        if (refused != null) {
            return ImportPlan.rejected(no, refused);
        }
        Optional<Earlier> first = first(no, Sign.NUMBER_OF_THE_ROW);
        if (first.isPresent()) {
            return first.get().saysTheSame() ? ImportPlan.repeats(no) : taken(no, first.get());
        }
        Origin origin = rows.origin(no);
        ImportContent content = rows.content(no);
        if (content == null) {
            return ImportPlan.same(no, Objects.requireNonNull(origin));
        }
        if (origin != null) {
            return again(no, content, origin);
        }
        return content.person() == null
                ? firstTime(no, content, nothingNew)
                : ofSomebody(no, content, content.person(), nothingNew);
    }

    /** Who a row is about of which the source has not spoken. */
    Optional<UUID> who(int no, ImportContent content) {
        return content.person() == null
                ? answer(no).person()
                : rows.person(content.person()).map(Origin::person);
    }

    private Answer answer(int no) {
        return answers.getOrDefault(no, Answer.NOBODY);
    }

    private Optional<Earlier> first(int no, Sign sign) {
        return earlier.getOrDefault(no, List.of()).stream()
                .filter(met -> met.mark().sign() == sign)
                .findFirst();
    }

    private ImportPlan taken(int no, Earlier first) {
        return rejected(
                no,
                "number",
                "Row %d has the same number of its own and says something else. Correct one of them."
                        .formatted(first.no()),
                rows.key(no));
    }

    private ImportPlan again(int no, ImportContent content, Origin origin) {
        if (!Set.of(origin.person()).containsAll(answer(no).sure())) {
            return conflict(no, content);
        }
        Map<String, String> before = ImportContent.read(origin.content());
        boolean changes = content.said().entrySet().stream()
                .anyMatch(part -> !part.getValue().equals(before.get(part.getKey())));
        return ImportPlan.known(no, content, said(no), origin.person(), changes, origin);
    }

    private ImportPlan firstTime(int no, ImportContent content, boolean nothingNew) {
        Answer answer = answer(no);
        if (answer.isContradicted()) {
            return conflict(no, content);
        }
        if (answer.person().isPresent()) {
            boolean tellsMore = !nothingNew || answer.tellsBirth();
            return ImportPlan.known(no, content, said(no), answer.person().get(), tellsMore, null);
        }
        if (answer.isAnothers()) {
            return anothers(no, content);
        }
        Optional<Earlier> numbered = first(no, Sign.NUMBER_OF_THE_PERSON);
        return numbered.filter(Earlier::isSomebodyElse)
                .map(met -> sameNumber(no, content, met))
                .orElseGet(() -> added(no, content, answer));
    }

    private ImportPlan added(int no, ImportContent content, Answer answer) {
        @Nullable Integer first = earlier.getOrDefault(no, List.of()).stream()
                .map(Earlier::no)
                .min(Integer::compare)
                .orElse(null);
        return ImportPlan.added(no, content, said(no), first, new LinkedHashSet<>(answer.possible()));
    }

    private ImportPlan ofSomebody(int no, ImportContent content, String person, boolean nothingNew) {
        return rows.person(person)
                .map(origin -> ImportPlan.known(no, content, said(no), origin.person(), !nothingNew, null))
                .orElseGet(() -> rejected(
                        no,
                        rows.usable(no).row().heading(ImportField.SOURCE_ID, "number"),
                        "This source has brought nobody with this number. Import its people first, and name the source the "
                                + "same.",
                        person));
    }

    private ImportPlan conflict(int no, ImportContent content) {
        return wrongNumber(
                no,
                content,
                "A verified number in this row is on the record of somebody with another name and date of birth, or on "
                        + "two records.");
    }

    private ImportPlan anothers(int no, ImportContent content) {
        return wrongNumber(
                no,
                content,
                "A number in this row is on the record of somebody with another name and another date of birth.");
    }

    private ImportPlan sameNumber(int no, ImportContent content, Earlier met) {
        return wrongNumber(
                no,
                content,
                "Row %d has the same number with another name and another date of birth.".formatted(met.no()));
    }

    private static ImportPlan wrongNumber(int no, ImportContent content, String says) {
        return rejected(
                no,
                number(content).scheme().label(),
                says + " Check the number with whoever issued it. Nobody was merged.",
                number(content).value());
    }

    private static PersonIdentifier number(ImportContent content) {
        return content.numbers().getFirst();
    }

    private UUID said(int no) {
        return rows.usable(no).said();
    }

    private static ImportPlan rejected(int no, String field, String says, @Nullable String value) {
        return ImportPlan.rejected(no, ImportRemark.rejected(field, says, value));
    }
}
