package uk.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.access.Grounds.Span;

/** Reads what {@link AccessPolicy} weighs, in one statement an account and record. */
@Repository
class GroundsQueries {

    private static final String GROUNDS = "select access.grounds(:account, :record)::text";

    private static final String FACTS = "select kind, child_until, adult_from, people from access.facts(:record)";

    private static final String GLASS = "select reference, until_at, reason_code, reason from access.my_glass(:record)";

    /** Stands for "no record": no row has it. */
    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient sql;
    private final JsonMapper json;

    GroundsQueries(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Grounds of(UUID account) {
        return of(account, NONE);
    }

    Grounds of(UUID account, UUID record) {
        String text = sql.sql(GROUNDS)
                .param("account", account)
                .param("record", record)
                .query(String.class)
                .single();
        return read(text, account);
    }

    /** What the function {@code access.grounds} answered about an account. */
    Grounds read(String text, UUID account) {
        return json.readValue(text, Row.class).grounds(account);
    }

    Optional<RecordFacts> facts(UUID record) {
        return sql.sql(FACTS)
                .param("record", record)
                .query((row, n) -> facts(row, record))
                .optional();
    }

    /** From a row of the function {@code access.facts}. */
    static RecordFacts facts(ResultSet row, UUID record) throws SQLException {
        return new RecordFacts(
                record,
                row.getString("kind"),
                row.getObject("child_until", LocalDate.class),
                row.getObject("adult_from", LocalDate.class),
                Set.copyOf(Arrays.asList((UUID[]) row.getArray("people").getArray())));
    }

    Optional<Glass> glass(UUID record) {
        return sql.sql(GLASS)
                .param("record", record)
                .query((row, n) -> new Glass(
                        row.getString("reference"),
                        row.getTimestamp("until_at").toInstant(),
                        row.getString("reason_code"),
                        row.getString("reason")))
                .optional();
    }

    private record Row(
            boolean active,
            List<PostRow> posts,
            List<RelationshipRow> relationships,
            List<ExclusionRow> exclusions,
            List<SealRow> seals) {

        Grounds grounds(UUID account) {
            return new Grounds(
                    account,
                    active,
                    posts.stream().map(PostRow::post).toList(),
                    relationships.stream().map(RelationshipRow::relationship).toList(),
                    exclusions.stream().map(ExclusionRow::exclusion).toList(),
                    seals.stream().map(SealRow::seal).toList());
        }
    }

    private record PostRow(
            String key,
            @Nullable UUID team,
            Instant from,
            @Nullable Instant until,
            List<Grounds.Line> lines,
            Set<String> may) {
        Grounds.Post post() {
            return new Grounds.Post(key, team, new Span(from, until), lines, may);
        }
    }

    private record RelationshipRow(
            UUID holder,
            UUID subject,
            String via,
            @Nullable Set<String> kinds,
            Instant from,
            @Nullable Instant until,
            String reason) {
        Grounds.Relationship relationship() {
            return new Grounds.Relationship(holder, subject, via, kinds, new Span(from, until), reason);
        }
    }

    private record ExclusionRow(
            UUID person, Instant from, @Nullable Instant until) {
        Grounds.Exclusion exclusion() {
            return new Grounds.Exclusion(person, new Span(from, until));
        }
    }

    private record SealRow(
            UUID person,
            String level,
            @Nullable Instant from,
            @Nullable Instant until) {
        Grounds.Seal seal() {
            return new Grounds.Seal(person, level, from == null ? null : new Span(from, until));
        }
    }
}
