package uk.sightline.worklist;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Html;

/** The proof that nothing is lost, as managers see it. */
@Controller
@Needs(Action.PROVE_NOTHING_LOST)
@RequestMapping("/proof")
class ProofController {

    private static final int RUNS = 20;

    private final Proofs proofs;
    private final ProofStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;

    ProofController(Proofs proofs, ProofStore store, Audit audit, TransactionTemplate transactions) {
        this.proofs = proofs;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping
    Html latest() {
        return Html.page("worklist/proof", java.util.Objects.requireNonNull(transactions.execute(status -> page())));
    }

    /** Runs it now. */
    @PostMapping
    String run() {
        proofs.run(items -> {});
        return "redirect:/proof";
    }

    private ProofPage page() {
        audit.record(Act.of("view", "proof"));
        var runs = store.last(RUNS);
        var findings = runs.isEmpty()
                ? java.util.List.<Proof.Broken>of()
                : store.findings(runs.getFirst().id());
        return new ProofPage(runs, findings);
    }
}
