package uk.sightline.referrals;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Action;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.NewPerson;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.referrals.SubjectRow.Match;

/**
 * Says who the subjects of a referral are. A person decides it; the candidates beside the form only propose. Once the
 * last subject is settled, the referral can be decided.
 */
@Service
@Transactional
class Identities {

    private static final int SHORTEST_WHY = 10;

    private final Work work;
    private final SubjectStore subjects;
    private final People people;
    private final Records records;
    private final Audit audit;

    Identities(Work work, SubjectStore subjects, People people, Records records, Audit audit) {
        this.work = work;
        this.subjects = subjects;
        this.people = people;
        this.records = records;
        this.audit = audit;
    }

    /** @throws NoSuchRecord when there is no such person that the actor may know of */
    void same(UUID referral, int no, UUID person, @Nullable String why, int version) {
        ReferralRow row = work.hold(referral, Action.DECIDE_REFERRAL, version);
        known(person);
        people.requireOwn(person);
        settle(row, subject(referral, no), Match.MATCHED, person, why, "same");
    }

    /** Makes a record for a subject who has none. */
    UUID create(UUID referral, int no, NewPerson person, int version) {
        ReferralRow row = work.hold(referral, Action.DECIDE_REFERRAL, version);
        SubjectRow subject = unsettled(subject(referral, no));
        UUID id = people.create(person);
        settle(row, subject, Match.CREATED, id, null, "created");
        return id;
    }

    /** @throws RuleBroken when no reason is given */
    void notIdentifiable(UUID referral, int no, String why, int version) {
        ReferralRow row = work.hold(referral, Action.DECIDE_REFERRAL, version);
        if (why.strip().length() < SHORTEST_WHY) {
            throw new RuleBroken("why", "Say why this person cannot be identified, in at least 10 characters");
        }
        settle(row, subject(referral, no), Match.NOT_IDENTIFIABLE, null, why.strip(), "not-identifiable");
    }

    /** Keeps the judgement that a candidate is not this subject, or that nobody can tell. */
    void doubt(UUID referral, int no, UUID person, boolean unsure) {
        work.hold(referral, Action.DECIDE_REFERRAL);
        known(person);
        subjects.judge(referral, subject(referral, no).id(), unsure ? "unsure" : "not", person, null);
    }

    /** Takes back who a subject was said to be; the judgement stays on record as undone. */
    void undo(UUID referral, int no, int version) {
        ReferralRow row = work.hold(referral, Action.DECIDE_REFERRAL, version);
        SubjectRow subject = subject(referral, no);
        if (!subject.settled()) {
            throw new StaleVersion();
        }
        ReferralState next = row.state() == ReferralState.TRIAGED
                ? row.state().step(ReferralAction.DOUBT)
                : row.state().step(ReferralAction.JUDGE);
        if (subject.person() != null) {
            subjects.judge(referral, subject.id(), "undone", subject.person(), null);
        }
        subjects.unsettle(subject.id());
        work.move(row, next);
        follow(referral, subjects.of(referral));
    }

    private void settle(
            ReferralRow row,
            SubjectRow subject,
            Match match,
            @Nullable UUID person,
            @Nullable String why,
            String verdict) {
        StaleVersion.unlessOne(subjects.settle(unsettled(subject).id(), match, person, why));
        subjects.judge(row.id(), subject.id(), verdict, person, why);
        List<SubjectRow> all = subjects.of(row.id());
        boolean last = all.stream().allMatch(SubjectRow::settled);
        work.move(row, row.state().step(last ? ReferralAction.IDENTIFY : ReferralAction.JUDGE));
        follow(row.id(), all);
        audit.record(Act.on("identify", Referrals.KIND, row.id()).detail(verdict));
    }

    /** The policy follows: the referral is about these people now, and their ages are known better. */
    private void follow(UUID referral, List<SubjectRow> all) {
        Set<UUID> matched =
                all.stream().map(SubjectRow::person).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        AgeSpan age = AgeSpan.of(all.stream().map(this::born).toList());
        records.keep(new RecordFacts(referral, Referrals.KIND, age.childUntil(), age.adultFrom(), matched));
    }

    private BirthDate born(SubjectRow subject) {
        UUID person = subject.person();
        BirthDate known = person == null
                ? BirthDate.unknown()
                : people.card(person).map(PersonCard::born).orElse(BirthDate.unknown());
        return known instanceof BirthDate.Unknown ? subject.birth() : known;
    }

    private void known(UUID person) {
        if (people.card(person).isEmpty()) {
            throw new NoSuchRecord();
        }
    }

    private static SubjectRow unsettled(SubjectRow subject) {
        if (subject.settled()) {
            throw new RuleBroken("It is settled already who %s is. Take that back first.".formatted(subject.name()));
        }
        return subject;
    }

    private SubjectRow subject(UUID referral, int no) {
        return subjects.of(referral).stream()
                .filter(subject -> subject.no() == no)
                .findFirst()
                .orElseThrow(NoSuchRecord::new);
    }
}
