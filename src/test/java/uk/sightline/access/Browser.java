package uk.sightline.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody at a keyboard, over HTTP and without scripts: follows redirects, keeps cookies, fills in forms. */
final class Browser {

    private final String site;
    private final Connection session =
            Jsoup.newSession().ignoreHttpErrors(true).ignoreContentType(true).followRedirects(true);
    private Document shown = new Document("");
    private int status;
    private String path = "";

    Browser(int port) {
        site = "http://localhost:" + port;
    }

    Document open(String path) {
        return run(session.newRequest(site + path));
    }

    /** Posts the first form that goes to this address, with these fields set and the others as the page has them. */
    Document send(String action, Map<String, String> values) {
        return run(filled(page(), action, values));
    }

    /** The same, from a page that was opened earlier. */
    Document send(Document page, String action, Map<String, String> values) {
        return run(filled(page, action, values));
    }

    Document page() {
        return shown;
    }

    int status() {
        return status;
    }

    String path() {
        return path;
    }

    /** The session's cookie, as this browser holds it. */
    String cookie() {
        return session.cookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("sightline"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    void forgetSession() {
        List<java.net.HttpCookie> gone = session.cookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("sightline"))
                .toList();
        gone.forEach(cookie -> session.cookieStore().remove(null, cookie));
    }

    void forgetEveryCookie() {
        session.cookieStore().removeAll();
    }

    Connection filled(Document page, String action, Map<String, String> values) {
        FormElement form = page.forms().stream()
                .filter(each -> each.attr("action").equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form to " + action + " on: " + page.title() + "\n"
                        + page.body().text()));
        Connection request = session.newRequest(site + action).method(Connection.Method.POST);
        form.formData().stream()
                .filter(field -> !values.containsKey(field.key()))
                .forEach(field -> request.data(field.key(), field.value()));
        values.forEach(request::data);
        return request;
    }

    Document run(Connection request) {
        try {
            Connection.Response response = request.execute();
            status = response.statusCode();
            path = response.url().getPath();
            shown = response.parse();
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Document page) {
        Element main = page.selectFirst("main");
        return main == null ? page.text() : main.text();
    }
}
