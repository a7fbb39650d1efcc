package uk.sightline.district;

import java.util.Collections;
import java.util.List;

/** Where a family comes from: its share of the district, its names, ethnicity codes (DfE), languages and religions. */
enum Community {
    BRITISH(45, "british", "WBRI 96, WIRI 3, WIRT 1", "English 100", "None 50, Christian 47, Not known 3"),
    PAKISTANI(
            27,
            "pakistani",
            "APKN 97, AOTH 3",
            "English 35, Punjabi 30, Urdu 20, Pahari 12, Pashto 3",
            "Muslim 97, Not known 3"),
    INDIAN(
            4,
            "indian",
            "AIND 98, AOTH 2",
            "English 45, Punjabi 25, Gujarati 25, Hindi 5",
            "Hindu 40, Sikh 40, Muslim 15, None 5"),
    BANGLADESHI(4, "bangladeshi", "ABAN 100", "Bengali 45, Sylheti 25, English 30", "Muslim 98, Not known 2"),
    POLISH(4, "polish", "WOTH 100", "Polish 80, English 20", "Christian 80, None 20"),
    ROMA(
            4,
            "roma",
            "WROM 75, WOTH 25",
            "Slovak 40, Romani 40, Czech 15, English 5",
            "Christian 80, None 15, Not known 5"),
    ROMANIAN(2, "romanian", "WOTH 80, WROM 20", "Romanian 85, English 15", "Christian 90, None 10"),
    AFRICAN(
            3,
            "african",
            "BAFR 100",
            "English 45, Yoruba 12, Shona 12, Somali 12, Tigrinya 10, French 9",
            "Christian 60, Muslim 35, None 5"),
    ARAB(3, "arab", "OOTH 85, WOTH 15", "Arabic 65, Kurdish 25, English 10", "Muslim 88, Christian 7, None 5"),
    OTHER(
            4,
            "other",
            "WOTH 45, CHNE 15, BCRB 20, AOTH 10, OOTH 10",
            "English 45, Hungarian 10, Ukrainian 15, Latvian 10, Portuguese 10, Dari 10",
            "Christian 50, None 30, Muslim 15, Buddhist 5");

    private static final List<Community> DRAWN = drawn();

    final NameList names;
    final Weighted ethnicities;
    final Weighted languages;
    final Weighted religions;
    private final int share;

    Community(int share, String list, String ethnicities, String languages, String religions) {
        this.share = share;
        this.names = NameList.read("/district/names-" + list + ".csv");
        this.ethnicities = Weighted.of(ethnicities);
        this.languages = Weighted.of(languages);
        this.religions = Weighted.of(religions);
    }

    static Community draw(Dice dice) {
        return dice.pick(DRAWN);
    }

    /** The code of a child whose parents come from two communities. */
    static String mixedEthnicity(Community one, Community other) {
        if (one != BRITISH && other != BRITISH) {
            return "MOTH";
        }
        return switch (one == BRITISH ? other : one) {
            case PAKISTANI, INDIAN, BANGLADESHI -> "MWAS";
            case AFRICAN -> "MWBA";
            default -> "MOTH";
        };
    }

    private static List<Community> drawn() {
        return List.of(values()).stream()
                .flatMap(c -> Collections.nCopies(c.share, c).stream())
                .toList();
    }
}
