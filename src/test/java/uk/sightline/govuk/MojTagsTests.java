package uk.sightline.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MojTagsTests {

    @Test
    void aTimelineSaysWhatHappenedWhenAndWhoSaidSo() {
        var seen = TimelineItem.of(
                "Seen at home",
                "Sam Carter",
                "2026-11-20",
                "20 November 2026",
                output -> output.writeUserContent("Well <today>"));
        var item = print("timeline", Map.of("items", List.of(seen), "headingLevel", 3))
                .select(".moj-timeline__item");
        assertThat(item.select("h3").text()).isEqualTo("Seen at home");
        assertThat(item.select(".moj-timeline__byline").text()).isEqualTo("by Sam Carter");
        assertThat(item.select("time").attr("datetime")).isEqualTo("2026-11-20");
        assertThat(item.select(".moj-timeline__description").text()).isEqualTo("Well <today>");
    }

    @Test
    void theSubNavigationMarksThePageOneIsOn() {
        var items =
                List.of(NavigationItem.of("Overview", "/overview", false), NavigationItem.of("Plans", "/plans", true));
        var links = print("subNavigation", Map.of("items", items)).select("a");
        assertThat(links.eachAttr("href")).containsExactly("/overview", "/plans");
        assertThat(links.select("[aria-current=page]").text()).isEqualTo("Plans");
    }

    @Test
    void aFilterIsKeptInTheAddressAndEachChoiceCanBeTakenOff() {
        var chosen = List.of(new FilterChoice("Level", List.of(Link.of("Level 3", "/queue"))));
        var filter = print(
                "filter",
                Map.of(
                        "action",
                        "/queue",
                        "chosen",
                        chosen,
                        "clearHref",
                        "/queue",
                        "options",
                        Samples.tag("input", Map.of("name", "reference", "label", Label.of("Reference")))));
        assertThat(filter.select("form").attr("method")).isEqualTo("get");
        assertThat(filter.select(".moj-filter__tag").text()).isEqualTo("Remove this filter Level 3");
        assertThat(filter.select("form input").eachAttr("name")).containsExactly("reference");
    }

    @Test
    void anEmptyWorkListSaysSo() {
        var empty = print("queue", Map.of("id", "q", "caption", "Waiting", "head", List.of(), "rows", List.of()));
        assertThat(empty.text()).isEqualTo("Nothing is waiting here.");
    }

    @Test
    void aCellOfAWorkListSaysItsColumnForAPhoneAndKeysAreForThoseWhoWorkThroughIt() {
        var rows = List.of(QueueRow.of(TableCell.of("R-4F2K"), TableCell.of("2 h left")));
        var heads = List.of(TableHead.of("Referral"), TableHead.of("Time left"));
        var list = print("queue", Map.of("id", "q", "caption", "Waiting", "head", heads, "rows", rows));
        assertThat(list.select("tbody [data-label]").eachAttr("data-label")).containsExactly("Time left");
        assertThat(list.select("input")).isEmpty();
    }

    @Test
    void thePersonsHeaderNamesThePersonAndTheFactsAboutThem() {
        var facts = List.of(SummaryRow.of("Age", "14"));
        var header = print("personHeader", Map.of("name", "Robin Example", "facts", facts));
        assertThat(header.select("p").text()).isEqualTo("Robin Example");
        assertThat(header.select("dt, dd").eachText()).containsExactly("Age", "14");
    }

    @Test
    void aDateIsNamedAsTheFormsRecordBindsIt() {
        var date = print(
                "date", Map.of("name", "born", "legend", "Date of birth", "value", new DateParts("5", "", "2011")));
        assertThat(date.select("input").eachAttr("name")).containsExactly("born.day", "born.month", "born.year");
        assertThat(date.select("input").eachAttr("id")).containsExactly("born-day", "born-month", "born-year");
        assertThat(date.select("input").eachAttr("value")).containsExactly("5", "", "2011");
        assertThat(date.select("label").eachText()).containsExactly("Day", "Month", "Year");
    }

    private static Element print(String tag, Map<String, Object> options) {
        var out = new StringOutput();
        PublishedHtml.ENGINE.render("govuk/" + tag + ".jte", options, out);
        return Jsoup.parseBodyFragment(out.toString()).body();
    }
}
