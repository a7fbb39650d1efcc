package uk.sightline.referrals;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.Actor;
import uk.sightline.platform.RuleBroken;

/** Whose work a referral is. It is never given to somebody who may not see and decide it (DESIGN §6). */
@Service
@Transactional
class Assignments {

    private final Work work;
    private final Access access;
    private final Records records;
    private final Colleagues colleagues;
    private final Clocks clocks;
    private final Audit audit;

    Assignments(Work work, Access access, Records records, Colleagues colleagues, Clocks clocks, Audit audit) {
        this.work = work;
        this.access = access;
        this.records = records;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.audit = audit;
    }

    /**
     * Takes free referrals for the actor: all of them or none.
     *
     * @throws RuleBroken when one of them has an owner already
     */
    void claim(Collection<UUID> referrals) {
        referrals.stream().distinct().sorted().forEach(this::claim);
    }

    private void claim(UUID id) {
        ReferralRow row = work.hold(id, Action.DECIDE_REFERRAL);
        row.state().step(ReferralAction.ASSIGN);
        if (row.owner() != null && !row.owner().equals(Actor.current().id())) {
            throw new RuleBroken("%s was taken by somebody else. Nothing was claimed.".formatted(row.reference()));
        }
        claim(row);
    }

    /** Whoever decides what nobody has taken has taken it. */
    void claim(ReferralRow row) {
        give(row, row.team(), Actor.current().id(), "claimed", null);
    }

    /** @throws RuleBroken when the colleague may not see it or may not decide it */
    void assign(UUID id, UUID colleague, int version) {
        ReferralRow row = work.hold(id, Action.ASSIGN, version);
        row.state().step(ReferralAction.ASSIGN);
        if (!access.decide(colleague, Action.DECIDE_REFERRAL, id).allowed()) {
            throw new RuleBroken("owner", "They cannot take this referral. Choose somebody else.");
        }
        give(row, row.team(), colleague, "assigned", null);
    }

    /**
     * Gives it to another team.
     *
     * @throws RuleBroken when nobody there may see and decide it
     */
    void handOver(UUID id, UUID team, String why, int version) {
        ReferralRow row = work.hold(id, Action.DECIDE_REFERRAL, version);
        row.state().step(ReferralAction.HAND_OVER);
        if (why.isBlank()) {
            throw new RuleBroken("why", "Say why you hand it over");
        }
        if (team.equals(row.team())) {
            throw new RuleBroken("team", "It is on that team's list already");
        }
        Colleagues.Team to = colleagues.team(team).orElseThrow(() -> new RuleBroken("team", "Choose a team"));
        records.relate(team, id, "team", Set.of(Referrals.KIND), "It is on the list of your team.", null);
        if (colleagues.members(team).stream()
                .noneMatch(member ->
                        access.decide(member.id(), Action.DECIDE_REFERRAL, id).allowed())) {
            throw new RuleBroken(
                    "team", "Nobody in %s may decide this referral. Choose another team.".formatted(to.label()));
        }
        give(row, team, null, "handed-over", why);
        records.end(row.team(), id, "team");
    }

    private void give(ReferralRow row, UUID team, @Nullable UUID owner, String how, @Nullable String why) {
        if (row.owner() != null) {
            records.end(row.owner(), row.id(), "owner");
        }
        if (owner != null) {
            records.relate(owner, row.id(), "owner", Set.of(Referrals.KIND), "It is yours to decide.", null);
        }
        work.give(row.id(), team, owner, how, why);
        clocks.assign(row.id(), team, owner);
        audit.record(Act.on("assign", Referrals.KIND, row.id()).detail(how).because(why == null ? how : why));
    }
}
