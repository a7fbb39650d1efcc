package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.Hostile;
import uk.sightline.SightlineTest;
import uk.sightline.access.TestPeople;

/** Every text field of every page of the form, with whatever people paste and attackers try: it comes back as text. */
@SightlineTest
class EveryFieldTests {

    static final List<String> TYPED = Hostile.TYPED;

    private static final String TEXT = "textarea, input:not([type=hidden], [type=radio], [type=checkbox])";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Drafts drafts;

    private FormVisitor school;
    private String draft = "";

    /** A draft that has every page, the immediate danger and the duty to report included. */
    @BeforeEach
    void aDraftWithEveryPage() throws Exception {
        school = new FormVisitor(mvc, people.schoolLead("900001"));
        draft = String.valueOf(
                        school.post("/marf/new", "danger", "yes", "about", "child", "also", OpeningSection.CSA_REPORT)
                                .getRedirectedUrl())
                .replaceAll("/danger$", "");
        school.post(draft + "/family/add");
        school.fill(draft + "/assessment", "knows", "D5", "partial", "other");
    }

    @ParameterizedTest
    @FieldSource("TYPED")
    void whatIsTypedComesBackAsTextInEveryField(String typed) throws Exception {
        List<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(10);
        for (String page : pages) {
            List<String> fields = texts(school.page(page));
            MockHttpServletResponse left = school.fill(page, with(fields, typed));
            assertThat(left.getStatus()).as(page).isIn(302, 422);
            Document again = school.page(page);
            assertThat(again.select(Hostile.INJECTED)).as(page).isEmpty();
            for (String field : fields) {
                assertThat(value(again, field)).as(page + " " + field).isEqualTo(Answers.cleaned(typed));
            }
        }
        for (String page : List.of("", "/check", "/copy", "/people")) {
            assertThat(school.page(draft + page).select(Hostile.INJECTED)).isEmpty();
        }
    }

    private List<String> pages() {
        String id = draft.substring("/marf/".length());
        Filling filling = school.person().actor().call(() -> drafts.look(UUID.fromString(id)));
        return Sections.asked(filling)
                .flatMap(section -> Sections.keys(section, filling).stream())
                .map(key -> draft + "/" + key)
                .toList();
    }

    private static List<String> texts(Document page) {
        return page.select("main form[data-autosave]").select(TEXT).eachAttr("name").stream()
                .distinct()
                .toList();
    }

    private static String[] with(List<String> fields, String typed) {
        return fields.stream().flatMap(field -> Stream.of(field, typed)).toArray(String[]::new);
    }

    private static String value(Document page, String field) {
        Element element = page.select("[name='" + field + "']").first();
        return element == null ? "" : element.is("textarea") ? element.wholeText() : element.val();
    }
}
