package uk.sightline.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.sightline.identity.NameWords;
import uk.sightline.people.Fact.PersonIdentifier;

/**
 * By what the rows of one file are told from each other: the number that the source gives a row, and what hardly two people
 * share. Hashes, so that a file does not lie about in its parts.
 */
@Repository
class ImportSeen {

    private static final String ADD = """
            insert into imports.seen (batch_id, hash, no, one, other)
            select :batch, s.hash, s.no, s.one, s.other
            from unnest(:hashes::uuid[], :nos::int[], :ones::bigint[], :others::bigint[]) as s (hash, no, one, other)
            on conflict do nothing
            """;

    private static final String EARLIER = """
            select k.no, k.hash, e.no as earlier, e.one, e.other
            from unnest(:hashes::uuid[], :nos::int[]) as k (hash, no)
            cross join lateral (
              select s.no, s.one, s.other from imports.seen s
              where s.batch_id = :batch and s.hash = k.hash and s.no < k.no
              order by s.no limit 1) as e
            """;

    private static final String FORGET = "delete from imports.seen where batch_id = :batch";

    private final JdbcClient sql;

    ImportSeen(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the sign is of. */
    enum Sign {
        NUMBER_OF_THE_ROW,
        NAME_AND_BIRTH,
        NUMBER_OF_THE_PERSON
    }

    /**
     * A sign by which a row may be met again.
     *
     * @param one of the row's number: what it says; of a person's: the name
     * @param other of a person's number: the birth date, 0 when nobody knows
     */
    record Mark(Sign sign, UUID hash, int no, long one, long other) {}

    /** The first earlier row with the same sign. */
    record Earlier(Mark mark, int no, long one, long other) {

        boolean saysTheSame() {
            return one == mark.one;
        }

        /** Another name and another birth date under one number. */
        boolean isSomebodyElse() {
            return one != mark.one && other != mark.other && other != 0 && mark.other != 0;
        }
    }

    static Mark row(int no, String key, UUID said) {
        return new Mark(Sign.NUMBER_OF_THE_ROW, ImportText.shortHash("s" + key), no, said.getMostSignificantBits(), 0);
    }

    /** Of somebody who would be new. */
    static List<Mark> person(int no, ImportContent content) {
        List<Mark> marks = new ArrayList<>();
        List<String> words = NameWords.of(content.fullName());
        String name = words.stream().sorted().collect(Collectors.joining(" "));
        long born = content.hasBirthDay()
                ? content.born().firstPossibleDay().orElseThrow().toEpochDay()
                : 0;
        if (words.size() > 1 && content.hasBirthDay()) {
            marks.add(new Mark(Sign.NAME_AND_BIRTH, ImportText.shortHash("e" + name + born), no, 0, 0));
        }
        long named = ImportText.shortHash(name).getMostSignificantBits();
        for (PersonIdentifier number : content.numbers()) {
            UUID hash = ImportText.shortHash("x" + number.scheme() + number.value());
            marks.add(new Mark(Sign.NUMBER_OF_THE_PERSON, hash, no, named, born));
        }
        return marks;
    }

    void add(UUID batch, List<Mark> marks) {
        sql.sql(ADD)
                .param("batch", batch)
                .param("hashes", marks.stream().map(Mark::hash).toArray(UUID[]::new))
                .param("nos", marks.stream().map(Mark::no).toArray(Integer[]::new))
                .param("ones", marks.stream().map(Mark::one).toArray(Long[]::new))
                .param("others", marks.stream().map(Mark::other).toArray(Long[]::new))
                .update();
    }

    /** For each row, what earlier rows have in common with it. */
    Map<Integer, List<Earlier>> earlier(UUID batch, List<Mark> marks) {
        Map<UUID, List<Mark>> byHash = marks.stream().collect(Collectors.groupingBy(Mark::hash));
        Map<Integer, List<Earlier>> found = new HashMap<>();
        sql.sql(EARLIER)
                .param("batch", batch)
                .param("hashes", marks.stream().map(Mark::hash).toArray(UUID[]::new))
                .param("nos", marks.stream().map(Mark::no).toArray(Integer[]::new))
                .query(row -> {
                    int no = row.getInt("no");
                    Mark mark = mark(byHash.getOrDefault(row.getObject("hash", UUID.class), List.of()), no);
                    if (mark != null) {
                        found.computeIfAbsent(no, each -> new ArrayList<>())
                                .add(new Earlier(
                                        mark, row.getInt("earlier"), row.getLong("one"), row.getLong("other")));
                    }
                });
        return found;
    }

    private static @Nullable Mark mark(List<Mark> marks, int no) {
        return marks.stream().filter(mark -> mark.no == no).findFirst().orElse(null);
    }

    void forget(UUID batch) {
        sql.sql(FORGET).param("batch", batch).update();
    }
}
