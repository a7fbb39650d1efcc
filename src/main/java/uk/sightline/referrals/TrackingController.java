package uk.sightline.referrals;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** The referrer's side. Whoever follows a link to a referral that is not theirs but their work is led to where they work on it. */
@Controller
@Needs
class TrackingController {

    private final Tracking tracking;
    private final PassedQueries passed;
    private final Notes notes;
    private final Access access;
    private final Labels labels;
    private final InstantSource time;

    TrackingController(
            Tracking tracking, PassedQueries passed, Notes notes, Access access, Labels labels, InstantSource time) {
        this.tracking = tracking;
        this.passed = passed;
        this.notes = notes;
        this.access = access;
        this.labels = labels;
        this.time = time;
    }

    @GetMapping("/referrals")
    Html mine(@RequestParam(required = false) @Nullable String before) {
        List<Tracking.Sent> sent = tracking.mine(QueueFilter.instant(before));
        boolean more = sent.size() > 100;
        List<Tracking.Sent> shown = more ? sent.subList(0, 100) : sent;
        String next = more ? "/referrals?before=" + shown.getLast().receivedAt() : null;
        return Html.page(
                "referrals/mine",
                new MinePage(shown, next, access.may(Action.REFER), access.may(Action.PHONE_REFERRAL)));
    }

    @GetMapping("/referrals/{id}")
    Object one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        try {
            return Html.page("referrals/tracked", page(id, FieldErrors.none(), "", done != null));
        } catch (NoSuchRecord notTheirs) {
            return "redirect:" + elsewhere(id);
        }
    }

    /** The leading elsewhere tells nothing: it asks the policy first, and ends in the same 404. */
    private String elsewhere(UUID id) {
        return passed.item(id)
                .map(item -> "/referrals/passed/" + item)
                .or(() -> access.decide(Action.DECIDE_REFERRAL, id).allowed()
                        ? java.util.Optional.of("/front-door/" + id)
                        : java.util.Optional.empty())
                .orElseThrow(NoSuchRecord::new);
    }

    @PostMapping("/referrals/{id}/add")
    Object add(@PathVariable UUID id, @RequestParam(required = false) @Nullable String body) {
        TrackedPage page = page(id, FieldErrors.none(), "", false);
        String text = DecisionForm.text(body);
        try {
            notes.add(page.tracked().sent().id(), text);
        } catch (RuleBroken rule) {
            return Html.again("referrals/tracked", page(id, FieldErrors.of("body", rule.says()), text, false));
        }
        return "redirect:/referrals/" + id + "?done=added";
    }

    private TrackedPage page(UUID id, FieldErrors errors, String typed, boolean added) {
        Tracking.Tracked tracked = tracking.one(id);
        boolean late = !tracked.sent().answered() && tracked.sent().dueAt().isBefore(time.instant());
        return new TrackedPage(
                tracked, late, labels, typed, errors, added ? "What you added is with the referral." : null);
    }

    /** The list of the actor's referrals. */
    record MinePage(List<Tracking.Sent> sent, @Nullable String next, boolean mayRefer, boolean mayTakeCalls) {}

    /** One of them. */
    record TrackedPage(
            Tracking.Tracked tracked,
            boolean late,
            Labels labels,
            String typed,
            FieldErrors errors,
            @Nullable String notice) {}
}
