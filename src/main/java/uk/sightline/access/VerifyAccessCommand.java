package uk.sightline.access;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.sightline.platform.ProductCommand;

/** {@code ./sightline verify-access}: exit code 0 when policy and row security agree, 1 with a list where they do not. */
@Component
@Command(
        name = "verify-access",
        description = "Holds the access policy against the database's row security, on a sample of this database's own "
                + "accounts and records.",
        mixinStandardHelpOptions = true)
class VerifyAccessCommand implements ProductCommand {

    private static final int DIFFERENT = 1;
    private static final int MOST_SHOWN = 100;
    private static final int EVERY = 10;

    private final AccessAgreement agreement;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--each", description = "Accounts of each post (default ${DEFAULT-VALUE}).", defaultValue = "3")
    private int each = 3;

    @Option(
            names = "--records",
            description =
                    "Records drawn by chance, besides closed ones and each account's own (default ${DEFAULT-VALUE}).",
            defaultValue = "1000")
    private int records = 1_000;

    VerifyAccessCommand(AccessAgreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public Integer call() {
        PrintWriter progress = spec.commandLine().getErr();
        AtomicInteger done = new AtomicInteger();
        AccessAgreement.Result result = agreement.compare(each, records, all -> {
            if (done.incrementAndGet() % EVERY == 0) {
                progress.println(done.get() + " of " + all + " accounts");
                progress.flush();
            }
        });
        PrintWriter out = spec.commandLine().getOut();
        result.differences().stream().limit(MOST_SHOWN).forEach(out::println);
        out.printf(
                "%,d accounts, %,d pairs of account and record, %,d open: %s%n",
                result.accounts(),
                result.pairs(),
                result.open(),
                result.differences().isEmpty()
                        ? "policy and row security agree."
                        : "%,d differences.".formatted(result.differences().size()));
        out.flush();
        return result.differences().isEmpty() ? 0 : DIFFERENT;
    }
}
