package uk.sightline.platform;

import java.time.Duration;

/**
 * Work that repeats in the background, on one node at a time, as a named actor. A bean of this type is scheduled by
 * itself; a run that fails is logged and tried again at the next turn.
 */
public interface Job {

    /** Whose work it is; also the job's name in the job table. */
    Actor actor();

    /** From the end of one run to the start of the next. */
    Duration pause();

    /** One run. It opens its own transactions; one that goes through very much asks {@link #mayGoOn()} now and then. */
    void run();

    /** Whether the run on this thread may begin its next piece of work: not once the product stops. */
    static boolean mayGoOn() {
        return !Thread.currentThread().isInterrupted();
    }
}
