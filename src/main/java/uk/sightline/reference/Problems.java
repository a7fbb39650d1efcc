package uk.sightline.reference;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong while reading goes on, so that one run tells all of it. */
final class Problems {

    private final List<PackProblem> found = new ArrayList<>();

    void add(Node.At at, String reason) {
        found.add(new PackProblem(at.file(), at.line(), at.column(), reason));
    }

    void add(String file, String reason) {
        found.add(new PackProblem(file, 0, 0, reason));
    }

    List<PackProblem> found() {
        return found;
    }
}
