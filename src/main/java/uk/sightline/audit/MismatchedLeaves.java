package uk.sightline.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Leaves whose entry does not give the stored hash, held back for a while in case a later one turns out to hold this
 * one's entry and the other way round. Holds at most {@value #HELD}; beyond that the oldest is named as changed.
 */
final class MismatchedLeaves {
    private static final int HELD = 128;

    private final Deque<Leaf> held = new ArrayDeque<>();
    private final TreeHasher hasher;
    private final Consumer<Finding> findings;

    MismatchedLeaves(TreeHasher hasher, Consumer<Finding> findings) {
        this.hasher = hasher;
        this.findings = findings;
    }

    record Leaf(long no, AuditEntry entry, byte[] salt, Hash stored) {}

    void add(Leaf leaf) {
        for (Iterator<Leaf> others = held.iterator(); others.hasNext(); ) {
            Leaf other = others.next();
            if (sealedAs(leaf, other) && sealedAs(other, leaf)) {
                others.remove();
                findings.accept(new Finding.LeavesSwapped(other.no, leaf.no));
                return;
            }
        }
        held.addLast(leaf);
        if (held.size() > HELD) {
            changed(held.removeFirst());
        }
    }

    void close() {
        held.forEach(this::changed);
        held.clear();
    }

    /** The salt may have been moved with the entry, or left where it was. */
    private boolean sealedAs(Leaf moved, Leaf place) {
        return hasher.leaf(moved.entry, moved.salt).equals(place.stored)
                || hasher.leaf(moved.entry, place.salt).equals(place.stored);
    }

    private void changed(Leaf leaf) {
        findings.accept(new Finding.EntryChanged(leaf.no, leaf.entry.id()));
    }
}
