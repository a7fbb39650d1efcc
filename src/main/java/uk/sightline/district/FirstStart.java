package uk.sightline.district;

import java.io.PrintStream;

/** Loads the district at the first start of the demonstration. */
final class FirstStart extends BeforePages {

    private final District district;
    private final long people;

    FirstStart(District district, long people) {
        this.district = district;
        this.people = people;
    }

    @Override
    void work() {
        if (district.isWanted()) {
            PrintStream out = System.out;
            out.println("First start: a fictional district is loaded. Nobody in it exists.");
            Workers workers = district.load(Scale.of(people), out::println);
            WhoToTry.of(workers).forEach(out::println);
        }
    }
}
