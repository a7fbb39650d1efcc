package uk.sightline;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description = "Starts the product; on the first start with a fictional district to try it on.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    /** Not an exit code: the product goes on running in its own threads. */
    static final int RUNNING = -1;

    private static final int DEFAULT_PORT = 8080;

    @Option(names = "--port", description = "Port of the pages (SIGHTLINE_PORT; default 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            description = "Folder of the embedded database and the keys (SIGHTLINE_DATA; default data).")
    private @Nullable Path data;

    @Option(
            names = "--db",
            description = "JDBC address of an external PostgreSQL 15 or later, with a user that may create roles "
                    + "(SIGHTLINE_DB; default: the embedded one).")
    private @Nullable String db;

    @Option(names = "--no-demo", description = "No fictional district, no sign-in as anyone (SIGHTLINE_DEMO=false).")
    private boolean noDemo;

    @Option(names = "--people", description = "How many people the fictional district has (default 20000).")
    private @Nullable Integer people;

    @Option(names = "--rehearse", hidden = true, description = "Starts once and ends, for the cache of classes.")
    private boolean rehearse;

    @Override
    public Integer call() {
        if (rehearse) {
            return rehearse();
        }
        ProcessFile file = ProcessFile.in(folder());
        Optional<ProcessFile.Running> running = file.running();
        if (running.isPresent()) {
            System.err.println(
                    "Sightline already runs at " + running.get().address() + ". Stop it with ./sightline stop");
            return 1;
        }
        try {
            requireFree(port());
            start(file);
            return RUNNING;
        } catch (IOException | RuntimeException e) {
            System.err.println(Failure.inWords(e));
            return 1;
        }
    }

    private int rehearse() {
        port = 0;
        noDemo = true;
        try (ConfigurableApplicationContext product = run()) {
            Rehearsal.ask(portOf(product));
            return 0;
        } catch (IOException | RuntimeException e) {
            System.err.println(Failure.inWords(e));
            return 1;
        }
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(Sightline.class)
                .properties(Map.of("sightline.demo", "true"))
                .initializers(starting -> starting.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("command line", options())))
                .run();
    }

    private static int portOf(ConfigurableApplicationContext product) {
        return product instanceof WebServerApplicationContext web
                ? java.util.Objects.requireNonNull(web.getWebServer()).getPort()
                : DEFAULT_PORT;
    }

    /** Where the database is, for a process that starts beside this one. */
    private List<String> place() {
        List<String> place = new ArrayList<>(List.of("--data", folder().toString()));
        if (db != null) {
            place.addAll(List.of("--db", db));
        }
        return place;
    }

    private void start(ProcessFile file) throws IOException {
        int bound = portOf(run());
        file.write(bound);
        Rehearsal.wanted().ifPresent(rehearsal -> rehearsal.begin(place()));
        System.out.println("Sightline is at http://localhost:" + bound);
        System.out.println("Stop it with Ctrl-C or ./sightline stop.");
    }

    /** Asked before anything else is done: the web server itself starts last. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
        } catch (BindException inUse) {
            throw new IllegalStateException(
                    "port %d is in use. Stop what uses it, or choose another with --port".formatted(port));
        }
    }

    private int port() {
        return port != null ? port : Integer.parseInt(System.getenv().getOrDefault("SIGHTLINE_PORT", "8080"));
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new HashMap<>();
        if (port != null) {
            options.put("server.port", port);
            if (port > 0) {
                new ProcessFile.Running(ProcessHandle.current(), port).tellAddress(options);
            }
        }
        if (data != null) {
            options.put("sightline.data", data.toString());
        }
        if (db != null) {
            options.put("sightline.db", db);
        }
        if (noDemo) {
            options.put("sightline.demo", "false");
        }
        if (people != null) {
            options.put("sightline.people", people);
        }
        return options;
    }

    private Path folder() {
        return data != null ? data : Path.of(System.getenv().getOrDefault("SIGHTLINE_DATA", "data"));
    }
}
