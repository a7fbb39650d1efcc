package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody at work without a browser, many at a time: opens pages and posts the forms that stand on them. */
final class HttpUser {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private String address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    private String name = "";

    HttpUser(int port) {
        this.address = "http://localhost:" + port;
    }

    /** Where a request led, and what stood there. */
    record Answer(int status, String path, Document page) {
        String text() {
            Element main = page.selectFirst("main");
            return main == null ? page.text() : main.text();
        }
    }

    /** Signs in, by the chooser of the demonstration, as the person in this place among those who hold the post. */
    HttpUser signInAs(String post, int place) throws IOException, InterruptedException {
        Document page = get("/sign-in").page();
        Element row = page.select("tr:has(form):contains(" + post + ")").get(place);
        name = row.child(0).text();
        Answer in = post(row.select("form").getFirst(), Map.of());
        assertThat(in.path()).as(in.text()).doesNotStartWith("/sign-in");
        return this;
    }

    /** Goes on at another node, as a load balancer sends them: with the same cookies. */
    void goesTo(int port) {
        address = "http://localhost:" + port;
    }

    String name() {
        return name;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /**
     * Posts the page's form that goes to this address, with what it holds and these values over it.
     *
     * @throws AssertionError when there is no such form; a product that is gone throws {@link IOException}
     */
    Answer post(Answer on, String action, Map<String, String> values) throws IOException, InterruptedException {
        Element form = on.page().selectFirst("form[action='" + action + "']");
        if (form == null) {
            throw new AssertionError("No form to %s on %s: %s".formatted(action, on.path(), on.text()));
        }
        return post(form, values);
    }

    private Answer post(Element form, Map<String, String> values) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(hidden -> fields.put(hidden.attr("name"), hidden.attr("value")));
        form.select("input[type=text], textarea")
                .forEach(field ->
                        fields.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.val()));
        form.select("input[checked]").forEach(chosen -> fields.put(chosen.attr("name"), chosen.val()));
        form.select("option[selected]").forEach(chosen -> fields.put(select(chosen), chosen.val()));
        fields.putAll(values);
        return send(HttpRequest.newBuilder(URI.create(address + form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    private static String select(Element option) {
        Element select = option.closest("select");
        return select == null ? "" : select.attr("name");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.uri().getPath(), Jsoup.parse(answer.body(), address));
    }
}
