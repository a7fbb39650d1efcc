package uk.sightline.people;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.NameWords;
import uk.sightline.people.Fact.PersonIdentifier;
import uk.sightline.people.ImportQueries.Origin;
import uk.sightline.people.Probe.Clue;

/**
 * Who a row is, by what is certain only (PRACTICE §16): the source has spoken of them before under the same number, or a
 * verified or traced NHS number, UPN or child ID is the same and the name or the birth date agrees. Whoever is merely
 * alike is listed for a person to look at, never merged.
 */
record ImportMatching(
        Map<String, Origin> origins, Map<String, Set<UUID>> holders, Map<UUID, Compared> compared, ImportFacts facts) {

    ImportPlan plan(int no, ImportContent content, Map<String, Integer> earlier) {
        Integer repeated = earlier.get("c:");
        if (repeated != null) {
            return ImportPlan.repeats(no, content, repeated);
        }
        Integer taken = earlier.get("s:");
        if (taken != null) {
            return ImportPlan.rejected(
                    no,
                    content,
                    "number",
                    "Row %d has the same number of its own, “%s”, and says something else. Correct one of them."
                            .formatted(taken, content.keyOrHash()));
        }
        @Nullable Origin origin = origins.get(content.keyOrHash());
        Set<UUID> sure = holdersOfNumbers(content);
        return origin == null ? firstTime(no, content, earlier, sure) : again(no, content, origin, sure);
    }

    private ImportPlan again(int no, ImportContent content, Origin origin, Set<UUID> sure) {
        if (!Set.of(origin.person()).containsAll(sure)) {
            return conflict(no, content);
        }
        Map<String, String> before = ImportContent.read(origin.content());
        boolean changes = content.said().entrySet().stream()
                .anyMatch(part -> !part.getValue().equals(before.get(part.getKey())));
        return ImportPlan.known(no, content, origin.person(), changes, before, origin.content());
    }

    private ImportPlan firstTime(int no, ImportContent content, Map<String, Integer> earlier, Set<UUID> sure) {
        if (sure.isEmpty()) {
            @Nullable Integer sameAs = java.util.stream.Stream.of(earlier.get("e:"), earlier.get("x:"))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return ImportPlan.added(no, content, sameAs, alike(content));
        }
        Optional<Compared> one = sure.size() == 1
                ? Optional.ofNullable(compared.get(sure.iterator().next()))
                : Optional.empty();
        return one.filter(other -> agrees(content, other))
                .map(other -> matched(no, content, other))
                .orElseGet(() -> conflict(no, content));
    }

    private ImportPlan matched(int no, ImportContent content, Compared other) {
        boolean tellsMore = content.facts().values().stream()
                        .anyMatch(fact -> facts.find(fact.kind(), other.id(), ImportFacts.said(fact), null)
                                .isEmpty())
                || other.born() instanceof BirthDate.Unknown && !(content.born() instanceof BirthDate.Unknown);
        return ImportPlan.known(no, content, other.id(), tellsMore, Map.of(), null);
    }

    private static ImportPlan conflict(int no, ImportContent content) {
        return ImportPlan.rejected(
                no,
                content,
                content.numbers().getFirst().scheme().label(),
                "A verified number in this row is on the record of somebody with another name and date of birth, or on "
                        + "two records. Check the number with whoever issued it. Nobody was merged.");
    }

    private static boolean agrees(ImportContent content, Compared other) {
        boolean born =
                content.born() instanceof BirthDate.Between && content.born().equals(other.born());
        Set<String> words = words(content.fullName());
        return born || other.names().stream().anyMatch(name -> words(name).equals(words));
    }

    private static Set<String> words(String name) {
        return new TreeSet<>(NameWords.of(name));
    }

    /** Those who have one of the row's numbers, verified or traced. */
    private Set<UUID> holdersOfNumbers(ImportContent content) {
        Set<UUID> sure = new HashSet<>();
        for (PersonIdentifier number : content.numbers()) {
            String value = String.valueOf(number.value());
            List<UUID> having =
                    List.copyOf(holders.getOrDefault(SearchKeys.clue(new Clue(number.scheme(), value)), Set.of()));
            having.stream().filter(id -> isSure(id, number.scheme(), value)).forEach(sure::add);
        }
        return sure;
    }

    private boolean isSure(UUID id, IdentifierScheme scheme, String value) {
        @Nullable Compared other = compared.get(id);
        return other != null
                && other.identifiers().stream()
                        .anyMatch(held -> held.scheme() == scheme
                                && held.value().equals(value)
                                && (held.status().equals("verified")
                                        || held.status().equals("traced")));
    }

    private Set<UUID> alike(ImportContent content) {
        Set<UUID> alike = new LinkedHashSet<>();
        content.telling().forEach(key -> alike.addAll(holders.getOrDefault(key, Set.of())));
        return alike;
    }
}
