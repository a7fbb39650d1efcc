package uk.sightline.worklist;

import java.io.PrintWriter;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.platform.London;
import uk.sightline.platform.ProductCommand;

/** {@code ./sightline check}: exit code 0 when nothing is lost, 1 when something is, listed by reference. */
@Component
@Command(
        name = "check",
        description = "Proves that nothing is lost: what was received is decided or open, and somebody answers for it.",
        mixinStandardHelpOptions = true)
class CheckCommand implements ProductCommand {

    private static final int BROKEN = 1;
    private static final int EVERY = 1000;

    private final Proofs proofs;
    private final JsonMapper json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "For machines: one JSON object.")
    private boolean asJson;

    CheckCommand(Proofs proofs, JsonMapper json) {
        this.proofs = proofs;
        this.json = json;
    }

    @Override
    public Integer call() {
        var progress = spec.commandLine().getErr();
        var proof = proofs.run(items -> tell(progress, items));
        var out = spec.commandLine().getOut();
        if (asJson) {
            out.println(json.writeValueAsString(proof));
        } else {
            print(proof, out);
        }
        out.flush();
        return proof.ok() ? 0 : BROKEN;
    }

    private static void tell(PrintWriter progress, long items) {
        if (items % EVERY == 0) {
            progress.println(items + " open referrals looked at");
            progress.flush();
        }
    }

    private static void print(Proof proof, PrintWriter out) {
        out.printf("As at %s%n", London.dayAndTime(proof.at()));
        for (var channel : proof.channels()) {
            out.printf(
                    "%-8s received %d = decided %d + open %d%s%n",
                    channel.channel(),
                    channel.received(),
                    channel.decided(),
                    channel.open(),
                    channel.holds() ? "" : "  DOES NOT ADD UP");
        }
        out.printf("%d open referrals looked at, %d broken%n", proof.items(), proof.brokenTotal());
        for (var broken : proof.broken()) {
            out.printf("%s (%s): %s %s%n", broken.reference(), broken.kind(), broken.what(), broken.remedy());
        }
        if (proof.brokenTotal() > proof.broken().size()) {
            out.printf("… and %d more%n", proof.brokenTotal() - proof.broken().size());
        }
        out.println(proof.ok() ? "Nothing is lost." : "Something is lost or about to be.");
    }
}
