package uk.sightline.govuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageTests {

    private static final FieldErrors ERRORS = FieldErrors.builder()
            .add("phone", "Enter a phone number")
            .add("phone", "A second message of the same field")
            .add("born", "Date of birth must include a month", "born-month")
            .build();

    private static Document page(Chrome chrome, FieldErrors errors) {
        var content = Samples.all(Samples.heading("A worry"), Samples.form(errors), Samples.queue());
        return Jsoup.parse(Samples.page(
                chrome, Map.of("title", "A <worry>", "content", content, "errors", errors, "exitThisPage", true)));
    }

    @Test
    void theTitleSaysThatThereAreErrors() {
        assertThat(page(Samples.PUBLIC, FieldErrors.none()).title()).isEqualTo("A <worry> – Sightline");
        assertThat(page(Samples.PUBLIC, ERRORS).title()).isEqualTo("Error: A <worry> – Sightline");
    }

    @Test
    void theSummaryLeadsToEachFieldOnce() {
        var page = page(Samples.PUBLIC, ERRORS);
        assertThat(page.select(".govuk-error-summary li a").eachAttr("href")).containsExactly("#phone", "#born-month");
        assertThat(page.select("#phone, #born-month")).hasSize(2);
        assertThat(page.select("#phone").attr("aria-describedby")).isEqualTo("phone-error");
        assertThat(page.select("#phone-error").text()).isEqualTo("Error: Enter a phone number");
    }

    @Test
    void onlyPagesOfSignedInPeopleAreMarked() {
        assertThat(page(Samples.SIGNED_IN, ERRORS).select(".sightline-marking").text())
                .contains("OFFICIAL-SENSITIVE · printed by Sam Carter at 14:02 on 22 November 2026");
        assertThat(page(Samples.PUBLIC, ERRORS).text()).doesNotContain("OFFICIAL");
    }

    @Test
    void theDemonstrationSaysSoOnEveryPage() {
        var words = "Demonstration: invented people. Anyone can sign in as anyone.";
        assertThat(page(Samples.SIGNED_IN, ERRORS).text()).contains(words);
        assertThat(page(Samples.PUBLIC, ERRORS).text()).doesNotContain(words);
    }

    @Test
    void everyFormIsPostedAndProtected() {
        var forms = page(Samples.SIGNED_IN, ERRORS).select("form");
        assertThat(forms).hasSizeGreaterThan(2).allSatisfy(form -> {
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.select("input[name=_csrf][value=token-1]")).hasSize(1);
        });
        assertThat(forms.select("#sample input[name=version]").attr("value")).isEqualTo("1");
    }

    @Test
    void nothingIsRefusedByTheContentSecurityPolicy() {
        var page = page(Samples.SIGNED_IN, ERRORS);
        assertThat(page.select("script"))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script.attr("nonce")).isEqualTo("nonce-1"));
        assertThat(page.select("style, [style]")).isEmpty();
        assertThat(page.getAllElements().eachAttr("onclick")).isEmpty();
    }

    @Test
    void idsAreUnique() {
        var ids = page(Samples.SIGNED_IN, ERRORS).select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void theNavigationShowsWhatWaits() {
        var items = page(Samples.SIGNED_IN, ERRORS).select(".govuk-service-navigation__item");
        assertThat(items.eachText()).isEqualTo(List.of("My work 3", "Referrals", "People", "Meetings"));
        assertThat(items.select("[aria-current=page]").eachText()).containsExactly("My work 3");
    }

    @Test
    void theWarningBeforeSigningOutKnowsTheLimit() {
        var page = page(Samples.SIGNED_IN, ERRORS);
        assertThat(page.select("dialog").attr("data-idle-seconds")).isEqualTo("900");
        assertThat(page.text()).contains("You are signed out after 15 minutes without");
        assertThat(page(Samples.PUBLIC, ERRORS).select("dialog")).isEmpty();
    }

    @Test
    void aPageOutsideARequestIsRefused() {
        assertThatThrownBy(Chrome::current).isInstanceOf(IllegalStateException.class);
    }
}
