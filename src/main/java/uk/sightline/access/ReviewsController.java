package uk.sightline.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/** The queue of emergency access to review. */
@Controller
@Needs(Action.REVIEW_BREAK_GLASS)
class ReviewsController {

    private final Reviewers reviewers;
    private final Access access;
    private final PracticePack pack;

    ReviewsController(Reviewers reviewers, Access access, PracticePack pack) {
        this.reviewers = reviewers;
        this.access = access;
        this.pack = pack;
    }

    @GetMapping("/access/reviews")
    Html list() {
        return Html.page("access/reviews", page(null, "", "", FieldErrors.none()));
    }

    @PostMapping("/access/reviews/{id}")
    Object review(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String note) {
        try {
            reviewers.review(id, version, outcome, note);
            return "redirect:/access/reviews";
        } catch (RuleBroken broken) {
            String field = (broken.field() == null ? "note" : broken.field()) + "-" + id;
            return Html.again("access/reviews", page(id, outcome, note, FieldErrors.of(field, broken.says())));
        }
    }

    private Page page(@Nullable UUID typedFor, String outcome, String note, FieldErrors errors) {
        return new Page(
                reviewers.queue(), reviewers.done(), typedFor, outcome, note, access.may(Action.SEAL), errors, pack);
    }

    /**
     * @param typedFor the review whose answer needs attention, with what was typed
     * @param unseals the actor may decide on proposals to open closed records
     */
    record Page(
            List<Reviewers.Waiting> waiting,
            List<Reviewers.Done> done,
            @Nullable UUID typedFor,
            String outcome,
            String note,
            boolean unseals,
            FieldErrors errors,
            PracticePack pack) {

        String reason(String code) {
            return pack.codes(BreakGlass.REASONS).label(code);
        }
    }
}
