package uk.sightline.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.platform.Actor;
import uk.sightline.platform.BulkRows;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** What {@link Records} does, for very many records at once; it also closes records to all but a list. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BulkRecords {

    private static final String FACTS = "id uuid, kind text, child_until date, adult_from date, people uuid[]";
    private static final String KEEP = """
            access.keep_records(array_agg(id), array_agg(kind), array_agg(child_until), array_agg(adult_from),
                                array_agg(people::text))""";
    private static final String RELATIONSHIP =
            "id, holder, subject_id, via, kinds, from_at, until_at, reason, granted_by, created_at";
    private static final String SEAL = "person_id, level, reason, ask, created_by, created_at";
    private static final String SEAL_MEMBER = "person_id, account_id, from_at, created_by, created_at";
    private static final String EXCLUSION = "id, account_id, person_id, from_at, reason, created_by, created_at";

    private static final String REACHES = "select access.holder_reaches(?, ?, ?, ?)";
    private static final String ADD = "select access.add_records(?::uuid[], ?, ?::date[], ?::date[])";
    private static final String DROP = "select access.drop_record(gone.id) from unnest(?::uuid[]) as gone (id)";

    private final JdbcOperations sql;
    private final PracticePack pack;

    BulkRecords(JdbcOperations sql, PracticePack pack) {
        this.sql = sql;
        this.pack = pack;
    }

    /** Puts records under the policy. */
    public void keep(Collection<RecordFacts> records) {
        BulkRows rows = BulkRows.through("record", FACTS, KEEP);
        records.forEach(each -> rows.add(each.id(), each.kind(), each.childUntil(), each.adultFrom(), each.people()));
        rows.write(sql);
    }

    /**
     * Puts new people under the policy: records of one kind that nobody knew of, each about itself.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one is known already
     */
    public void add(String kind, Collection<RecordFacts> records) {
        Object[] ids = records.stream().map(RecordFacts::id).toArray();
        Object[] childUntil =
                records.stream().map(each -> text(each.childUntil())).toArray();
        Object[] adultFrom =
                records.stream().map(each -> text(each.adultFrom())).toArray();
        sql.query(ADD, row -> {}, array(ids), kind, array(childUntil), array(adultFrom));
    }

    /** Takes records out of the policy because they are gone. */
    public void drop(Collection<UUID> records) {
        sql.query(DROP, row -> {}, array(records.toArray()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String array(@Nullable Object[] values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * A record, or a person's records, opened to an account or a team.
     *
     * @param kinds null for those that the holder's post sees
     * @param until null while it lasts
     */
    public record Related(
            UUID holder,
            UUID subject,
            String via,
            @Nullable Set<String> kinds,
            String reason,
            Instant from,
            @Nullable Instant until) {}

    /** Opens records. */
    public void relate(Collection<Related> related) {
        UUID by = Actor.current().id();
        BulkRows rows = BulkRows.into("access.relationship", RELATIONSHIP);
        related.forEach(each -> rows.add(
                Ids.next(),
                each.holder(),
                each.subject(),
                each.via(),
                each.kinds(),
                each.from(),
                each.until(),
                each.reason(),
                by,
                each.from()));
        rows.write(sql);
    }

    /** When relationships ended with the work, as {@link Records#workDone} would have ended them; for one batch. */
    public Sight sight() {
        return new Sight();
    }

    /** What posts reach is asked once a batch for each holder, not once a record. */
    public final class Sight {

        private final Map<List<Object>, Boolean> known = new HashMap<>();

        private Sight() {}

        /** The end of a holder's relationship to a record on which the work was done then. */
        public Instant ends(UUID holder, RecordFacts record, Instant done) {
            Instant tail = tail(done);
            LocalDate child = record.childUntil();
            LocalDate adult = record.adultFrom();
            boolean staysChild = child == null || child.isAfter(London.date(tail));
            boolean soonAdult =
                    adult == null || !adult.isAfter(London.date(done).plusMonths(6));
            return reaches(holder, record.kind(), staysChild, soonAdult) ? done : tail;
        }

        /** The end of one that the pack's tail follows in any case. */
        public Instant tail(Instant done) {
            return done.plus(Duration.ofDays(
                    pack.threshold(Records.TAIL, London.date(done)).amount()));
        }

        private boolean reaches(UUID holder, String kind, boolean child, boolean adult) {
            return known.computeIfAbsent(
                    List.of(holder, kind, child, adult),
                    asked -> Boolean.TRUE.equals(sql.queryForObject(REACHES, Boolean.class, asked.toArray())));
        }
    }

    /**
     * A person closed to all but a list.
     *
     * @param level {@code restricted} or {@code sealed}
     * @param ask the named person to ask
     */
    public record Closed(UUID person, String level, String reason, String ask, Set<UUID> members, Instant from) {}

    /** Closes people's records. The actor needs to be able to see them. */
    public void close(Collection<Closed> people) {
        UUID by = Actor.current().id();
        BulkRows seals = BulkRows.into("access.seal", SEAL);
        BulkRows members = BulkRows.into("access.seal_member", SEAL_MEMBER);
        BulkRows followed = BulkRows.through("sealed", "person uuid", "access.follow_seal(person)");
        for (Closed each : people) {
            seals.add(each.person(), each.level(), each.reason(), each.ask(), by, each.from());
            each.members().forEach(member -> members.add(each.person(), member, each.from(), by, each.from()));
            followed.add(each.person());
        }
        seals.write(sql);
        members.write(sql);
        followed.write(sql);
    }

    /** Somebody kept away from a person's records because of a conflict of interest. */
    public record Excluded(UUID account, UUID person, String reason, Instant from) {}

    /** Keeps accounts away from people. */
    public void exclude(Collection<Excluded> excluded) {
        UUID by = Actor.current().id();
        BulkRows rows = BulkRows.into("access.exclusion", EXCLUSION);
        excluded.forEach(each ->
                rows.add(Ids.next(), each.account(), each.person(), each.from(), each.reason(), by, each.from()));
        rows.write(sql);
    }
}
