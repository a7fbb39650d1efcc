package uk.sightline.bench;

/** What a signed-in user does again and again. */
enum Operation {
    QUEUE("Front-door queue"),
    TRIAGE("Triage of one referral"),
    PERSON("Person page"),
    SEARCH("Search for a person"),
    SAVE("Autosave of a draft"),
    WORK("My work"),
    TEAM("Team's list");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
