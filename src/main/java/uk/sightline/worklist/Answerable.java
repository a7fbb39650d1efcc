package uk.sightline.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;

/**
 * Whether somebody answers for a referral: its owner may see and decide it now, or, without an owner, at least one live
 * person of its team may. Asked of the policy itself, for each referral, because that is what will decide when they try.
 */
final class Answerable {

    private final Access access;
    private final Colleagues colleagues;
    /** Those who could decide for the team before come first. */
    private final Map<UUID, List<UUID>> members = new HashMap<>();

    Answerable(Access access, Colleagues colleagues) {
        this.access = access;
        this.colleagues = colleagues;
    }

    /** What is wrong and what to do; null when somebody answers for it. */
    Proof.@Nullable Broken check(OpenItem item) {
        if (item.owner() != null) {
            return mayDecide(item.owner(), item)
                    ? null
                    : broken(
                            item,
                            "Its owner has left or may not see and decide it.",
                            "Give it to somebody else of the team.");
        }
        if (item.team() == null) {
            return broken(item, "It has neither a team nor an owner.", "Give it to a team.");
        }
        return anyoneOf(item.team(), item)
                ? null
                : broken(
                        item,
                        "Nobody in its team may see and decide it.",
                        "Give it to a team that can, or give somebody the post that decides.");
    }

    private boolean anyoneOf(UUID team, OpenItem item) {
        var people = members.computeIfAbsent(
                team,
                id -> new ArrayList<>(
                        colleagues.members(id).stream().map(Colleague::id).toList()));
        var found = people.stream().filter(member -> mayDecide(member, item)).findFirst();
        found.ifPresent(member -> {
            people.remove(member);
            people.addFirst(member);
        });
        return found.isPresent();
    }

    private boolean mayDecide(UUID account, OpenItem item) {
        return access.decide(account, Action.DECIDE_REFERRAL, item.id()).allowed();
    }

    private static Proof.Broken broken(OpenItem item, String what, String remedy) {
        return Proof.Broken.referral(item.id(), item.reference(), what, remedy);
    }
}
