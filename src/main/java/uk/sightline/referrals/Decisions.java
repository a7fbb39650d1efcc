package uk.sightline.referrals;

import static uk.sightline.referrals.DecisionForm.text;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.RuleBroken;

/**
 * Decides and tells, in one transaction (PRACTICE §1.4; clock C03 stops when the referrer has been told). Both levels of
 * need are kept. A later decision revises an earlier one and never overwrites it.
 */
@Service
@Transactional
class Decisions {

    private final Work work;
    private final DecisionStore store;
    private final Outcomes outcomes;
    private final Answers answers;
    private final Assignments assignments;
    private final Records records;
    private final Colleagues colleagues;
    private final Clocks clocks;
    private final DueTimes due;
    private final Audit audit;
    private final InstantSource time;

    Decisions(
            Work work,
            DecisionStore store,
            Outcomes outcomes,
            Answers answers,
            Assignments assignments,
            Records records,
            Colleagues colleagues,
            Clocks clocks,
            DueTimes due,
            Audit audit,
            InstantSource time) {
        this.work = work;
        this.store = store;
        this.outcomes = outcomes;
        this.answers = answers;
        this.assignments = assignments;
        this.records = records;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.due = due;
        this.audit = audit;
        this.time = time;
    }

    /** @throws RuleBroken when a rule of practice stands against it; nothing is saved then */
    void decideAndTell(UUID id, DecisionForm form) {
        ReferralRow row = work.hold(id, Action.DECIDE_REFERRAL, form.version());
        boolean revises = row.outcome() != null;
        row.state().step(revises ? ReferralAction.REVISE : ReferralAction.DECIDE);
        Outcomes.Outcome outcome = outcomes.chosen(text(form.outcome()), row.about());
        new Late(form.breachReason(), form.breachWords()).explain(clocks, id, row.clock());
        if (row.owner() == null) {
            assignments.claim(row);
        } else if (revises) {
            openAgain(row, row.owner());
        }
        withdraw(row);
        UUID decision = store.add(row, form, revises, duplicateOf(row, outcome, form));
        work.decide(row, outcome.code(), form.ourLevel(), revises ? due.of(row.clock(), time.instant()) : null);
        clocks.start(row.clock(), id, Referrals.KIND, row.reference(), row.team(), row.owner(), time.instant());
        audit.record(Act.on("decide", Referrals.KIND, id)
                .detail(outcome.code() + " level " + form.ourLevel())
                .because(text(form.reason())));
        passOn(row, decision, outcome, form.team());
        answers.tell(row, decision, form);
    }

    /** Those who decided it have work there once more. */
    private void openAgain(ReferralRow row, UUID owner) {
        Set<String> only = Set.of(Referrals.KIND);
        records.relate(row.team(), row.id(), "team", only, "It is on the list of your team.", null);
        records.relate(owner, row.id(), "owner", only, "It is yours to decide.", null);
    }

    private @Nullable UUID duplicateOf(ReferralRow row, Outcomes.Outcome outcome, DecisionForm form) {
        if (!outcome.isDuplicate()) {
            return null;
        }
        UUID other = store.byReference(text(form.duplicateOf()).toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new RuleBroken("duplicateOf", "There is no referral with that reference"));
        if (other.equals(row.id())) {
            throw new RuleBroken("duplicateOf", "That is the reference of this referral. Enter the other one");
        }
        return other;
    }

    private void withdraw(ReferralRow row) {
        store.withdraw(row.id()).ifPresent(withdrawn -> {
            clocks.stopForOthers(row.id(), withdrawn.clock(), "The decision was revised.");
            endTeam(row, withdrawn.team());
        });
    }

    /** The team loses what the decision had opened to it, but not what is its own. */
    private void endTeam(ReferralRow row, UUID team) {
        if (!team.equals(row.team())) {
            records.end(team, row.id(), "team");
        }
        store.people(row.id()).forEach(person -> records.end(team, person, "referral:" + row.reference()));
    }

    private void passOn(ReferralRow row, UUID decision, Outcomes.Outcome outcome, @Nullable UUID chosen) {
        String clock = outcome.clock();
        if (!outcome.passesOn() || clock == null) {
            return;
        }
        UUID team = team(outcome, chosen);
        Instant now = time.instant();
        store.passOn(row.id(), decision, outcome, team, due.of(clock, now));
        String reason = "Referral %s was passed to your team: %s.".formatted(row.reference(), outcome.label());
        records.relate(team, row.id(), "team", Set.of(Referrals.KIND), reason, null);
        for (UUID person : store.people(row.id())) {
            records.relate(
                    team,
                    person,
                    "referral:" + row.reference(),
                    outcome.opensPerson() ? null : Set.of("identity"),
                    reason,
                    null);
        }
        clocks.start(clock, row.id(), Referrals.KIND, row.reference(), team, null, now);
    }

    private UUID team(Outcomes.Outcome outcome, @Nullable UUID chosen) {
        return outcome.teams().stream()
                .map(team -> colleagues.team(team.key()).id())
                .filter(team -> chosen == null || team.equals(chosen))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("team", "Choose one of the teams that take this"));
    }
}
