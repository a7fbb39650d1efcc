package uk.sightline.district;

import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.sightline.platform.ProductCommand;
import uk.sightline.platform.RuleBroken;

/** {@code ./sightline load --people N}: a fictional district of any size in an empty database. */
@Component
@Command(
        name = "load",
        description = "Loads a fictional district into an empty database; goes on with one that was cut off.",
        mixinStandardHelpOptions = true)
class LoadCommand implements ProductCommand {

    private static final int REFUSED = 2;

    @Option(names = "--people", description = "How many people it has (default 20000).")
    private long people = 20_000;

    private final District district;

    LoadCommand(District district) {
        this.district = district;
    }

    @Override
    public Integer call() {
        try {
            district.load(people, System.out::println);
            System.out.println("The district is loaded.");
            return 0;
        } catch (RuleBroken e) {
            System.err.println("sightline: " + e.says());
            return REFUSED;
        }
    }
}
