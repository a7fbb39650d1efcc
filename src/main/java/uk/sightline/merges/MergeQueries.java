package uk.sightline.merges;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.access.Colleagues.Team;

/** Reads merges, what followed, what was added since and who was told. */
@Repository
@Transactional
class MergeQueries {

    private static final String OPEN = """
            select m.id from merges.merge m
            where m.state in ('proposed', 'merged')
              and (m.kept_id = :one and m.gone_id = :other or m.kept_id = :other and m.gone_id = :one)
            """;

    private static final String LIST = """
            select m.id, m.reference, m.state, m.proposed_by, m.proposed_at, m.decided_at, m.undone_at, m.kept_id,
                   k.display_name as kept_name, k.reference as kept_reference, g.reference as gone_reference,
                   g.display_name as gone_name,
                   (select count(*) from merges.correction c
                    where c.merge_id = m.id and c.read_at is null) as unread
            from merges.merge m
            join people.summary k on k.id = m.kept_id
            join people.summary g on g.id = m.gone_id
            where (m.state = 'proposed') = :open
            order by coalesce(m.undone_at, m.decided_at, m.proposed_at) desc, m.id
            limit 100
            """;

    private static final String OF_PERSON = "select " + MergeStore.COLUMNS + """
            from merges.merge m
            where (m.kept_id = :person or m.gone_id = :person) and m.state in ('merged', 'undone')
            order by m.decided_at, m.id
            """;

    private static final String FOLLOWED = "select f.label, f.many from merges.what_followed(:id) f";

    private static final String CORRECTED = "select f.label, f.many from merges.what_was_corrected(:id) f";

    private static final String ADDED =
            "select a.tab, a.col, a.key::text as key, a.label, a.words, a.at from merges.added_since(:id) a";

    private static final String TOLD = """
            select c.id, c.reference, c.merge_id, c.what, c.told, c.because, c.told_at, c.read_by, c.read_at, c.note, c.version
            from merges.correction c where c.merge_id = :id order by c.read_at is not null, c.told_at, c.id
            """;

    private static final String CORRECTION = """
            select c.id, c.reference, c.merge_id, c.what, c.told, c.because, c.told_at, c.read_by, c.read_at, c.note, c.version
            from merges.correction c where c.id = :id
            """;

    private static final String REFERENCES = "select kept, gone, at from merges.corrected(:id)";

    private final JdbcClient sql;
    private final Colleagues colleagues;

    MergeQueries(JdbcClient sql, Colleagues colleagues) {
        this.sql = sql;
        this.colleagues = colleagues;
    }

    Optional<UUID> open(UUID one, UUID other) {
        return sql.sql(OPEN)
                .param("one", one)
                .param("other", other)
                .query(UUID.class)
                .optional();
    }

    List<Entry> list(boolean open) {
        Function<UUID, String> names = names();
        return sql.sql(LIST)
                .param("open", open)
                .query((row, n) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        Merge.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                        names.apply(row.getObject("proposed_by", UUID.class)),
                        row.getTimestamp("proposed_at").toInstant(),
                        MergeStore.at(row, "decided_at"),
                        MergeStore.at(row, "undone_at"),
                        row.getString("kept_name"),
                        row.getString("kept_reference"),
                        row.getString("gone_name"),
                        row.getString("gone_reference"),
                        row.getInt("unread")))
                .list();
    }

    /** Merges of a person that were carried out. */
    List<Merge> of(UUID person) {
        return sql.sql(OF_PERSON)
                .param("person", person)
                .query(MergeStore::read)
                .list();
    }

    /** How many rows of each kind followed. */
    List<Followed> followed(UUID merge) {
        return sql.sql(FOLLOWED).param("id", merge).query(Followed.class).list();
    }

    /** The same, for whoever is told of a correction. */
    List<Followed> whatWasCorrected(UUID correction) {
        return sql.sql(CORRECTED).param("id", correction).query(Followed.class).list();
    }

    /** What the actor sees that was added to the kept record since. */
    List<Added> added(UUID merge) {
        return sql.sql(ADDED)
                .param("id", merge)
                .query((row, n) -> new Added(
                        new Added.Place(row.getString("tab"), row.getString("col"), row.getString("key")),
                        row.getString("label"),
                        String.valueOf(row.getString("words")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<Told> told(UUID merge) {
        return corrections(sql.sql(TOLD).param("id", merge));
    }

    Optional<Told> correction(UUID id) {
        return corrections(sql.sql(CORRECTION).param("id", id)).stream().findFirst();
    }

    /** What whoever is told may know of the two records, whatever they may see of them today. */
    Optional<Corrected> corrected(UUID correction) {
        return sql.sql(REFERENCES)
                .param("id", correction)
                .query(Corrected.class)
                .optional();
    }

    private List<Told> corrections(JdbcClient.StatementSpec statement) {
        Function<UUID, String> names = names();
        return statement
                .query((row, n) -> {
                    UUID readBy = row.getObject("read_by", UUID.class);
                    return new Told(
                            row.getObject("id", UUID.class),
                            row.getString("reference"),
                            row.getObject("merge_id", UUID.class),
                            row.getString("what").equals("undone"),
                            names.apply(row.getObject("told", UUID.class)),
                            MergeStore.texts(row, "because"),
                            row.getTimestamp("told_at").toInstant(),
                            readBy == null ? null : names.apply(readBy),
                            MergeStore.at(row, "read_at"),
                            row.getString("note"),
                            row.getInt("version"));
                })
                .list();
    }

    /** Of accounts and teams. */
    Function<UUID, String> names() {
        Map<UUID, String> known = new HashMap<>();
        return id -> known.computeIfAbsent(
                id,
                each -> colleagues
                        .find(each)
                        .map(Colleague::name)
                        .or(() -> colleagues.team(each).map(Team::label))
                        .orElse("A colleague"));
    }

    /** A line of the list. */
    record Entry(
            UUID id,
            String reference,
            Merge.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant undoneAt,
            String keptName,
            String keptReference,
            String goneName,
            String goneReference,
            int unread) {}

    record Followed(String label, long many) {}

    /**
     * Somebody who was told.
     *
     * @param undone that these are two people after all; otherwise that they are one
     * @param because codes of why they are told
     */
    record Told(
            UUID id,
            String reference,
            UUID merge,
            boolean undone,
            String who,
            List<String> because,
            Instant toldAt,
            @Nullable String readBy,
            @Nullable Instant readAt,
            @Nullable String note,
            int version) {

        /** In words: "opened it and works with the person". */
        String why() {
            return String.join(
                    ", ",
                    because.stream()
                            .map(code -> switch (code) {
                                case "opened" -> "opened the record";
                                case "printed" -> "printed or exported it";
                                case "wrote" -> "wrote in it";
                                default -> "works with the person";
                            })
                            .toList());
        }
    }

    /** References of the two records, null where the reader may not be told, and when they were merged. */
    record Corrected(@Nullable String kept, @Nullable String gone, Instant at) {

        String keptOrNone() {
            return kept == null ? "that you may not see" : kept;
        }

        String goneOrNone() {
            return gone == null ? "that you may not see" : gone;
        }
    }
}
