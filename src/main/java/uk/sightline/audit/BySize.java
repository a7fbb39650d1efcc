package uk.sightline.audit;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Our own checkpoints and those that a second party kept, as one series in order of size. */
final class BySize implements Iterator<KeptCheckpoint> {

    private final Iterator<KeptCheckpoint> own;
    private final Iterator<Checkpoint> kept;
    private @Nullable KeptCheckpoint nextOwn;
    private @Nullable KeptCheckpoint nextKept;

    BySize(Iterator<KeptCheckpoint> own, Iterator<Checkpoint> kept) {
        this.own = own;
        this.kept = kept;
        advanceOwn();
        advanceKept();
    }

    @Override
    public boolean hasNext() {
        return nextOwn != null || nextKept != null;
    }

    @Override
    public KeptCheckpoint next() {
        KeptCheckpoint ours = nextOwn;
        KeptCheckpoint theirs = nextKept;
        if (ours != null
                && (theirs == null
                        || ours.checkpoint().size() <= theirs.checkpoint().size())) {
            advanceOwn();
            return ours;
        }
        if (theirs == null) {
            throw new NoSuchElementException();
        }
        advanceKept();
        return theirs;
    }

    private void advanceOwn() {
        nextOwn = own.hasNext() ? own.next() : null;
    }

    private void advanceKept() {
        nextKept = kept.hasNext() ? new KeptCheckpoint(kept.next(), null) : null;
    }
}
