package uk.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.sightline.SightlineTest;

@SightlineTest
class TestPeopleTests {

    @Autowired
    private TestPeople people;

    @Autowired
    private Access access;

    @Autowired
    private Colleagues colleagues;

    @Test
    void aTestPersonMayDoWhatTheirPostSays() {
        TestPeople.TestPerson worker = people.frontDoorWorker();
        assertThat(worker.actor().call(() -> access.may(Action.DECIDE_REFERRAL)))
                .isTrue();
        assertThat(worker.actor().call(() -> access.may(Action.ADMINISTER))).isFalse();
    }

    @Test
    void aSchoolLeadBelongsToTheirSchool() {
        assertThat(people.schoolLead("900001").actor().call(() -> colleagues.myTeams()))
                .extracting(Colleagues.Team::key)
                .containsExactly("school:900001");
    }
}
