package uk.sightline.district;

import java.io.PrintStream;
import org.springframework.context.SmartLifecycle;

/** Loads the district at the first start of the demonstration, after migrations and pack and before the first page. */
final class FirstStart implements SmartLifecycle {

    /** Long before the web server, which starts among the last. */
    private static final int EARLY = 0;

    private final District district;
    private final long people;
    private volatile boolean running;

    FirstStart(District district, long people) {
        this.district = district;
        this.people = people;
    }

    @Override
    public void start() {
        if (district.isWanted()) {
            PrintStream out = System.out;
            out.println("First start: a fictional district is loaded. Nobody in it exists.");
            Workers workers = district.load(Scale.of(people), out::println);
            WhoToTry.of(workers).forEach(out::println);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}
