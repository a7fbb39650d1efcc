package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.sightline.SightlineTest;

/** The public's page: anyone, anonymously if they wish, and nothing looked up. */
@SightlineTest
class WorryTests {

    @Autowired
    MockMvc mvc;

    @Nullable Cookie visit;

    String address;

    @BeforeEach
    void aVisitor() {
        visit = null;
        address = "192.0.2." + (Math.floorMod(UUID.randomUUID().hashCode(), 250) + 1);
    }

    @Test
    void emergencyNumbersStandFirstAndTheWayOutIsThere() throws Exception {
        Document page = page("/worry");
        assertThat(page.select("main").text().indexOf("999"))
                .isLessThan(page.select("main").text().indexOf("What have you seen"));
        assertThat(page.select(".govuk-exit-this-page")).hasSize(1);
        assertThat(page.text()).contains("0800 555 111", "08000 121 700", "101", "You do not have to say who you are");
        assertThat(page("/worry/about-me").text()).contains("0800 1111", "It is not your fault");
    }

    @Test
    void oneAnswerIsEnoughAndGivesANumber() throws Exception {
        MockHttpServletResponse answer = send("/worry", "facts", "A child is collected by different cars each night.");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/worry/sent");
        assertThat(page("/worry/sent").select(".govuk-panel strong").text()).matches("R-.{7}");
    }

    @Test
    void aYoungPersonTellsInTheirOwnWords() throws Exception {
        MockHttpServletResponse answer = send(
                "/worry/about-me",
                "facts",
                "they keep messaging me and i am scared",
                "age",
                "14",
                "safe",
                "after school");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/worry/sent");
    }

    @Test
    void sentTwiceItIsOne() throws Exception {
        String once = UUID.randomUUID().toString();
        send("/worry", "facts", "Something", "once", once);
        String first = page("/worry/sent").select(".govuk-panel strong").text();
        send("/worry", "facts", "Something", "once", once);
        assertThat(page("/worry/sent").select(".govuk-panel strong").text()).isEqualTo(first);
    }

    @Test
    void noReceiptIsShownToAnotherVisit() throws Exception {
        send("/worry", "facts", "Something");
        visit = null;
        assertThat(perform(get("/worry/sent")).getRedirectedUrl()).isEqualTo("/worry");
    }

    @Test
    void nothingSaidIsAskedForAndEverythingTypedIsThere() throws Exception {
        MockHttpServletResponse answer = send("/worry", "facts", "", "name", "Somebody");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select("#name").val())
                .isEqualTo("Somebody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "' or 1=1 --", "a\u0000b", "\u202Etxt"})
    void hostileTextIsText(String typed) throws Exception {
        assertThat(send("/worry", "facts", typed, "name", typed, "age", typed, "where", typed, "yourName", typed)
                        .getRedirectedUrl())
                .isEqualTo("/worry/sent");
        assertThat(send("/worry", "facts", "", "name", typed).getContentAsString())
                .doesNotContain("<script>alert");
    }

    @Test
    void forgedChoicesAndKeysDoNoHarm() throws Exception {
        assertThat(send("/worry", "facts", "Something", "strands", "NONSENSE").getStatus())
                .isEqualTo(422);
        assertThat(send("/worry", "facts", "Something", "once", "../../x").getRedirectedUrl())
                .isEqualTo("/worry/sent");
    }

    @Test
    void tooManyInAnHourAreToldToRingAndKeepWhatTheyWrote() throws Exception {
        for (int i = 0; i < RateLimit.PER_VISIT; i++) {
            send("/worry", "facts", "Number " + i);
        }
        MockHttpServletResponse answer = send("/worry", "facts", "One more");
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentAsString()).contains("01632", "One more");
    }

    @Test
    void aMachineIsCaughtAndAPersonIsToldWhy() throws Exception {
        MockHttpServletResponse answer = send("/worry", "facts", "Buy", "website", "https://example.org");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("label[for=website]")
                        .text())
                .contains("leave this empty");
    }

    @Test
    void withoutItsCookieThePageCannotBeSent() throws Exception {
        assertThat(mvc.perform(MockMvcRequestBuilders.post("/worry").param("facts", "x"))
                        .andReturn()
                        .getResponse()
                        .getForwardedUrl())
                .isEqualTo("/form-expired");
        assertThat(page("/worry").text()).contains("refuses cookies this page cannot be sent: ring 01632");
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(perform(get(path)).getContentAsString());
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return perform(request);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        if (visit != null) {
            request.cookie(visit);
        }
        MockHttpServletResponse answer = mvc.perform(request.with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                }))
                .andReturn()
                .getResponse();
        Cookie given = answer.getCookie("sightline");
        visit = given == null ? visit : given;
        return answer;
    }
}
