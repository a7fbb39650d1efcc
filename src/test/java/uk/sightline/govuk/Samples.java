package uk.sightline.govuk;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page with most of what pages are made of, about invented people. */
final class Samples {

    static final Chrome SIGNED_IN = new Chrome(
            "_csrf",
            "token-1",
            "nonce-1",
            new Chrome.SignedIn("Sam Carter", "Front-door manager"),
            List.of(
                    new NavItem("My work", "/", true, 3),
                    NavItem.of("Referrals", "/referrals"),
                    NavItem.of("People", "/people"),
                    NavItem.of("Meetings", "/meetings")),
            true,
            900,
            "14:02 on 22 November 2026");

    static final Chrome PUBLIC = new Chrome("_csrf", "token-1", "nonce-1", null, List.of(), false, 900, "14:02");

    private Samples() {}

    static Content tag(String name, Map<String, ? extends @Nullable Object> options) {
        return output -> PublishedHtml.ENGINE.render("govuk/" + name + ".jte", new HashMap<>(options), output);
    }

    static Content all(Content... parts) {
        return output -> {
            for (var part : parts) part.writeTo(output);
        };
    }

    static Content heading(String text) {
        return output -> output.writeContent("<h1 class=\"govuk-heading-l\">" + text + "</h1>");
    }

    static String page(Chrome chrome, Map<String, ? extends @Nullable Object> options) {
        var out = new StringOutput();
        Chrome.bind(() -> chrome).run(() -> PublishedHtml.ENGINE.render("govuk/page.jte", new HashMap<>(options), out));
        return out.toString();
    }

    static Content form(FieldErrors errors) {
        return tag(
                "form",
                Map.of(
                        "action",
                        "/sample",
                        "autosave",
                        "/save",
                        "version",
                        1,
                        "id",
                        "sample",
                        "content",
                        fields(errors)));
    }

    static Content queue() {
        return tag(
                "queue",
                Map.of(
                        "keys",
                        true,
                        "id",
                        "front-door",
                        "caption",
                        "Waiting for a decision",
                        "head",
                        List.of(
                                TableHead.of("Due"),
                                TableHead.of("Reference"),
                                TableHead.of("Age band"),
                                TableHead.of("Flags")),
                        "rows",
                        List.of(row("2 h 10 left", "R-4F2K"), row("5 h left", "R-4F2L"), row("Tomorrow", "R-4F2M"))));
    }

    static Content person() {
        return tag(
                "personHeader",
                Map.of(
                        "name",
                        "Robin Example",
                        "facts",
                        List.of(
                                SummaryRow.of("Age", "14"),
                                SummaryRow.of("Level", "3"),
                                SummaryRow.of("Lead", "Sam Carter"))));
    }

    private static Content fields(FieldErrors errors) {
        var phone = new HashMap<String, @Nullable Object>(Map.of("name", "phone", "label", Label.of("Phone number")));
        phone.put("errorMessage", errors.on("phone"));
        var born = new HashMap<String, @Nullable Object>(Map.of("name", "born", "legend", "Date of birth"));
        born.put("errorMessage", errors.on("born"));
        return all(
                tag("input", phone),
                tag("date", born),
                tag(
                        "radios",
                        Map.of(
                                "name",
                                "level",
                                "fieldset",
                                Fieldset.bold("Level"),
                                "items",
                                List.of(
                                        RadioItem.of("2", "Level 2"),
                                        RadioItem.of("3", "Level 3").hint("Significant worry")))),
                tag(
                        "select",
                        Map.of(
                                "name",
                                "strand",
                                "label",
                                Label.of("Strand"),
                                "items",
                                List.of(
                                        SelectItem.of("cse", "Sexual exploitation"),
                                        SelectItem.of("cce", "Criminal exploitation")))),
                tag("characterCount", Map.of("name", "words", "label", Label.of("What happened"), "maxlength", 2_000)),
                tag("button", Map.of("text", "Decide and tell")));
    }

    private static QueueRow row(String due, String reference) {
        return QueueRow.of(
                TableCell.of(due),
                TableCell.html(output -> output.writeContent(
                        "<a class=\"govuk-link\" href=\"#" + reference + "\">" + reference + "</a>")),
                TableCell.of("13 to 15"),
                TableCell.html(tag("flags", Map.of("dangers", List.of("Danger now"), "others", List.of("Known")))));
    }
}
