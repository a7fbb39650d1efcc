package uk.sightline.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/**
 * Emergency access (PRACTICE §12.6): with a reason, for four hours, told to a reviewer at once and looked at by somebody
 * else. Never into sealed records: there it says what it says of a record that does not exist.
 */
@Service
@Transactional
class BreakGlass {

    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 2_000;
    static final String REASONS = "break-glass-reason";

    private static final Set<String> KINDS = Set.of("identity", "referral");

    private static final String ADD = """
            insert into access.break_glass
              (id, reference, account_id, subject_id, reason_code, reason, at, until_at, review_due_at)
            values (:id, :reference, :me, :record, :code, :reason, :at, :until, :due)
            """;

    private static final String JOIN_RESTRICTED = "select access.join_restricted(:record, :until)";

    private final Access access;
    private final GroundsQueries grounds;
    private final Records records;
    private final Reviewers reviewers;
    private final Mailing mailing;
    private final Audit audit;
    private final PracticePack pack;
    private final List<RecordFinder> finders;
    private final JdbcClient sql;
    private final InstantSource time;

    BreakGlass(
            Access access,
            GroundsQueries grounds,
            Records records,
            Reviewers reviewers,
            Mailing mailing,
            Audit audit,
            PracticePack pack,
            List<RecordFinder> finders,
            JdbcClient sql,
            InstantSource time) {
        this.access = access;
        this.grounds = grounds;
        this.records = records;
        this.reviewers = reviewers;
        this.mailing = mailing;
        this.audit = audit;
        this.pack = pack;
        this.finders = finders;
        this.sql = sql;
        this.time = time;
    }

    /** The record behind a reference that a colleague gave, if emergency access could open it or it is open already. */
    Optional<UUID> find(String reference) {
        audit.record(Act.of("search", "break-glass"));
        return finders.stream()
                .flatMap(finder -> finder.find(reference.strip()).stream())
                .filter(record -> isOpen(record) || opens(record))
                .findFirst();
    }

    boolean isOpen(UUID record) {
        return access.decide(Action.VIEW, record).allowed();
    }

    boolean opens(UUID record) {
        return facts(record).isPresent();
    }

    /**
     * Opens a record for the actor.
     *
     * @return the reference of this emergency access
     * @throws NoSuchRecord also for a sealed record, and for one the actor is kept away from
     */
    String open(UUID record, String code, String reason) {
        RecordFacts facts = facts(record).orElseThrow(NoSuchRecord::new);
        check(code, reason);
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = now.plus(lasts(now));
        Instant due = ReviewDue.of(now, pack.holidayDates());
        String reference = Ids.reference("B");
        sql.sql(ADD)
                .param("id", Ids.next())
                .param("reference", reference)
                .param("me", Actor.current().id())
                .param("record", record)
                .param("code", code)
                .param("reason", reason.strip())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        records.relate(
                Actor.current().id(), record, "break-glass", KINDS, "Emergency access " + reference + ".", until);
        sql.sql(JOIN_RESTRICTED)
                .param("record", record)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> 1)
                .single();
        audit.record(Act.on("break-glass", facts.kind(), record)
                .because(reason.strip())
                .detail(reference + " " + code));
        reviewers
                .of(Actor.current().id())
                .forEach(email -> mailing.breakGlass(email, reference, London.dayAndTime(due)));
        return reference;
    }

    private Optional<RecordFacts> facts(UUID record) {
        return grounds.facts(record)
                .filter(facts ->
                        AccessPolicy.glassOpens(grounds.of(Actor.current().id(), record), facts, time.instant()));
    }

    private void check(String code, String reason) {
        if (!pack.codes(REASONS).isCurrent(code, London.date(time.instant()))) {
            throw new RuleBroken("code", "Choose why you need this");
        }
        int length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw new RuleBroken(
                    "reason",
                    "Say what has happened, in %d to %d characters".formatted(SHORTEST_REASON, LONGEST_REASON));
        }
    }

    private Duration lasts(Instant now) {
        return Duration.ofHours(
                pack.threshold("break-glass-hours", London.date(now)).amount());
    }
}
