package uk.sightline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stop",
        description = "Stops the product; work in hand is finished first.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 90;

    @Option(names = "--data", description = "Folder of the product (default data).")
    private Path data = Path.of(System.getenv().getOrDefault("SIGHTLINE_DATA", "data"));

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Optional<ProcessFile.Running> running = ProcessFile.in(data).running();
        if (running.isEmpty()) {
            System.out.println("Sightline does not run.");
            return 0;
        }
        ProcessHandle process = running.get().process();
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.err.println(
                    "Sightline has not stopped after " + PATIENCE_SECONDS + " seconds; it is process " + process.pid());
            return 1;
        }
        System.out.println("Sightline has stopped.");
        return 0;
    }
}
