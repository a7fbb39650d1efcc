package uk.sightline.district;

import org.springframework.context.SmartLifecycle;

/** Refuses to serve pages over half a district: its lists would be short and its indexes missing. */
final class CutOff implements SmartLifecycle {

    /** Long before the web server, which starts among the last. */
    private static final int EARLY = 0;

    private final District district;
    private volatile boolean running;

    CutOff(District district) {
        this.district = district;
    }

    @Override
    public void start() {
        if (district.isCutOff()) {
            throw new IllegalStateException(
                    "the loading of a district was cut off or still runs. Finish it with ./sightline load, then start");
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
