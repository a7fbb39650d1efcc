package uk.sightline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.identity.BirthDate;
import uk.sightline.levels.Said;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.Receipt;
import uk.sightline.referrals.ReferralAnswers;
import uk.sightline.referrals.ReferralForm;
import uk.sightline.referrals.Referrals;
import uk.sightline.referrals.SampleForms;

/** An assessment begins with what a referral said, for those who may see the referral. */
@SightlineTest
class TakenFromReferralTests {

    private static final String TOOL = "ceat-1";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople testPeople;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ReferralAnswers referralAnswers;

    @Autowired
    private People people;

    @Autowired
    private Records records;

    @Autowired
    private Assessments assessments;

    @Autowired
    private AssessmentStore store;

    @Autowired
    private AnswerStore answers;

    @Autowired
    private Sheets sheets;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    private TestPerson worker;
    private UUID child;

    @BeforeEach
    void aChildWhomTheFrontDoorKnows() {
        worker = testPeople.frontDoorWorker();
        child = worker.actor()
                .call(() -> people.create(
                        NewPerson.named("Zelda", "Testerson", BirthDate.on(LocalDate.of(2012, 3, 4)), "Test")));
    }

    @AfterEach
    void timeStandsAgain() {
        time.set(TestTime.START);
    }

    @Test
    void yesAndNoAreTakenOverWithTheReferencesOfWhereTheyCameFrom() throws Exception {
        Receipt receipt = referred(
                new ReferralForm.Said("D3.04", "yes-evidenced", DAY),
                new ReferralForm.Said("D3.01", "no", null),
                new ReferralForm.Said("D3.02", "unknown", null),
                new ReferralForm.Said("D99.01", "yes-evidenced", null));

        Map<String, Answered> begun = answers(worker, begin(worker));

        assertThat(begun).containsOnlyKeys("D3.04", "D3.01");
        assertThat(begun.values())
                .allSatisfy(each -> assertThat(each.takenFrom()).isEqualTo(receipt.reference()));
        assertThat(said(begun, "D3.04")).isEqualTo(Said.EVIDENCED);
        assertThat(Objects.requireNonNull(begun.get("D3.04")).lastSeen()).isEqualTo(DAY);
    }

    @Test
    void whoMayNotSeeTheReferralGetsNothingOfIt() throws Exception {
        referred(new ReferralForm.Said("D3.04", "yes-evidenced", DAY));
        TestPerson detective = testPeople.with("joint-investigation-detective", "joint-investigation");
        as(worker, () -> {
            records.relate(detective.id(), child, "test", Set.of(People.KIND), "For the test.", null);
            return child;
        });

        assertThat(detective.actor().call(() -> referralAnswers.latest(child, TOOL)))
                .isEmpty();
        assertThat(worker.actor().call(() -> referralAnswers.latest(child, TOOL)))
                .isPresent();
        assertThat(answers(detective, begin(detective))).isEmpty();
    }

    @Test
    void aReferralThatCameAfterTheLastDecisionIsLaidOverIt() throws Exception {
        UUID first = begin(worker);
        as(worker, () -> {
            answer(first, "D3.04", Said.EVIDENCED);
            answer(first, "D3.05", Said.NO);
            answer(first, "D6.02", Said.SUSPECTED);
            return first;
        });
        decided(first);
        later();
        Receipt receipt = referred(
                new ReferralForm.Said("D3.04", "no", null),
                new ReferralForm.Said("D3.05", "yes-suspected", DAY),
                new ReferralForm.Said("D6.02", "yes-evidenced", DAY));
        later();

        Map<String, Answered> begun = answers(worker, begin(worker));

        assertThat(said(begun, "D3.04"))
                .as("a referrer's no takes no decided yes away")
                .isEqualTo(Said.EVIDENCED);
        assertThat(said(begun, "D3.05")).isEqualTo(Said.SUSPECTED);
        assertThat(said(begun, "D6.02")).isEqualTo(Said.EVIDENCED);
        assertThat(Objects.requireNonNull(begun.get("D6.02")).takenFrom()).isEqualTo(receipt.reference());
    }

    @Test
    void aReferralFromBeforeTheLastDecisionIsInItAlready() throws Exception {
        referred(new ReferralForm.Said("D3.05", "yes-evidenced", DAY));
        later();
        UUID first = begin(worker);
        as(worker, () -> {
            answer(first, "D3.05", Said.NO);
            return first;
        });
        decided(first);
        later();
        assertThat(said(answers(worker, begin(worker)), "D3.05")).isEqualTo(Said.NO);
    }

    private void later() {
        time.set(time.instant().plus(Duration.ofMinutes(10)));
    }

    private UUID begin(TestPerson who) {
        return who.actor().call(() -> assessments.begin(child, TOOL, "initial"));
    }

    private void answer(UUID id, String indicator, Said said) {
        answers.answer(id, new Answered.Typed(indicator, said, null, null, false, null, null), null);
    }

    private void decided(UUID id) {
        as(worker, () -> {
            Sheet sheet = sheets.of(id);
            store.decide(
                    sheet.row(),
                    AssessmentState.ACTIVE,
                    new Decided(
                            sheet.weighing(),
                            sheet.weighing().level(),
                            Map.of(),
                            "Decided for a test.",
                            null,
                            worker.id(),
                            "test"),
                    time.instant());
            return id;
        });
    }

    private Map<String, Answered> answers(TestPerson who, UUID id) {
        return as(who, () -> answers.answers(id));
    }

    private <T> T as(TestPerson who, Supplier<T> work) {
        return who.actor().call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    private static Said said(Map<String, Answered> answers, String indicator) {
        return Objects.requireNonNull(answers.get(indicator)).said();
    }

    /** Sent by a school, and found to be about the child by the front door. */
    private Receipt referred(ReferralForm.Said... said) throws Exception {
        TestPerson lead = testPeople.schoolLead("900001");
        Receipt receipt = lead.actor().call(() -> referrals.submit(SampleForms.assessed(said), Channel.PORTAL));
        post("/front-door/" + receipt.id() + "/claim", "version", "0");
        String version = Jsoup.parse(mvc.perform(MockMvcRequestBuilders.get("/front-door/" + receipt.id())
                                .with(worker.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("input[name=version]")
                .val();
        post(
                "/front-door/" + receipt.id() + "/subjects/1/same",
                "person",
                child.toString(),
                "version",
                version.isEmpty() ? "0" : version,
                "why",
                "Known to the school by this name and birth date.");
        return receipt;
    }

    private void post(String path, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(path).with(worker.signedIn()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        assertThat(List.of(302))
                .contains(mvc.perform(request).andReturn().getResponse().getStatus());
    }
}
