package uk.sightline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
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

    @Override
    public Integer call() throws IOException {
        ProcessFile file = ProcessFile.in(folder());
        Optional<ProcessFile.Running> running = file.running();
        if (running.isPresent()) {
            System.err.println(
                    "Sightline already runs at " + running.get().address() + ". Stop it with ./sightline stop");
            return 1;
        }
        try {
            start(file);
            return RUNNING;
        } catch (RuntimeException e) {
            System.err.println(Failure.inWords(e));
            return 1;
        }
    }

    private void start(ProcessFile file) throws IOException {
        var context = new SpringApplicationBuilder(Sightline.class)
                .properties(Map.of("sightline.demo", "true"))
                .initializers(starting -> starting.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("command line", options())))
                .run();
        int bound = context instanceof WebServerApplicationContext web
                ? java.util.Objects.requireNonNull(web.getWebServer()).getPort()
                : DEFAULT_PORT;
        file.write(bound);
        System.out.println("Sightline is at http://localhost:" + bound);
        System.out.println("Stop it with Ctrl-C or ./sightline stop.");
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new HashMap<>();
        if (port != null) {
            options.put("server.port", port);
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
