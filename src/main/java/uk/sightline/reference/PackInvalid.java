package uk.sightline.reference;

import java.util.List;
import java.util.stream.Collectors;

/** A practice pack that cannot be used; names every problem found, not only the first. */
public final class PackInvalid extends RuntimeException {

    private final transient List<PackProblem> problems;

    PackInvalid(String where, List<PackProblem> problems) {
        super(problems.stream()
                .map(PackProblem::toString)
                .collect(Collectors.joining("\n  ", "The practice pack at " + where + " cannot be used:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** In the order in which they were found: file by file, then what does not agree between files. */
    public List<PackProblem> problems() {
        return problems;
    }
}
