package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.sightline.people.People;
import uk.sightline.referrals.Referrals;

/** A clerk goes through pairs of records without a mouse. */
@JourneyTest
class DuplicatesJourneyTests {

    private static final int PAIRS = 30;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Referrals referrals;

    @Test
    void aClerkWorksThirtyDuplicatesByKeyboard() {
        List<String> references = planted(PAIRS, "Wil", "Threlkeld");
        try (Visitor clerk = Visitor.at(port)) {
            Workbench bench = new Workbench(clerk.signInAs(Beforehand.WORKER)).openWhenCompared();
            int decided = bench.open("?list=decided").rows();
            bench.open("");
            clerk.picture("duplicates").fitsANarrowScreen();
            bench.openTheFirstByKeys();
            clerk.picture("duplicate-pair").fitsANarrowScreen();
            bench.keysDoNothingWhileSwitchedOff().switchKeysOn();
            Set<String> judged = new HashSet<>();
            for (int i = 0; i < PAIRS; i++) {
                judged.add(bench.pair());
                switch (i % 3) {
                    case 0 -> bench.say("s", "1", "Saved: same person.");
                    case 1 -> bench.say("n", "3", "Saved: not the same person.");
                    default -> bench.say("u", "", "Saved: unsure.");
                }
                if (i == 1) {
                    clerk.picture("duplicate-next");
                }
            }

            assertThat(judged).hasSize(PAIRS);
            assertThat(bench.open("").pairs()).doesNotContainAnyElementsOf(judged);
            assertThat(bench.open("?list=unsure").rows()).isEqualTo(PAIRS / 3);
            assertThat(bench.open("?list=decided").rows()).isEqualTo(decided + PAIRS / 3 * 2);
            assertThat(references).hasSize(PAIRS * 2);
            clerk.picture("duplicates-decided");
        }
    }

    @Test
    void withoutScriptsAPairIsJudgedAllTheSame() {
        planted(1, "Ned", "Ravenscar");
        try (Visitor clerk = Visitor.withoutScripts(port)) {
            new Workbench(clerk.signInAs(Beforehand.WORKER)).openWhenCompared();
            clerk.page().locator("table[data-queue] tbody a").first().click();
            clerk.sees("Same person?").pick("verdict", "not-same").pick("reason-not-same", "namesakes");
            clerk.press("Save and show the next").sees("Saved: not the same person.");
        }
    }

    /** People on record twice: whom they share a name and a birth date with is themselves. */
    private List<String> planted(int many, String given, String family) {
        Beforehand beforehand = new Beforehand(port, people, referrals);
        List<String> references = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String first = given + "abdegilmnorstu".charAt(i % 14) + "eioau".charAt(i / 6 % 5) + "n";
            String last = family + "bdfgklmnprst".charAt(i % 12) + "aeiou".charAt(i / 7 % 5);
            LocalDate born = LocalDate.of(2009, 1, 3).plusDays(i * 67L);
            for (int twice = 0; twice < 2; twice++) {
                UUID id = beforehand.known(first, last, born);
                references.add(beforehand.referenceOf(id));
            }
        }
        return references;
    }
}
