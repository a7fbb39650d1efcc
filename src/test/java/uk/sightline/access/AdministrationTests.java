package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.sightline.SightlineTest;
import uk.sightline.platform.Actor;

@SightlineTest
@RecordApplicationEvents
class AdministrationTests {

    private static final String VERSION = "select version from access.account where id = :id";
    private static final String LIVE_POSTS =
            "select count(*) from access.holding where account_id = :id and until_at is null";
    private static final String LIVE_RELATIONSHIPS =
            "select count(*) from access.relationship where holder = :id and (until_at is null or until_at > platform.at())";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestRecords testRecords;

    @Autowired
    private Records records;

    @Autowired
    private Access access;

    @Autowired
    private SignIns signIns;

    @Autowired
    private InstantSource time;

    @Autowired
    private ApplicationEvents events;

    private TestPeople.TestPerson administrator;

    @BeforeEach
    void anAdministrator() {
        administrator = people.administrator();
    }

    @Test
    void somebodyInvitedSetsUpTheirSignInByALinkThatWorksOnce() throws Exception {
        String email = UUID.randomUUID() + "@new.example";
        Document made = send(
                post("/administer/invite")
                        .param("name", "Robin O'Neill")
                        .param("email", email)
                        .param("agency", "csc")
                        .param("post", "front-door-worker")
                        .param("team", "front-door")
                        .param("by", "hand"),
                200);
        String link = path(made);
        Document welcome =
                Jsoup.parse(mvc.perform(get(link)).andReturn().getResponse().getContentAsString());
        assertThat(welcome.select("svg path")).isNotEmpty();
        String code = Totp.code(secret(welcome), Totp.stepAt(time.instant()), 6);
        mvc.perform(post(link).with(csrf()).param("password", "password1234").param("code", code))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(link).with(csrf()).param("password", "short").param("code", code))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(link)
                        .with(csrf())
                        .param("password", TestSignIns.PASSWORD)
                        .param("code", "000000"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(link)
                        .with(csrf())
                        .param("password", TestSignIns.PASSWORD)
                        .param("code", code))
                .andExpect(redirectedUrl("/sign-in?ready"));
        mvc.perform(get(link)).andExpect(status().isNotFound());
        assertThat(password(email)).isInstanceOf(SignIns.Outcome.Right.class);
    }

    @Test
    void anInvitationTellsWhatIsWrongWithIt() throws Exception {
        Document page = send(
                post("/administer/invite")
                        .param("name", "")
                        .param("email", "nonsense")
                        .param("agency", "csc")
                        .param("post", "school-safeguarding-lead")
                        .param("team", "front-door"),
                422);
        assertThat(page.select(".govuk-error-summary").text())
                .contains(
                        "Enter the person's name",
                        "Enter an e-mail address",
                        "is not a post of this agency",
                        "cannot be in this team");
        assertThat(page.select("input[name=email]").val()).isEqualTo("nonsense");
    }

    @Test
    void aKnownAddressIsNotInvitedTwice() throws Exception {
        Document page = send(
                post("/administer/invite")
                        .param("name", "Again")
                        .param("email", people.frontDoorWorker().email().toUpperCase(java.util.Locale.ROOT))
                        .param("agency", "csc")
                        .param("post", "front-door-worker")
                        .param("team", "front-door"),
                422);
        assertThat(page.text()).contains("has an account already");
    }

    @Test
    void aChangeOfPostShowsWhatOpensAndClosesBeforeItHappens() throws Exception {
        TestPeople.TestPerson worker = people.frontDoorWorker();
        String holding = holding(worker.id());
        String address = "/administer/people/" + worker.id() + "/post";
        Document confirm = send(change(address, holding, worker.id()), 200);
        assertThat(confirm.text())
                .contains("What opens", "people they work with", "What closes", "every child of the district");
        assertThat(sees(worker, testRecords.child())).isTrue();
        send(change(address, holding, worker.id()).param("confirmed", "yes"), 302);
        assertThat(sees(worker, testRecords.child())).isFalse();
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() throws Exception {
        TestPeople.TestPerson worker = people.frontDoorWorker();
        MockHttpServletRequestBuilder reset =
                post("/administer/people/" + worker.id() + "/reset").param("version", "0");
        send(reset, 200);
        send(post("/administer/people/" + worker.id() + "/reset").param("version", "0"), 409);
    }

    @Test
    void aLeaverIsCutOffAtOnce() throws Exception {
        TestPeople.TestPerson worker = people.frontDoorWorker();
        UUID adult = testRecords.adult();
        testRecords.run(
                () -> records.relate(worker.id(), adult, "allocated", Set.of("identity"), "They are yours.", null));
        assertThat(sees(worker, adult)).isTrue();
        send(post("/administer/people/" + worker.id() + "/end").param("version", "0"), 302);
        assertThat(sees(worker, adult)).isFalse();
        assertThat(testRecords.count(LIVE_POSTS, worker.id())).isZero();
        assertThat(testRecords.count(LIVE_RELATIONSHIPS, worker.id())).isZero();
        assertThat(events.stream(AccountEnded.class)).containsExactly(new AccountEnded(worker.id()));
        mvc.perform(get("/account/sessions").with(worker.signedIn())).andExpect(status().is3xxRedirection());
    }

    @Test
    void nobodyAdministersTheirOwnAccount() throws Exception {
        for (String act : new String[] {"/end", "/reset", "/return"}) {
            send(post("/administer/people/" + administrator.id() + act).param("version", "0"), 403);
        }
        send(
                post("/administer/people/" + administrator.id() + "/post")
                        .param("post", "administrator")
                        .param("team", "system-administration")
                        .param("version", "0")
                        .param("confirmed", "yes"),
                403);
    }

    @Test
    void nobodyElseAdministers() throws Exception {
        for (TestPeople.TestPerson other :
                new TestPeople.TestPerson[] {people.frontDoorManager(), people.informationGovernance()}) {
            mvc.perform(get("/administer").with(other.signedIn())).andExpect(status().isForbidden());
            mvc.perform(post("/administer/people/" + administrator.id() + "/end")
                            .param("version", "0")
                            .with(csrf())
                            .with(other.signedIn()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void peopleAreFoundByNameAndByFilter() throws Exception {
        TestPeople.TestPerson worker = people.with("wyfeat-investigator", "wyfeat");
        assertThat(send(post("/administer/search").param("words", worker.email()), 200)
                        .text())
                .contains(worker.name());
        assertThat(send(post("/administer/search").param("words", "%"), 200).text())
                .contains("Nobody matches");
        Document filtered = Jsoup.parse(mvc.perform(
                        get("/administer").param("post", "wyfeat-investigator").with(administrator.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(filtered.select("tbody th").eachText())
                .isNotEmpty()
                .allMatch(name -> name.contains("wyfeat-investigator"));
    }

    private MockHttpServletRequestBuilder change(String address, String holding, UUID account) {
        return post(address)
                .param("ends", holding)
                .param("post", "statutory-social-worker")
                .param("team", "locality-city")
                .param("version", Long.toString(testRecords.count(VERSION, account)));
    }

    private String holding(UUID account) throws Exception {
        Document page =
                Jsoup.parse(mvc.perform(get("/administer/people/" + account).with(administrator.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        Matcher ends = Pattern.compile("ends=([0-9a-f-]{36})").matcher(page.html());
        assertThat(ends.find()).isTrue();
        return ends.group(1);
    }

    private Document send(MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(csrf()).with(administrator.signedIn()))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private SignIns.Outcome password(String email) {
        return new Actor(ActorFilter.PUBLIC, Actor.Kind.PUBLIC, "a member of the public", null)
                .call(() -> signIns.password(email, TestSignIns.PASSWORD, "welcome"));
    }

    private boolean sees(TestPeople.TestPerson person, UUID record) {
        return person.actor().call(() -> access.decide(Action.VIEW, record).allowed());
    }

    private static String path(Document page) {
        Matcher link = Pattern.compile("/welcome/[A-Za-z0-9_-]+").matcher(page.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static byte[] secret(Document welcome) {
        return new Base32().decode(welcome.select("#key").text().replace(" ", ""));
    }
}
