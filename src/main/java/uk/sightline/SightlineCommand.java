package uk.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import uk.sightline.linking.LinkCommand;
import uk.sightline.platform.ProductCommand;

/**
 * The command line. {@code start}, {@code stop} and {@code status} are about the process, {@code link} needs nothing but
 * files; every other verb is a {@link ProductCommand} of some module, run beside the product or without it over the same
 * database.
 */
@Command(
        name = "sightline",
        description = "Sightline, the working system of an exploitation partnership.",
        mixinStandardHelpOptions = true,
        subcommands = {StartCommand.class, StopCommand.class, StatusCommand.class, LinkCommand.class})
final class SightlineCommand {

    /** They make what they need themselves; any other verb has nothing to say about a database that is not there. */
    private static final Set<String> NEED_NO_DATABASE = Set.of("bench", "load");

    SightlineCommand() {}

    public static void main(String[] arguments) {
        int exit = needsNothing(arguments)
                ? Verbs.withoutProduct(arguments)
                : needsProduct(arguments) ? beside(arguments) : Verbs.toRead().execute(orHelp(arguments));
        if (exit != StartCommand.RUNNING) {
            System.exit(exit);
        }
    }

    /** These need no look at the modules for their verbs, which takes most of a second. */
    private static boolean needsNothing(String[] arguments) {
        return arguments.length > 0
                && (Verbs.line().getSubcommands().containsKey(arguments[0]) || Verbs.isLinkBench(arguments));
    }

    private static boolean needsProduct(String[] arguments) {
        return arguments.length > 0
                && Verbs.names().contains(arguments[0])
                && Arrays.stream(arguments).noneMatch(argument -> argument.equals("--help") || argument.equals("-h"));
    }

    private static String[] orHelp(String[] arguments) {
        return arguments.length == 0 ? new String[] {"--help"} : arguments;
    }

    /** Runs a verb with the product's beans, but without its pages and its background jobs. */
    private static int beside(String[] arguments) {
        Place place = Place.of(arguments);
        try {
            Verbs.toRead().parseArgs(place.without(arguments));
        } catch (ParameterException wrong) {
            return Verbs.refuse(wrong);
        }
        if (!NEED_NO_DATABASE.contains(arguments[0]) && !place.hasDatabase()) {
            System.err.println("sightline: there is no database in " + place.folder()
                    + ". Start the product first, or say where it is with --data or --db.");
            return 1;
        }
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Sightline.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> starting.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command line", place.properties())))
                .run()) {
            CommandLine line = Verbs.line();
            product.getBeansOfType(ProductCommand.class).values().forEach(line::addSubcommand);
            return line.execute(place.without(arguments));
        } catch (RuntimeException e) {
            System.err.println(Failure.inWords(e));
            return 1;
        }
    }

    /** Where the product is, as every verb may be told: {@code --data FOLDER} and {@code --db URL}. */
    private record Place(@Nullable String data, @Nullable String db) {

        static Place of(String[] arguments) {
            return new Place(value(arguments, "--data"), value(arguments, "--db"));
        }

        Path folder() {
            return Path.of(data != null ? data : System.getenv().getOrDefault("SIGHTLINE_DATA", "data"));
        }

        boolean hasDatabase() {
            return db != null
                    || !System.getenv().getOrDefault("SIGHTLINE_DB", "").isBlank()
                    || Files.exists(folder().resolve("postgres").resolve("PG_VERSION"));
        }

        /** They go before the settings file, which names the same ones with the environment's values. */
        Map<String, Object> properties() {
            Map<String, Object> properties =
                    new HashMap<>(Map.of("sightline.jobs", "false", "sightline.demo", "false"));
            if (data != null) {
                properties.put("sightline.data", data);
            }
            if (db != null) {
                properties.put("sightline.db", db);
            }
            ProcessFile.in(folder()).running().ifPresent(it -> it.tellAddress(properties));
            return properties;
        }

        String[] without(String[] arguments) {
            List<String> kept = new ArrayList<>(Arrays.asList(arguments));
            for (String option : new String[] {"--data", "--db"}) {
                int at = kept.indexOf(option);
                if (at >= 0 && at + 1 < kept.size()) {
                    kept.subList(at, at + 2).clear();
                }
                kept.removeIf(argument -> argument.startsWith(option + "="));
            }
            return kept.toArray(String[]::new);
        }

        private static @Nullable String value(String[] arguments, String option) {
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i].startsWith(option + "=")) {
                    return arguments[i].substring(option.length() + 1);
                }
                if (arguments[i].equals(option) && i + 1 < arguments.length) {
                    return arguments[i + 1];
                }
            }
            return null;
        }
    }
}
