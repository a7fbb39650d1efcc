package uk.sightline;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import uk.sightline.bench.LinkBench;
import uk.sightline.platform.ProductCommand;

/** The command line: the verbs about the process, and by name those of the modules, which need the product to run. */
final class Verbs {

    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private Verbs() {}

    /** Answers every mistake and every failure in one line. */
    static CommandLine line() {
        return answering(new CommandLine(new SightlineCommand()));
    }

    private static CommandLine answering(CommandLine commands) {
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(Failure.inWords(failure));
                    return FAILED;
                });
    }

    static int withoutProduct(String[] arguments) {
        return isLinkBench(arguments)
                ? answering(new CommandLine(new LinkBench()))
                        .execute(Arrays.copyOfRange(arguments, 2, arguments.length))
                : line().execute(arguments);
    }

    /** The one bench that is of files and not of the product. */
    static boolean isLinkBench(String[] arguments) {
        return arguments.length > 1 && arguments[0].equals("bench") && arguments[1].equals("link");
    }

    static int refuse(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        String help = line.getCommandSpec().qualifiedName(" ") + " --help";
        line.getErr().println("sightline: " + wrong.getMessage() + ". See ./" + help);
        return REFUSED;
    }

    /** The same with the modules' verbs, to read and not to run: nothing is started and no constructor called. */
    static CommandLine toRead() {
        CommandLine line = line();
        CommandLine.IFactory blank = new Blank();
        OfModules.FOUND.forEach((name, type) -> line.addSubcommand(name, CommandSpec.forAnnotatedObject(type, blank)));
        return line;
    }

    /** Gives picocli something to write the options to. */
    private static final class Blank implements CommandLine.IFactory {
        private final SpringObjenesis objenesis = new SpringObjenesis();

        @Override
        public <K> K create(Class<K> type) {
            return objenesis.newInstance(type, false);
        }
    }

    static Set<String> names() {
        return OfModules.FOUND.keySet();
    }

    /** Looked for once a process, and only by one that needs them. */
    private static final class OfModules {

        private static final Map<String, Class<?>> FOUND = find();

        private static TreeMap<String, Class<?>> find() {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AssignableTypeFilter(ProductCommand.class));
            return scanner.findCandidateComponents("uk.sightline").stream()
                    .map(found -> ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()), Verbs.class.getClassLoader()))
                    .collect(Collectors.toMap(
                            type -> type.getAnnotation(CommandLine.Command.class)
                                    .name(),
                            type -> type,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}
