package uk.sightline.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is acting: a signed-in person, a named background job, or the public. Every transaction carries its actor to
 * PostgreSQL, whose row policies decide by it; there is no "no actor, so everything is visible".
 *
 * @param id the account's id
 * @param name as shown to colleagues and written to the audit
 * @param session what ties the acts of one sign-in together; absent for jobs
 */
public record Actor(
        UUID id, Kind kind, String name, @Nullable String session) {

    /** What sort of account acts. */
    public enum Kind {
        PERSON,
        JOB,
        PUBLIC
    }

    /** The actor of the running request or job. */
    public static final ScopedValue<Actor> SCOPE = ScopedValue.newInstance();

    /** A background job under its own name; the account with this id is made by a migration. */
    public static Actor job(UUID id, String name) {
        return new Actor(id, Kind.JOB, name, null);
    }

    /**
     * The actor of the running request or job.
     *
     * @throws IllegalStateException when nobody is bound: the code runs outside the security filter and every job
     */
    public static Actor current() {
        return SCOPE.orElseThrow(() -> new IllegalStateException("Nobody is acting: no Actor is bound to this thread"));
    }

    /** Whether somebody is bound. Only the edges of the system need to ask. */
    public static boolean isBound() {
        return SCOPE.isBound();
    }

    /** Runs the task as this actor. */
    public void run(Runnable task) {
        ScopedValue.where(SCOPE, this).run(task);
    }

    /** Runs the task as this actor and gives back what it returns. */
    public <T extends @Nullable Object, X extends Throwable> T call(ScopedValue.CallableOp<T, X> task) throws X {
        return ScopedValue.where(SCOPE, this).call(task);
    }
}
