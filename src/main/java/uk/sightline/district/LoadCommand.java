package uk.sightline.district;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.sightline.platform.ProductCommand;
import uk.sightline.platform.RuleBroken;

/** {@code ./sightline load}: a fictional district of any size in an empty database. */
@Component
@Command(
        name = "load",
        description = "Loads a fictional district into an empty database; goes on with one that was cut off.",
        mixinStandardHelpOptions = true)
class LoadCommand implements ProductCommand {

    private static final int REFUSED = 2;
    private static final long PEOPLE = 20_000;

    @Option(names = "--people", description = "How many people it has (default 20000).")
    private @Nullable Long people;

    @Option(names = "--scale", description = "A size with its history instead: " + Scale.NAMES + ".")
    private @Nullable String scale;

    @Option(
            names = "--truth",
            description = "File to write which records are of the same person: id,person by the records' references. "
                    + "Of a district that is loaded already, only that is done.")
    private @Nullable Path truth;

    private final District district;

    LoadCommand(District district) {
        this.district = district;
    }

    @Override
    public Integer call() {
        try {
            Scale wanted = wanted();
            if (truth != null) {
                district.writeTruth(wanted, truth);
                System.out.println(
                        "The truth of " + district.begun().orElse(wanted).people() + " records is in " + truth + ".");
            }
            if (truth == null || district.isWanted()) {
                district.load(wanted, System.out::println);
                System.out.println("The district is loaded.");
            }
            return 0;
        } catch (RuleBroken e) {
            System.err.println("sightline: " + e.says());
            return REFUSED;
        }
    }

    private Scale wanted() {
        if (scale == null) {
            return Scale.of(people == null ? PEOPLE : people);
        }
        if (people != null) {
            throw new RuleBroken("Choose --people or --scale, not both.");
        }
        return Scale.named(scale)
                .orElseThrow(() -> new RuleBroken("There is no scale '%s'. Choose %s.".formatted(scale, Scale.NAMES)));
    }
}
