package uk.sightline.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.people.Cards;
import uk.sightline.platform.Actor;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.SetAside;

/** The one test with a database of its own, because a district is loaded into an empty one. */
@SightlineTest
@TestPropertySource(properties = {"sightline.data=target/district-${random.uuid}", "sightline.db="})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoadingTests {

    private static final int PEOPLE = 500;
    private static final Scale SCALE = new Scale(PEOPLE, 60, 12, 24, 6_000, 2, 25);

    private static final String INDEXES = """
            select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('people', 'audit')
            union
            select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
            join pg_namespace n on n.oid = c.connamespace
            where n.nspname in ('people', 'audit') and c.contype in ('p', 'u', 'f')
            order by 1
            """;

    private static final Actor JOB = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000006"), "district");

    @Autowired
    private District district;

    @Autowired
    private SetAside setAside;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @Order(1)
    void aLoadingThatWasCutOffGoesOnWhereItStopped() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        List<String> indexes = indexes();
        assertThatThrownBy(() -> district.load(SCALE, line -> {
                    heard.add(line);
                    throw new IllegalStateException("the power went");
                }))
                .rootCause()
                .hasMessage("the power went");
        assertThat(heard).isNotEmpty();
        assertThat(district.isWanted()).isTrue();
        assertThat(setAside.left()).isPositive();
        assertThatThrownBy(new CutOff(district)::start).hasMessageContaining("./sightline load");
        assertThat(district.load(Scale.of(900), heard::add).all()).hasSize(120);
        assertThat(heard)
                .contains("Going on with the district of 500 people that was begun.", "People 500 of 500")
                .anyMatch(line -> line.startsWith("Sealed entries of the log"));
        assertThat(district.isWanted()).isFalse();
        new CutOff(district).start();
        assertThat(setAside.left()).isZero();
        assertThat(indexes()).isEqualTo(indexes).hasSizeGreaterThan(40);
    }

    @Test
    @Order(2)
    void everybodyIsThereOnceWithTheirReferrals() {
        assertThat(count("select count(*) from people.person")).isEqualTo(PEOPLE);
        assertThat(count("select count(*) from referrals.referral")).isEqualTo(60);
        assertThat(count("select count(*) from access.account where kind = 'person'"))
                .isEqualTo(120);
        assertThat(count("select count(distinct post) from access.holding where post not like 'job:%'"))
                .isGreaterThanOrEqualTo(28);
        assertThat(count("select count(*) from access.seal")).isEqualTo(24);
        assertThat(count("select count(*) from audit.entry where action = 'break-glass'"))
                .isEqualTo(3);
    }

    @Test
    @Order(2)
    void whatWasReceivedIsDecidedOrOpenWithAClockAndATeam() {
        assertThat(
                        count(
                                "select count(*) from referrals.referral where state in ('acknowledged', 'triaged', 'decided')"))
                .isBetween(10L, 30L);
        assertThat(count("""
                select count(*) from referrals.referral r
                where r.state <> 'closed'
                  and not exists (select from clocks.clock c where c.subject_id = r.id and c.stopped_at is null)
                """)).isZero();
        assertThat(count("""
                select count(*) from referrals.referral r
                where r.state = 'closed'
                  and exists (select from clocks.clock c where c.subject_id = r.id and c.stopped_at is null)
                """)).isZero();
        assertThat(count("""
                select count(*) from referrals.subject s join referrals.referral r on r.id = s.referral_id
                where r.state in ('decided', 'answered', 'closed') and s.person_id is null
                """)).isZero();
    }

    @Test
    @Order(2)
    void whoeverWasAnsweredCanReadTheAnswer() {
        assertThat(count("""
                select count(*) from referrals.referral r
                where r.state in ('answered', 'closed')
                  and not exists (select from referrals.answer a join referrals.disclosure d on d.answer_id = a.id
                                  where a.referral_id = r.id and d.sent = a.body)
                """)).isZero();
    }

    @Test
    @Order(2)
    void whatWasDoneTooLateLongAgoHasItsReason() {
        assertThat(count("""
                select count(*) from clocks.clock c
                where c.breached_at is not null
                  and c.stopped_at < (select max(started_at) from clocks.clock) - interval '14 days'
                  and c.breach_reason is null
                """)).isZero();
        assertThat(count("select count(*) from clocks.clock where breach_reason is not null"))
                .isPositive();
    }

    @Test
    @Order(2)
    void everyRowIsUnderThePolicyAndEveryActIsItsActors() {
        assertThat(count("""
                select count(*) from people.person p where not exists (select from access.record r where r.id = p.id)
                """)).isZero();
        assertThat(count("select count(*) from audit.entry where action = 'add' and kind = 'identity'"))
                .isEqualTo(PEOPLE);
        assertThat(count("select count(distinct actor) from audit.entry")).isGreaterThan(30);
        assertThat(count("select count(*) from audit.entry")).isBetween(6_000L, 7_500L);
        assertThat(
                        count(
                                "select count(*) from audit.entry e where not exists (select from audit.leaf l where l.entry_id = e.id)"))
                .isZero();
        assertThat(count("select count(*) from audit.entry where actor = '%s' and action not in ('add', 'start')"
                        .formatted(JOB.id())))
                .isZero();
        assertThat(count("select count(*) from people.search_key")).isGreaterThan(PEOPLE * 20L);
    }

    @Test
    @Order(2)
    void everyCardSaysWhatTheRecordSays() {
        assertThat(Cards.wrong(sql, transactions)).isEmpty();
        assertThat(count("select count(*) from people.card")).isEqualTo(PEOPLE);
    }

    @Test
    @Order(2)
    void noNumberIsOneThatSomebodyMayHave() {
        assertThat(count(
                        "select count(*) from people.identifier where scheme = 'NHS_NUMBER' and value not like '999%'"))
                .isZero();
        assertThat(count("""
                select count(*) from people.contact
                where value not like '+447700900%' and value not like '+441632960%'
                """)).isZero();
        assertThat(count("select count(*) from access.account where kind = 'person' and email not like '%.example'"))
                .isZero();
        assertThat(count("select count(*) from access.credential")).isZero();
    }

    @Test
    @Order(3)
    void aSecondStartLoadsNothing() {
        assertThat(district.isWanted()).isFalse();
        assertThatThrownBy(() -> district.load(SCALE, line -> {})).isInstanceOf(RuleBroken.class);
    }

    @Test
    @Order(2)
    void asManyItemsAreOpenAsTheScaleSays() {
        assertThat(count("select count(*) from referrals.referral where state <> 'closed'"))
                .isBetween(24L, 30L);
        assertThat(count("select count(distinct subject_id) from clocks.clock where stopped_at is null"))
                .isBetween(24L, 30L);
    }

    /** The front door's team keeps what is with it; what it has decided and answered its posts reach without. */
    @Test
    @Order(2)
    void relationshipsEndedWithTheWork() {
        assertThat(count("""
                select count(*) from access.relationship r join referrals.referral f on f.id = r.subject_id
                where r.holder = f.team_id and r.until_at is null and f.state not in ('acknowledged', 'triaged', 'decided')
                  and not exists (select from clocks.clock c where c.subject_id = f.id and c.stopped_at is null
                                  and c.team_id = r.holder)
                """)).isZero();
        assertThat(count("""
                select count(*) from referrals.referral f
                where f.state in ('acknowledged', 'triaged', 'decided')
                  and not exists (select from access.relationship r
                                  where r.holder = f.team_id and r.subject_id = f.id and r.until_at is null)
                """)).isZero();
        assertThat(count("select count(*) from access.relationship where until_at > created_at + interval '90 days'"))
                .isPositive();
    }

    private List<String> indexes() {
        return JOB.call(() -> transactions.execute(
                status -> sql.sql(INDEXES).query(String.class).list()));
    }

    private long count(String statement) {
        return JOB.call(() -> transactions.execute(
                status -> sql.sql(statement).query(Long.class).single()));
    }
}
