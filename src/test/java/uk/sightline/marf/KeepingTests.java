package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.messages.Mail;

/** Drafts live 14 days and go with notice; files go with them. */
@SightlineTest
class KeepingTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    DraftKeeping keeping;

    @Autowired
    Mail mail;

    @Autowired
    TestTime.Settable time;

    FormVisitor school;
    String draft;

    @BeforeEach
    void aDraft() throws Exception {
        school = new FormVisitor(mvc, people.schoolLead("900017"));
        draft = school.begin("child");
    }

    @AfterEach
    void backToNow() {
        time.set(TestTime.START);
    }

    @Test
    void theOwnerIsToldTwoDaysBeforeADraftGoes() throws Exception {
        later(Duration.ofDays(11));
        assertThat(school.page("/marf").text()).doesNotContain("removed soon");
        later(Duration.ofDays(1));
        assertThat(school.page("/marf").text()).contains("removed soon");
        assertThat(school.open(draft).getStatus()).isEqualTo(200);
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(school.person().actor().call(() -> mail.about(id))).hasSize(1);
        later(Duration.ofDays(2));
        assertThat(school.open(draft).getStatus()).isEqualTo(404);
    }

    @Test
    void noneGoesUnannouncedAfterALongPause() throws Exception {
        later(Duration.ofDays(30));
        assertThat(school.open(draft).getStatus()).isEqualTo(200);
        later(Duration.ofDays(2));
        assertThat(school.open(draft).getStatus()).isEqualTo(404);
    }

    @Test
    void aChangeStartsTheTimeAgain() throws Exception {
        later(Duration.ofDays(13));
        school.autosave(draft + "/worry", "version", "0", "worry", "x");
        later(Duration.ofDays(10));
        assertThat(school.open(draft).getStatus()).isEqualTo(200);
    }

    @Test
    void filesAreAddedAndGoWithTheDraft() throws Exception {
        upload("notes.txt", "What was said on Tuesday.");
        assertThat(school.page(draft + "/files").text()).contains("notes.txt");
        later(Duration.ofDays(12));
        later(Duration.ofDays(2));
        assertThat(school.open(draft).getStatus()).isEqualTo(404);
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefusedInWords() throws Exception {
        assertThat(upload("photo.jpg", "MZ this is a program"))
                .contains("photo.jpg")
                .contains("There is a problem");
        assertThat(school.page(draft + "/files").text()).doesNotContain("Remove photo.jpg");
    }

    private String upload(String name, String content) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.multipart(draft + "/files")
                        .file(new MockMultipartFile(
                                "files", name, "text/plain", content.getBytes(StandardCharsets.UTF_8)))
                        .param("kind", "other")
                        .with(school.person().signedIn())
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void later(Duration time) {
        this.time.advance(time);
        DraftJob.DRAFTS.run(() -> {
            keeping.warn();
            keeping.purge();
        });
    }
}
