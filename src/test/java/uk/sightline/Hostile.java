package uk.sightline;

import java.util.List;

/** What people paste by mistake and attackers on purpose, into any field there is. */
public final class Hostile {

    /** Elements that stand on a page only if something typed became markup. */
    public static final String INJECTED = "[onerror], [onfocus], script:containsData(stolen)";

    private static final String SCRIPT = "\"'></textarea><script>stolen()</script><img src=x onerror=stolen()>";
    private static final String SQL = "Robert'); drop table people.person; --";
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"x\")";
    private static final String PATH = "../../../etc/passwd\\..\\x.exe";
    private static final String TEMPLATE = "${7*7} #{7*7} {{7*7}} %s %n";
    private static final String NUL = "before\u0000after";
    private static final String HALF_A_CHARACTER = "broken \uD83D here";
    private static final String RIGHT_TO_LEFT = "محمد علی";
    private static final String TURNED_ROUND = "\u202Etxt.exe";

    public static final List<String> TYPED =
            List.of(SCRIPT, SQL, FORMULA, PATH, TEMPLATE, NUL, HALF_A_CHARACTER, RIGHT_TO_LEFT, TURNED_ROUND);

    /** What fits no list, no number, no day and no record. */
    public static final List<String> JUNK =
            List.of("-1", "99999999999999999999", "31/02/2026", "2026-02-31", "null", " ", "true");

    private Hostile() {}
}
