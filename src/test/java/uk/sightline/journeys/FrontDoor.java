package uk.sightline.journeys;

/** Whoever receives referrals and decides them. */
final class FrontDoor {

    private final Visitor worker;

    FrontDoor(Visitor worker, String post) {
        this.worker = worker.signInAs(post);
    }

    FrontDoor open(String receipt) {
        worker.open("/front-door").picture("queue").follow(receipt).isAt("/front-door/");
        return this;
    }

    FrontDoor makeRecord(String name) {
        worker.follow("make a record for " + name).press("Make the record");
        worker.isAt("/front-door/").sees("New record");
        return this;
    }

    FrontDoor decide(String outcome, String level, String reason) {
        worker.press("Take it").pick("outcome", outcome).pick("level", level).type("reason", reason);
        worker.press("Decide and tell").picture("tell").press("Save the decision and tell");
        worker.isAt("/front-door/").sees("Answer");
        return this;
    }
}
