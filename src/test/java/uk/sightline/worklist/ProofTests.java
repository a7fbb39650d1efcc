package uk.sightline.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.clocks.TestClocks;
import uk.sightline.platform.Ids;

@SightlineTest
@Import(TestClocks.class)
class ProofTests {

    private static final String ADD = """
            insert into referrals.referral
              (id, reference, channel, edition, form, about, strands, their_level, danger, out_of_hours, state, team_id, referrer_places,
               owner_id, clock, due_at, received_at, acknowledged_at, created_by, created_at)
            values (:id, :reference, 'portal', 'test', '{}', 'child', array['CSE'], 3, false, false, 'acknowledged', :team, '{}',
                    :owner::uuid, 'C03', platform.at(), platform.at(), platform.at(), platform.me(), platform.at())
            """;

    @Autowired
    Proofs proofs;

    @Autowired
    TestClocks test;

    @Autowired
    TestPeople people;

    @Autowired
    Clocks clocks;

    @Autowired
    Records records;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestTime.Settable time;

    @BeforeEach
    void tuesdayAtTenWithSomebodyAtTheFrontDoor() {
        time.set(TestTime.START);
        people.frontDoorWorker();
    }

    @Test
    void aReferralWithAnOwnerWhoMayDecideAndAClockIsNotLost() {
        var owned = referral("front-door", people.frontDoorWorker());
        var waiting = referral("front-door", null);
        clock(owned);
        clock(waiting);

        assertThat(found(owned)).isEmpty();
        assertThat(found(waiting)).isEmpty();
    }

    @Test
    void aReferralWithoutAClockIsNamed() {
        var referral = referral("front-door", null);

        assertThat(found(referral))
                .containsExactly("It waits without a running clock, so nobody is told when it is late.");
    }

    @Test
    void aReferralWhoseOwnerHasLeftIsNamed() {
        var leaver = people.frontDoorWorker();
        var referral = referral("front-door", leaver);
        clock(referral);
        end(leaver);

        assertThat(found(referral)).containsExactly("Its owner has left or may not see and decide it.");
    }

    @Test
    void aReferralWhoseOwnerMaySeeButNotDecideIsNamed() {
        var worker = people.socialWorker();
        var referral = referral("front-door", worker);
        test.asJob(() -> records.relate(worker.id(), referral, "owner", "It was given to you.", null));
        clock(referral);

        assertThat(found(referral)).containsExactly("Its owner has left or may not see and decide it.");
    }

    @Test
    void aReferralOfATeamInWhichNobodyMayDecideIsNamed() {
        people.with("partner", "fire-prevention");
        var referral = referral("fire-prevention", null);
        clock(referral);

        assertThat(found(referral)).containsExactly("Nobody in its team may see and decide it.");
    }

    @Test
    void aReferralOfATeamThatIsAnEmptyRoomIsNamed() {
        var referral = referral("cyber-crime", null);
        clock(referral);

        assertThat(found(referral)).containsExactly("Nobody in its team may see and decide it.");
    }

    @Test
    void aSubmissionInTheLogWithoutItsReferralIsNamed() {
        var gone = Ids.next();
        test.asJob(() -> audit.record(Act.on("add", "referral", gone).detail("R-GONE000")));

        assertThat(found(gone)).containsExactly("It was received, and there is no referral.");
    }

    @Test
    void aMessageThatWasGivenUpIsNamed() {
        var reference = "R-" + Ids.next().toString().substring(0, 7);
        test.asJob(() -> sql.sql("""
                        insert into messages.mail (id, to_address, subject, body, reference, purpose, state, attempts, since,
                                                   last_error, created_at, created_by)
                        values (gen_random_uuid(), 'gone@test.example', 'Answer', 'See the link.', :reference, 'answer',
                                'given-up', 9, platform.at(), 'no such mailbox', platform.at(), platform.me())
                        """).param("reference", reference).update());

        assertThat(proofs.run(items -> {}).broken())
                .filteredOn(broken -> broken.reference().equals(reference))
                .extracting(Proof.Broken::kind)
                .containsExactly("message");
    }

    @Test
    void aDraftThatShouldBeGoneIsNamed() {
        var draft = Ids.next();
        var owner = people.frontDoorWorker();
        test.as(owner.actor(), () -> {
            records.keep(new RecordFacts(draft, "draft", null, null, Set.of()));
            sql.sql("""
                            insert into marf.draft (id, owner, channel, content, state, created_by, created_at, changed_at,
                                                    purge_at)
                            values (:id, platform.me(), 'PORTAL', '{}', '{}', platform.me(), platform.at(), platform.at(),
                                    platform.at() - interval '2 days')
                            """).param("id", draft).update();
        });

        assertThat(found(draft)).hasSize(1).first().asString().contains("should have been removed on 8 November 2026");
    }

