package uk.sightline.district;

import org.springframework.context.SmartLifecycle;

/** Work at the start of the product, after migrations and pack and before the first page is served. */
abstract class BeforePages implements SmartLifecycle {

    /** Long before the web server, which starts among the last. */
    private static final int EARLY = 0;

    private volatile boolean running;

    abstract void work();

    @Override
    public final void start() {
        work();
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return EARLY;
    }
}
