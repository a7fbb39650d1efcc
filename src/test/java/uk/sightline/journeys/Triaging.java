package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

/** A front-door worker's acts on a referral, from the list to the answer. */
final class Triaging {

    private static final String REASON = "Debt and travel out of the district; the hub should look at it together.";

    private final Visitor worker;

    Triaging(Visitor worker) {
        this.worker = worker;
    }

    /** Opens a referral from the list. */
    Triaging open(String reference) {
        queue();
        worker.follow(reference).isAt("/front-door/").sees("Referral " + reference);
        return this;
    }

    /** Opens the list; what it says it holds is what it shows. */
    Triaging queue() {
        worker.follow("Front door").isAt("/front-door");
        assertThat(worker.page()
                        .locator(".moj-sub-navigation__link[aria-current]")
                        .innerText())
                .isEqualTo("All (" + rows() + ")");
        assertThat(worker.page().locator("table caption").innerText())
                .isEqualTo(rows() + (rows() == 1 ? " referral" : " referrals"));
        return this;
    }

    int rows() {
        return worker.page().locator("table[data-queue] tbody tr").count();
    }

    /** Says that the first of the people shown is the one on the form. */
    Triaging isTheFirst() {
        worker.press("This is them").sees("Saved who this is.");
        return this;
    }

    /** Types a decision, and goes on to the answer. */
    Triaging decide(String outcome) {
        worker.pick("outcome", outcome)
                .pick("level", "3")
                .type("reason", REASON)
                .press("Decide and tell");
        return this;
    }

    Triaging tell(String answer) {
        worker.type("answer", answer).pick("how", "portal").press("Save the decision and tell");
        worker.sees("The decision is saved.");
        return this;
    }
}
