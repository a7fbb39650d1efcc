package uk.sightline.govuk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves one page with the product's own content security policy, its assets, and an address to save to. */
final class SampleServer implements AutoCloseable {

    static final String POLICY = "default-src 'none'; script-src 'nonce-nonce-1' 'strict-dynamic'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    final List<String> saved = new CopyOnWriteArrayList<>();
    final List<String> sent = new CopyOnWriteArrayList<>();
    volatile int saveStatus = 200;
    volatile boolean tellsVersion = true;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final HttpServer server;

    SampleServer(Supplier<String> page) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> page(exchange, page.get()));
        server.createContext(Assets.ROOT, SampleServer::asset);
        server.createContext("/save", this::save);
        server.createContext("/session/keep-alive", exchange -> send(exchange, 204, "text/plain", new byte[0]));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    void holdSaves() {
        gate = new CountDownLatch(1);
    }

    void letSavesGo() {
        gate.countDown();
    }

    private void page(HttpExchange exchange, String html) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            sent.add(body(exchange));
        }
        send(exchange, 200, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private void save(HttpExchange exchange) throws IOException {
        saved.add(exchange.getRequestHeaders().getFirst("X-Autosave") + " " + body(exchange));
        var answer = tellsVersion ? "{\"saved\":\"14:02\",\"version\":%d}".formatted(saved.size() + 1) : "{}";
        await(gate);
        send(exchange, saveStatus, "application/json", answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void asset(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (var in = SampleServer.class.getResourceAsStream("/static" + path)) {
            if (in == null) send(exchange, 404, "text/plain", new byte[0]);
            else send(exchange, 200, type(path), in.readAllBytes());
        }
    }

    private static String type(String path) {
        if (path.endsWith(".css")) return "text/css";
        return path.endsWith(".svg") ? "image/svg+xml" : "text/javascript";
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
