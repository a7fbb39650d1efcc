package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.messages.TestPost;

/** Whatever leaves by e-mail holds a reference and a link: e-mail is forwarded, printed and read over shoulders. */
@SightlineTest
@Import(TestPost.class)
class MailSaysNothingTests {

    private static final String REASON = "Borrowed money; somebody unknown collects weekly outside lessons.";
    private static final String ANSWER = "Thursday's panel agreed who visits the household beforehand.";
    private static final String ADDED = "Yesterday another teenager brought sealed envelopes.";

    /** What says nothing about anybody: the words of the messages themselves. */
    private static final List<String> OF_THE_MESSAGE = List.of(
            "referral",
            "reference",
            "answer",
            "sign",
            "read",
            "information",
            "added",
            "sightline",
            "test",
            "with",
            "example");

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}|\\d{4,}");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Referrals referrals;

    @Autowired
    private TestPost post;

    @Test
    void theMessagesOfAReferralHoldAReferenceAndALinkOnly() throws Exception {
        TestPerson lead = people.schoolLead("900001");
        TestPerson worker = people.frontDoorWorker();
        Receipt receipt = lead.actor().call(() -> referrals.submit(SampleForms.aboutA14YearOld(), Channel.PORTAL));
        String path = "/front-door/" + receipt.id();
        send(worker, path + "/claim");
        send(worker, path + "/subjects/1/not-identifiable", "version", "1", "why", "Nobody knows them by that name.");
        send(lead, "/referrals/" + receipt.id() + "/add", "body", ADDED);
        send(
                worker,
                path + "/tell",
                "version",
                "2",
                "outcome",
                "advice",
                "level",
                "3",
                "reason",
                REASON,
                "how",
                "portal",
                "answer",
                ANSWER);

        List<String> mails = post.delivered().stream()
                .filter(mail -> mail.contains(receipt.reference()))
                .toList();

        assertThat(mails).as("information added, and the answer").hasSize(2).allSatisfy(mail -> {
            assertThat(mail).containsPattern("https?://\\S+/(referrals|front-door)/" + receipt.id());
            assertThat(words(mail)).doesNotContainAnyElementsOf(told());
        });
    }

    /** Every word and number that somebody wrote about somebody. */
    private static List<String> told() {
        ReferralForm form = SampleForms.aboutA14YearOld();
        return Stream.of(form.subjects(), form.concern(), form.need(), form.referrer(), REASON, ANSWER, ADDED)
                .flatMap(part -> values(part.toString()))
                .filter(word -> !OF_THE_MESSAGE.contains(word))
                .distinct()
                .toList();
    }

    /** A record's text names its fields, which are the program's words and not the writer's. */
    private static Stream<String> values(String text) {
        return words(text.replaceAll("\\w+=null|\\w+=|\\w+\\[", " ")).stream();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private void send(TestPerson person, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path).with(person.signedIn()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        mvc.perform(request).andExpect(MockMvcResultMatchers.status().isFound());
    }
}
