package uk.sightline.worklist;

import java.util.ArrayList;
import java.util.List;

/** Collects what is broken: all counted, the first thousand kept, so that a bad day does not fill the memory. */
final class Findings {

    static final int KEPT = 1000;

    private final List<Proof.Broken> kept = new ArrayList<>();
    private long total;

    void add(Proof.Broken broken) {
        total++;
        if (kept.size() < KEPT) {
            kept.add(broken);
        }
    }

    long total() {
        return total;
    }

    List<Proof.Broken> kept() {
        return List.copyOf(kept);
    }
}
