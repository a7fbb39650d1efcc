package uk.sightline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.merges.Merges;

/** Two records of one person, each with work of its own. */
@SightlineTest
@Import(CasesAtWork.class)
class MergedCasesTests {

    private static final String WHY = "Her mother confirmed it on the telephone.";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Merges merges;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseQueries queries;

    @Autowired
    private CasesAtWork work;

    @Autowired
    private TestPeople colleagues;

    @Autowired
    private TestTime.Settable time;

    private TestPerson manager;
    private TestPerson nurse;
    private TestPerson social;
    private UUID kept;
    private UUID gone;

    @BeforeEach
    void twoRecordsWithWork() {
        manager = work.hubManager();
        nurse = work.nurseOfTheHub();
        social = colleagues.socialWorker();
        kept = work.person("Theodora", "Twicely");
        gone = work.person("Theodore", "Twicely");
        work.decide(manager, kept, Map.of("CSE", "LOW"));
        work.decide(manager, gone, Map.of("CSE", "HIGH", "CCE", "MODERATE"));
        manager.actor().run(() -> cases.assign(kept, Role.LEAD, social.id(), "She knows the family."));
        manager.actor()
                .run(() ->
                        cases.assign(gone, Role.LEAD, colleagues.socialWorker().id(), "He knows the family."));
    }

    @Test
    void bothAreOneToWhoeverReadsAndAreClosedTogether() throws Exception {
        merge();

        CaseFile file = file(nurse, kept);
        assertThat(file.periods()).hasSize(2);
        assertThat(file.live(Role.LEAD)).hasSize(2);
        assertThat(nurse.actor().call(() -> cases.standing(kept)))
                .extracting(Standing::strand)
                .containsExactly("CSE", "CCE");
        assertThat(file(nurse, gone).isEmpty()).isTrue();

        manager.actor().run(() -> cases.assign(kept, Role.LEAD, social.id(), "She takes it all."));
        assertThat(file(nurse, kept).live(Role.LEAD))
                .extracting(Worker::accountId)
                .containsExactly(social.id());
        int version = manager.actor().call(() -> queries.version(kept));
        manager.actor().run(() -> cases.close(kept, "risk-removed", WHY, version));

        assertThat(file(nurse, kept).isEmpty()).isTrue();
        assertThat(file(social, kept).isOpen()).isFalse();
    }

    @Test
    void undoneEachHasItsOwnWorkAgain() throws Exception {
        UUID merge = merge();

        send(manager(), "/merges/" + merge + "/undo", "1");

        assertThat(file(nurse, kept).steps()).extracting(LevelStep::level).containsExactly("LOW");
        assertThat(file(nurse, gone).steps())
                .extracting(LevelStep::level)
                .containsExactlyInAnyOrder("HIGH", "MODERATE");
        assertThat(file(nurse, gone).isOpen()).isTrue();
        assertThat(file(social, kept).isEmpty()).isFalse();
        assertThat(file(social, gone).isEmpty()).isTrue();
    }

    @Test
    void workThatBeganAfterwardsGoesWithWhomItIsOf() throws Exception {
        UUID one = work.person("Thomasina", "Latterly");
        UUID other = work.person("Thomasine", "Latterly");
        UUID merge = merge(one, other);
        time.advance(Duration.ofDays(1));
        work.decide(manager, one, Map.of("CSE", "HIGH"));

        // Whoever undoes is asked about what they see: somebody of the hub is asked about the hub's work.
        send(manager, "/merges/" + merge + "/undo", "1", everythingAdded(merge));

        assertThat(file(nurse, one).isEmpty()).isTrue();
        assertThat(file(nurse, other).steps()).extracting(LevelStep::level).containsExactly("HIGH");
    }

    private TestPerson manager() {
        return colleagues.frontDoorManager();
    }

    /** What the form of undoing offers, all of it ticked. */
    private String[] everythingAdded(UUID merge) throws Exception {
        String form = mvc.perform(get("/merges/" + merge + "/undo").with(manager.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var page = Jsoup.parse(form);
        assertThat(page.select("label").eachText())
                .anyMatch(text -> text.startsWith("Exploitation involvement: opened 11 November 2026"))
                .anyMatch(text -> text.contains("Everybody in the hub: Open to the hub since"));
        return page.select("input[name=other]").eachAttr("value").toArray(String[]::new);
    }

    private UUID merge() throws Exception {
        return merge(kept, gone);
    }

    private UUID merge(UUID one, UUID other) throws Exception {
        UUID merge = colleagues.frontDoorWorker().actor().call(() -> merges.propose(one, other, WHY));
        send(manager(), "/merges/" + merge + "/confirm", "0");
        return merge;
    }

    private void send(TestPerson who, String address, String version, String... others) throws Exception {
        var request = post(address).with(csrf()).param("version", version).param("why", "They are two pupils.");
        if (others.length > 0) {
            request.param("other", others);
        }
        assertThat(mvc.perform(request.with(who.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
    }

    private CaseFile file(TestPerson reader, UUID person) {
        return reader.actor().call(() -> queries.file(person));
    }
}
