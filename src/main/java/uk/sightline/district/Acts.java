package uk.sightline.district;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.audit.Audit.Act;
import uk.sightline.audit.BulkEntries.Past;
import uk.sightline.referrals.PastReferral;
import uk.sightline.referrals.PastReferral.Identified;

/** What the log would hold of past referrals: who sent, opened, identified, decided and answered each. */
final class Acts {

    private static final String REFERRAL = "referral";

    private final Map<UUID, List<Past>> acts = new HashMap<>();

    private Acts() {}

    /** The acts of each account, the earliest first. */
    static Map<UUID, List<Past>> byWhom(List<PastReferral> told) {
        Acts acts = new Acts();
        told.forEach(acts::add);
        acts.acts.values().forEach(own -> own.sort(Comparator.comparing(Past::at)));
        return acts.acts;
    }

    private void add(PastReferral past) {
        UUID id = past.id();
        add(past.sender(), past.received(), Act.on("add", REFERRAL, id).detail(past.reference()));
        PastReferral.Claim claim = past.claim();
        if (claim != null) {
            add(claim.owner(), claim.at(), Act.on("view", REFERRAL, id));
            add(
                    claim.owner(),
                    claim.at(),
                    Act.on("assign", REFERRAL, id).detail("claimed").because("claimed"));
        }
        past.people().forEach(this::add);
        PastReferral.Decided decided = past.decision();
        if (decided != null) {
            String detail = decided.outcome() + " level " + decided.level();
            add(
                    decided.by(),
                    decided.at(),
                    Act.on("decide", REFERRAL, id).detail(detail).because(decided.reason()));
        }
        PastReferral.Told answer = past.answer();
        if (answer != null && answer.sent()) {
            add(answer.by(), answer.at(), Act.on("answer", REFERRAL, id).detail(answer.how()));
        }
        PastReferral.Routed routed = past.routing();
        if (routed != null) {
            add(routed.owner(), routed.taken(), Act.on("view", REFERRAL, id));
            add(routed.owner(), routed.ended(), Act.on("finish", REFERRAL, id).detail(routed.route()));
        }
    }

    private void add(Identified who) {
        if (who.person() != null) {
            add(who.by(), who.at(), Act.on("view", "identity", who.person()));
        }
    }

    private void add(@Nullable UUID by, @Nullable Instant at, Act act) {
        if (by != null && at != null) {
            acts.computeIfAbsent(by, account -> new ArrayList<>()).add(new Past(at, act));
        }
    }
}
