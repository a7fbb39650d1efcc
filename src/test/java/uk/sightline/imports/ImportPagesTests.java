package uk.sightline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.platform.Ids;

@SightlineTest
class ImportPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private ImportJob job;

    private TestPerson manager;

    @BeforeEach
    void someoneWhoMayImport() {
        manager = colleagues.frontDoorManager();
    }

    @Test
    void aFileIsTakenInCheckedImportedAndUndoneByPage() throws Exception {
        String at = taken("rec_id, name, date_of_birth\n1, Pagely <b>Bold</b>, 2011-01-02\n2, , 2011-01-02\n");

        assertThat(page(at).getContentAsString())
                .contains("What the columns hold", "For example: Pagely &lt;b&gt;Bold&lt;/b&gt;")
                .containsPattern("value=\"date-of-birth\" selected");

        answer(
                at + "/columns",
                "source",
                "Test " + Ids.reference("S"),
                "column-0",
                "source-id",
                "column-1",
                "full-name",
                "column-2",
                "date-of-birth");
        MockHttpServletResponse working = page(at);
        assertThat(working.getHeader("Refresh")).isEqualTo("2");
        assertThat(working.getContentAsString()).contains("0 of 2 rows are done");

        ImportJob.ACTOR.run(job::run);
        assertThat(page(at).getContentAsString())
                .contains("Nothing has been changed yet", "has no name", "Import these people");

        answer(at + "/run");
        ImportJob.ACTOR.run(job::run);
        assertThat(page(at).getContentAsString()).contains("Import finished", "Undo this import");
        assertThat(page(at + "/rows.csv").getContentAsString(StandardCharsets.UTF_8))
                .contains("3,rejected,name");
        assertThat(page(at + "/rejects.csv").getContentAsString(StandardCharsets.UTF_8))
                .contains("rec_id,name,date_of_birth,Why rejected", "2,,2011-01-02,The row has no name.");

        answer(at + "/undo");
        ImportJob.ACTOR.run(job::run);
        assertThat(page(at).getContentAsString()).contains("Import undone");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedBesideTheFieldAndWhatWasTypedStays() throws Exception {
        MockHttpServletResponse again = upload("PK\u0003\u0004", "School census");

        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("This is a spreadsheet", "value=\"School census\"");
        assertThat(upload("name\nAda\n", " ").getContentAsString()).contains("Say whose file it is");
    }

    @Test
    void columnsThatMakeNobodyAreShownAgain() throws Exception {
        String at = taken("name,dob\nAda Pagely,2011-01-02\n");

        MockHttpServletResponse again =
                answer(at + "/columns", "source", "S", "column-0", "ignore", "column-1", "ignore");

        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("No column would be imported");
        assertThat(answer(at + "/columns", "source", "S", "column-0", "shoe-size")
                        .getContentAsString())
                .contains("Choose what the column holds");
    }

    @Test
    void aForgedIdAndAnothersImportLookTheSame() throws Exception {
        String at = taken("name,dob\nAda Pagely,2011-01-02\n");
        TestPerson other = colleagues.frontDoorManager();

        MockHttpServletResponse others =
                mvc.perform(get(at).with(other.signedIn())).andReturn().getResponse();
        MockHttpServletResponse forged = page("/people/import/" + UUID.randomUUID());

        assertThat(others.getStatus()).isEqualTo(404).isEqualTo(forged.getStatus());
        assertThat(mvc.perform(post(at + "/discard").with(other.signedIn()).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(page(at).getStatus()).isEqualTo(200);
        answer(at + "/discard");
        assertThat(page(at).getStatus()).isEqualTo(404);
    }

    @Test
    void aPostThatDoesNotImportIsRefused() throws Exception {
        TestPerson worker = colleagues.frontDoorWorker();

        assertThat(mvc.perform(get("/people/import").with(worker.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private String taken(String text) throws Exception {
        return Objects.requireNonNull(upload(text, "Test").getRedirectedUrl());
    }

    private MockHttpServletResponse upload(String text, String source) throws Exception {
        return mvc.perform(multipart("/people/import")
                        .file(new MockMultipartFile(
                                "file", "../people.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                        .param("source", source)
                        .with(manager.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse page(String address) throws Exception {
        return mvc.perform(get(address).with(manager.signedIn())).andReturn().getResponse();
    }

    private MockHttpServletResponse answer(String address, String... fields) throws Exception {
        var request = post(address).with(manager.signedIn()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
