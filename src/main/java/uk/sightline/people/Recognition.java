package uk.sightline.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.NameWords;
import uk.sightline.people.Probe.Clue;

/**
 * Who many people of a file may be, some thousand at once: surely, and possibly. Sure is only what PRACTICE §16 lets be
 * sure: a verified or traced NHS number, UPN or the like is the same, and the name or the birth date agrees. Whoever is
 * merely alike is for a person to look at. Closed people, and those whom whoever asks is kept away from, are not looked at:
 * their keys are not read.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Recognition {

    /** As many as somebody would look at for one row. */
    private static final int MOST_POSSIBLE = 5;

    /** A key that hardly two people share, and yet so many do: the rest is not read. */
    private static final int MOST_WITH_KEY = 20;

    private static final String HOLDERS = """
            select asked.key, found.person_id
            from unnest(:keys::text[]) as asked (key)
            cross join lateral (
              select k.person_id from people.search_key k where k.key = asked.key and not k.closed limit :most) as found
            """;

    private static final String MAY_MATCH = "select people.may_match(:ids::uuid[], :maker)";

    private final JdbcClient sql;
    private final CandidateQueries people;

    Recognition(JdbcClient sql, CandidateQueries people) {
        this.sql = sql;
        this.people = people;
    }

    /**
     * Somebody as a row tells of them.
     *
     * @param no of the row
     * @param numbers by which they may be known for certain
     */
    public record Asked(int no, String name, BirthDate born, List<Clue> numbers) {
        private Set<String> telling() {
            return SearchKeys.telling(new Probe(name, born, numbers));
        }
    }

    /**
     * Who somebody is.
     *
     * @param sure those with one of the numbers, verified or traced
     * @param agrees whether there is one such, and their name or birth date is the same
     * @param tellsBirth whether nobody knows the birth date of that one, and the row does
     * @param possible a few who share a number or the whole name and birth date
     * @param isAnothers whether everybody with one of the numbers, of whatever status, has another name and was born on another
     *     day
     */
    public record Answer(Set<UUID> sure, boolean agrees, boolean tellsBirth, Set<UUID> possible, boolean isAnothers) {

        public static final Answer NOBODY = new Answer(Set.of(), false, false, Set.of(), false);

        /** The one person who it is for certain. */
        public Optional<UUID> person() {
            return agrees ? sure.stream().findFirst() : Optional.empty();
        }

        /** Whether the numbers say that it is somebody, and nothing else does. */
        public boolean isContradicted() {
            return !sure.isEmpty() && !agrees;
        }
    }

    /**
     * Answers by the number of the row; whoever is like nobody has {@link Answer#NOBODY}.
     *
     * @param maker on whose behalf it is asked
     */
    public Map<Integer, Answer> of(Collection<Asked> rows, UUID maker) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Set<String>> keys = rows.stream().collect(Collectors.toMap(Asked::no, Asked::telling));
        Map<String, Set<UUID>> holders = holders(keys, maker);
        Map<UUID, Compared> numbered = numbered(holders);
        Map<Integer, Answer> answers = new HashMap<>();
        for (Asked row : rows) {
            Set<UUID> possible = new LinkedHashSet<>();
            keys.getOrDefault(row.no(), Set.of()).forEach(key -> possible.addAll(holders.getOrDefault(key, Set.of())));
            answers.put(row.no(), possible.isEmpty() ? Answer.NOBODY : answer(row, possible, numbered));
        }
        return answers;
    }

    private static Answer answer(Asked row, Set<UUID> possible, Map<UUID, Compared> numbered) {
        List<Compared> holders = possible.stream()
                .filter(numbered::containsKey)
                .map(numbered::get)
                .filter(other -> row.numbers().stream().anyMatch(number -> has(other, number)))
                .toList();
        List<Compared> sure = holders.stream()
                .filter(other -> row.numbers().stream().anyMatch(number -> isSure(other, number)))
                .toList();
        return new Answer(
                sure.stream().map(Compared::id).collect(Collectors.toSet()),
                sure.size() == 1 && agrees(row, sure.getFirst()),
                sure.size() == 1
                        && sure.getFirst().born() instanceof BirthDate.Unknown
                        && row.born() instanceof BirthDate.Between,
                possible.stream().limit(MOST_POSSIBLE).collect(Collectors.toCollection(LinkedHashSet::new)),
                !holders.isEmpty() && holders.stream().allMatch(other -> isSomebodyElse(row, other)));
    }

    private Map<String, Set<UUID>> holders(Map<Integer, Set<String>> keys, UUID maker) {
        String[] asked = keys.values().stream().flatMap(Set::stream).distinct().toArray(String[]::new);
        Map<String, Set<UUID>> found = new HashMap<>();
        Set<UUID> all = new HashSet<>();
        sql.sql(HOLDERS).param("keys", asked).param("most", MOST_WITH_KEY).query(row -> {
            UUID person = row.getObject("person_id", UUID.class);
            all.add(person);
            found.computeIfAbsent(row.getString("key"), key -> new LinkedHashSet<>())
                    .add(person);
        });
        Set<UUID> open = mayMatch(all, maker);
        found.values().forEach(people -> people.retainAll(open));
        return found;
    }

    private Set<UUID> mayMatch(Set<UUID> people, UUID maker) {
        return people.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.sql(MAY_MATCH)
                        .param("ids", people.toArray(UUID[]::new))
                        .param("maker", maker)
                        .query(UUID.class)
                        .list());
    }

    private Map<UUID, Compared> numbered(Map<String, Set<UUID>> holders) {
        List<UUID> ids = new ArrayList<>();
        holders.forEach((key, people) -> {
            if (key.startsWith("x:")) {
                ids.addAll(people);
            }
        });
        return ids.isEmpty()
                ? Map.of()
                : people.facts(new HashSet<>(ids)).stream().collect(Collectors.toMap(Compared::id, each -> each));
    }

    private static boolean has(Compared other, Clue number) {
        return other.identifiers().stream()
                .anyMatch(
                        held -> held.scheme() == number.scheme() && held.value().equals(number.value()));
    }

    private static boolean isSomebodyElse(Asked row, Compared other) {
        return isOnOneDay(row.born()) && isOnOneDay(other.born()) && !agrees(row, other);
    }

    private static boolean isOnOneDay(BirthDate born) {
        return born.precision() == BirthDate.Precision.DAY;
    }

    private static boolean isSure(Compared other, Clue number) {
        return other.identifiers().stream()
                .anyMatch(held -> held.scheme() == number.scheme()
                        && held.value().equals(number.value())
                        && (held.status().equals("verified") || held.status().equals("traced")));
    }

    private static boolean agrees(Asked row, Compared other) {
        boolean born = row.born() instanceof BirthDate.Between && row.born().equals(other.born());
        Set<String> words = words(row.name());
        return born || other.names().stream().anyMatch(name -> words(name).equals(words));
    }

    private static Set<String> words(String name) {
        return new TreeSet<>(NameWords.of(name));
    }
}
