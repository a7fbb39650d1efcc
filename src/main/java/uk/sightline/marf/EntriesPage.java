package uk.sightline.marf;

import java.util.List;

/** The people a form is about, or their family: to look over, change, remove and add to. */
record EntriesPage(Filling filling, Section section, List<Entry> entries) {

    /**
     * One of them.
     *
     * @param whole whether nothing is missing
     */
    record Entry(String key, String name, String what, boolean whole) {}

    static EntriesPage of(Filling filling, Section section) {
        return new EntriesPage(
                filling,
                section,
                filling.draft().entries(section.key()).stream()
                        .map(key -> entry(filling, section, key))
                        .toList());
    }

    private static Entry entry(Filling filling, Section section, String key) {
        Answers answers = filling.draft().answers(key);
        String what = section.fields(filling).stream()
                .filter(field -> List.of("birth", "relationship", "safe").contains(field.name()))
                .map(field -> field.words(answers, filling.pack()))
                .filter(words -> !words.isEmpty())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
        return new Entry(
                key,
                answers.given("name").orElse("Not named yet"),
                what,
                Sections.errors(section, key, filling).isEmpty());
    }

    String home() {
        return "/marf/" + filling.draft().id();
    }

    /** The next page that needs something. */
    String onward() {
        String last = entries.isEmpty() ? "" : entries.getLast().key();
        return home() + Sections.next(last, filling).map(key -> "/" + key).orElse("");
    }

    boolean people() {
        return section == Sections.PEOPLE;
    }
}
