package uk.sightline.clocks;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.access.Colleagues;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;

/** Records with clocks for tests, made as a background job that works on everything. */
@TestComponent
public class TestClocks {

    private static final Actor CHECK = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000002"), "check");

    private final Clocks clocks;
    private final Records records;
    private final Colleagues colleagues;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    TestClocks(
            Clocks clocks,
            Records records,
            Colleagues colleagues,
            TransactionTemplate transactions,
            InstantSource time) {
        this.clocks = clocks;
        this.records = records;
        this.colleagues = colleagues;
        this.transactions = transactions;
        this.time = time;
    }

    /** A record that concerns a child, without any clock. */
    public UUID childReferral() {
        return record(LocalDate.of(2031, 1, 1));
    }

    /** A record that concerns an adult: hidden from those who work with children. */
    public UUID adultReferral() {
        return record(LocalDate.of(1990, 1, 1));
    }

    private UUID record(LocalDate comesOfAge) {
        var id = Ids.next();
        asJob(() -> records.keep(new RecordFacts(id, "referral", comesOfAge, comesOfAge, Set.of())));
        return id;
    }

    public UUID team(String key) {
        return asJob(() -> colleagues.team(key).id());
    }

    /** Starts a clock now. */
    public void start(String rule, UUID subject, String team, @Nullable TestPerson owner) {
        start(rule, subject, team, owner, time.instant());
    }

    public void start(String rule, UUID subject, String team, @Nullable TestPerson owner, Instant at) {
        var id = owner == null ? null : owner.id();
        asJob(() -> clocks.start(rule, subject, "referral", reference(subject), team(team), id, at));
    }

    /** The reference under which a test's record is listed. */
    public static String reference(UUID subject) {
        return "R-" + subject.toString().substring(0, 7).toUpperCase(java.util.Locale.ROOT);
    }

    public <T> T asJob(Supplier<T> work) {
        return as(CHECK, work);
    }

    public void asJob(Runnable work) {
        as(CHECK, work);
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return actor.call(() -> java.util.Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    public void as(Actor actor, Runnable work) {
        actor.run(() -> transactions.executeWithoutResult(status -> work.run()));
    }
}
