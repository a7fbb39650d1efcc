package uk.sightline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Says whether the product runs, and where.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Option(names = "--data", description = "Folder of the product (default data).")
    private Path data = Path.of(System.getenv().getOrDefault("SIGHTLINE_DATA", "data"));

    @Override
    public Integer call() {
        Optional<ProcessFile.Running> running = ProcessFile.in(data).running();
        System.out.println(running.map(it -> "Sightline runs at " + it.address() + " (process "
                        + it.process().pid() + ").")
                .orElse("Sightline does not run."));
        return running.isPresent() ? 0 : NOT_RUNNING;
    }
}
