package uk.sightline.worklist;

import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.platform.NoSuchRecord;

/**
 * Which page shows a record of a kind. Chosen when the link is followed, so that lists need not ask the policy about each
 * row, and so that a link in a message goes on to work when somebody's post changes.
 */
@Service
class Destination {

    private final Access access;

    Destination(Access access) {
        this.access = access;
    }

    /** The address on a list or in a message, which leads to {@link #of}. */
    static String link(String kind, UUID record) {
        return "/work/open/" + kind + "/" + record;
    }

    /**
     * The page for the actor.
     *
     * @throws NoSuchRecord when there is no page for such records
     */
    String of(String kind, UUID record) {
        return switch (kind) {
            case "referral" ->
                (access.decide(Action.DECIDE_REFERRAL, record).allowed() ? "/front-door/" : "/referrals/") + record;
            case "draft" -> "/marf/" + record;
            case "merge" -> "/merges/" + record;
            case "correction" -> "/merges/corrections/" + record;
            case "assessment", "adult" -> "/assessments/" + record;
            case "identity" -> "/people/" + record;
            default -> throw new NoSuchRecord();
        };
    }
}
