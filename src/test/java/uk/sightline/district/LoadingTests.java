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
import uk.sightline.platform.Actor;
import uk.sightline.platform.RuleBroken;

/** The one test with a database of its own, because a district is loaded into an empty one. */
@SightlineTest
@TestPropertySource(properties = {"sightline.data=target/district-${random.uuid}", "sightline.db="})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoadingTests {

    private static final int PEOPLE = 500;
    private static final Actor JOB = Actor.job(UUID.fromString("00000000-0000-4000-8000-000000000006"), "district");

    @Autowired
    private District district;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @Order(1)
    void aLoadingThatWasCutOffGoesOnWhereItStopped() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        assertThatThrownBy(() -> district.load(Scale.of(PEOPLE), line -> {
                    heard.add(line);
                    throw new IllegalStateException("the power went");
                }))
                .rootCause()
                .hasMessage("the power went");
        assertThat(heard).isNotEmpty();
        assertThat(district.isWanted()).isTrue();
        assertThat(district.load(Scale.of(900), line -> {}).all()).hasSize(60);
        assertThat(district.isWanted()).isFalse();
    }

    @Test
    @Order(2)
    void everybodyIsThereOnceWithTheirReferrals() {
        assertThat(count("select count(*) from people.person")).isEqualTo(PEOPLE);
        assertThat(count("select count(*) from referrals.referral")).isEqualTo(PEOPLE / 10);
        assertThat(count("select count(*) from access.account where kind = 'person'"))
                .isEqualTo(60);
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
        assertThat(count("select count(distinct actor) from audit.entry")).isGreaterThan(10);
        assertThat(count("select count(*) from people.search_key")).isGreaterThan(PEOPLE * 20L);
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
        assertThatThrownBy(() -> district.load(Scale.of(PEOPLE), line -> {})).isInstanceOf(RuleBroken.class);
    }

    private long count(String statement) {
        return JOB.call(() -> transactions.execute(
                status -> sql.sql(statement).query(Long.class).single()));
    }
}
