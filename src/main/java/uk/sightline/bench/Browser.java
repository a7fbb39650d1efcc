package uk.sightline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of one person: keeps the cookies, and sends forms with the token that was on the last page. */
final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;

    private final HttpClient client;
    private final URI address;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    Browser(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    /** A page as it came: an answer that only says where to go on is not followed. */
    record Page(int status, String body, String location) {
        boolean isFine() {
            return status == 200;
        }

        boolean goesOn() {
            return status == FOUND || status == SEE_OTHER;
        }
    }

    Page get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    Page post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send(posting(path, form));
    }

    /** What a page's script sends while somebody types. */
    Page autosave(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send(posting(path, form).header("X-Autosave", "1"));
    }

    private HttpRequest.Builder posting(String path, Map<String, String> form) {
        Map<String, String> fields = new TreeMap<>(form);
        fields.put("_csrf", token);
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = client.send(
                request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return new Page(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Location").orElse(""));
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        if (value.isEmpty()) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