    @Test
    void numbersThatDoNotAddUpAreToldFromThoseThatDo() {
        assertThat(Proof.Channel.of("portal", 3, 2, 1).holds()).isTrue();
        assertThat(Proof.Channel.of("portal", 3, 1, 1).holds()).isFalse();
    }

    @Test
    void everythingFoundIsCountedAndTheFirstThousandAreKept() {
        var findings = new Findings();
        for (int i = 0; i < Findings.KEPT + 5; i++) {
            findings.add(new Proof.Broken(null, "channel", "portal", "what", "remedy"));
        }

        assertThat(findings.total()).isEqualTo(Findings.KEPT + 5);
        assertThat(findings.kept()).hasSize(Findings.KEPT);
    }

    @Test
    void theCommandListsWhatIsBrokenAndItsExitCodeSaysSo() {
        var referral = referral("front-door", null);

        var out = new StringWriter();
        var exit = new CommandLine(new CheckCommand(proofs, json))
                .setOut(new PrintWriter(out))
                .execute();

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains(TestClocks.reference(referral))
                .contains("portal   received")
                .contains("Something is lost or about to be.");
    }

    @Test
    void forMachinesItIsOneObjectOfTheShapeThatIsWrittenDown() {
        var referral = referral("front-door", null);

        var out = new StringWriter();
        new CommandLine(new CheckCommand(proofs, json))
                .setOut(new PrintWriter(out))
                .execute("--json");

        var proof = json.readTree(out.toString());
        assertThat(proof.propertyNames())
                .containsExactlyInAnyOrder("ok", "at", "tookMillis", "items", "channels", "brokenTotal", "broken");
        assertThat(proof.get("ok").asBoolean()).isFalse();
        assertThat(proof.get("at").asString()).isEqualTo("2026-11-10T10:00:00Z");
        assertThat(proof.get("channels").get(0).propertyNames())
                .containsExactlyInAnyOrder("channel", "received", "decided", "open", "holds");
        assertThat(proof.get("broken").get(0).propertyNames())
                .containsExactlyInAnyOrder("record", "kind", "reference", "what", "remedy");
        assertThat(proof.get("broken").toString()).contains(referral.toString());
    }

    @Test
    void aManagerSeesWhatIsToBePutRightAsFarAsTheyMaySeeTheRecord() throws Exception {
        var child = referral("front-door", null);
        var adult = referral("adult-mash", null, LocalDate.of(1990, 1, 1));
        var manager = people.frontDoorManager();
        time.advance(Duration.ofMinutes(1));

        mvc.perform(post("/proof").with(csrf()).with(manager.signedIn())).andExpect(redirectedUrl("/proof"));
        var page = mvc.perform(get("/proof").with(manager.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains(TestClocks.reference(child))
                .contains("It waits without a running clock")
                .doesNotContain(TestClocks.reference(adult))
                .contains("records that you may not see");
    }

    @Test
    void thePageIsForThoseWhoAnswerForIt() throws Exception {
        mvc.perform(get("/proof").with(people.frontDoorWorker().signedIn())).andExpect(status().isForbidden());
    }

    private List<String> found(UUID record) {
        return proofs.run(items -> {}).broken().stream()
                .filter(broken -> record.equals(broken.record()))
                .map(Proof.Broken::what)
                .toList();
    }

    private UUID referral(String team, @Nullable TestPerson owner) {
        return referral(team, owner, LocalDate.of(2031, 1, 1));
    }

    private UUID referral(String team, @Nullable TestPerson owner, LocalDate comesOfAge) {
        var id = Ids.next();
        test.asJob(() -> {
            records.keep(new RecordFacts(id, "referral", comesOfAge, comesOfAge, Set.of()));
            sql.sql(ADD)
                    .param("id", id)
                    .param("reference", TestClocks.reference(id))
                    .param("team", test.team(team))
                    .param("owner", owner == null ? null : owner.id())
                    .update();
        });
        return id;
    }

    private void clock(UUID referral) {
        test.start("C03", referral, "front-door", null);
    }

    private void end(TestPerson leaver) {
        test.asJob(() -> sql.sql("update access.account set state = 'ended', ended_at = platform.at() where id = :id")
                .param("id", leaver.id())
                .update());
    }
}
