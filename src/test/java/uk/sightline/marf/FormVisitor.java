package uk.sightline.marf;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.sightline.access.TestPeople.TestPerson;

/** Somebody who fills in a referral: opens pages, types into the form that is there, and sends it. */
record FormVisitor(MockMvc mvc, TestPerson person) {

    Document page(String address) throws Exception {
        return Jsoup.parse(open(address).getContentAsString());
    }

    MockHttpServletResponse open(String address) throws Exception {
        return mvc.perform(get(address).with(person.signedIn())).andReturn().getResponse();
    }

    /** Sends fields, "name", "value", "name", "value" …, as they are. */
    MockHttpServletResponse post(String address, String... fields) throws Exception {
        return mvc.perform(posting(address, fields)).andReturn().getResponse();
    }

    MockHttpServletResponse autosave(String address, String... fields) throws Exception {
        return mvc.perform(posting(address, fields).header("X-Autosave", "1"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletRequestBuilder posting(String address, String... fields) {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(address).with(person.signedIn()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    /** Opens a page, fills in its form over what stands there, and goes on; where that leads. */
    MockHttpServletResponse fill(String address, String... fields) throws Exception {
        return fillAgain(address, fields(page(address)), fields);
    }

    /** The same over a page that was opened before. */
    MockHttpServletResponse fillAgain(String address, Map<String, List<String>> opened, String... fields)
            throws Exception {
        Map<String, List<String>> form = new LinkedHashMap<>(opened);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], List.of(fields[i + 1].split("\\|")));
        }
        String[] flat = form.entrySet().stream()
                .flatMap(each -> each.getValue().stream().flatMap(value -> Stream.of(each.getKey(), value)))
                .toArray(String[]::new);
        return post(address, flat);
    }

    /** What the form of a page would send as it stands. */
    static Map<String, List<String>> fields(Document page) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        page.select("main form[data-autosave], main form").stream()
                .filter(form -> !form.select("button").isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form on the page: " + page.text()))
                .select("input, textarea, select")
                .forEach(input -> {
                    boolean box = List.of("radio", "checkbox").contains(input.attr("type"));
                    String value = switch (input.tagName()) {
                        case "select" -> input.select("option[selected]").val();
                        case "textarea" -> input.wholeText();
                        default -> input.val();
                    };
                    if ((!box || input.hasAttr("checked"))
                            && !input.attr("name").equals("_csrf")) {
                        fields.computeIfAbsent(input.attr("name"), name -> new ArrayList<>())
                                .add(value);
                    }
                });
        return fields;
    }

    /** Begins a referral about a child; the address of the draft. */
    String begin(String about) throws Exception {
        String to = post("/marf/new", "danger", "no", "about", about).getRedirectedUrl();
        return String.valueOf(to);
    }

    /** The address of the first person's page. */
    String person(String draft) throws Exception {
        String carryOn = page(draft).select("a.govuk-link[href*=/people/]").attr("href");
        return carryOn.isEmpty()
                ? page(draft + "/people").select("a[href*=/people/]").attr("href")
                : carryOn;
    }

    /** As little as a school has to fill in, up to the level; gives back where that leads. */
    String tellTheWorry(String draft) throws Exception {
        onward(
                person(draft),
                "/happened",
                "name",
                "Sample Child",
                "birth",
                "14",
                "ethnicity",
                "NOBT",
                "postcode",
                "BD1 1AA",
                "disabilities",
                "NONE");
        onward(
                draft + "/happened",
                "/worry",
                "facts",
                "Picked up at the gate by a car nobody knows.",
                "when",
                "Tuesday, 3pm",
                "where",
                "School gate",
                "source",
                "seen",
                "noWords",
                "yes");
        onward(draft + "/worry", "/exploitation", "worry", "That they are taken further away.");
        onward(draft + "/exploitation", "/signs", "strands", "CCE");
        return pastTheAssessment(draft, String.valueOf(fill(draft + "/signs").getRedirectedUrl()));
    }

    /** A school that knows no more says why; a call goes on without it. */
    private String pastTheAssessment(String draft, String to) throws Exception {
        return to.endsWith("/assessment") ? onward(draft + "/assessment", "/level", "partial", "one-side") : to;
    }

    String onward(String address, String to, String... fields) throws Exception {
        MockHttpServletResponse answer = fill(address, fields);
        String went = answer.getRedirectedUrl();
        if (went == null || !went.endsWith(to)) {
            throw new AssertionError("From %s expected %s, came to %s: %s"
                    .formatted(
                            address,
                            to,
                            went,
                            Jsoup.parse(answer.getContentAsString())
                                    .select(".govuk-error-summary, h1")
                                    .text()));
        }
        return went;
    }
}
