package uk.sightline.marf;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.NoSuchRecord;

/** The last look, the declaration, the sending, and what one holds in hand afterwards. */
@Controller
@RequestMapping("/marf/{id}")
@Needs({Action.REFER, Action.PHONE_REFERRAL})
class CheckController {

    private final Drafts drafts;
    private final Sending sending;
    private final Files files;

    CheckController(Drafts drafts, Sending sending, Files files) {
        this.drafts = drafts;
        this.sending = sending;
        this.files = files;
    }

    @GetMapping("/check")
    Object check(@PathVariable UUID id) {
        Filling filling = drafts.look(id);
        return filling.draft().sent()
                ? "redirect:/marf/" + id + "/receipt"
                : Html.page("marf/check", page(filling, Answers.NONE, FieldErrors.none()));
    }

    @PostMapping("/check")
    Object send(@PathVariable UUID id, HttpServletRequest request) {
        Filling filling = drafts.look(id);
        Answers typed = Answers.posted(request.getParameterMap(), Field.names(Sections.DECLARATION.fields(filling)));
        boolean whole = filling.draft().sent() || Whole.missing(filling).isEmpty();
        FieldErrors errors = filling.draft().sent()
                ? FieldErrors.none()
                : Sections.DECLARATION.errors(typed, filling, drafts.late(filling.draft()));
        if (!whole || !errors.isEmpty()) {
            return Html.again("marf/check", page(filling, typed, errors));
        }
        sending.send(id, typed);
        return "redirect:/marf/" + id + "/receipt";
    }

    @GetMapping("/receipt")
    Html receipt(@PathVariable UUID id) {
        Filling filling = drafts.look(id);
        if (!filling.draft().sent()) {
            throw new NoSuchRecord();
        }
        return Html.page("marf/receipt", ReceiptPage.of(filling));
    }

    /** For one's own records, sent or not: what is said about people of concern is left out of copies. */
    @GetMapping(value = "/copy", params = "!family")
    Html copy(@PathVariable UUID id) {
        return Html.page("marf/copy", page(drafts.look(id), Answers.NONE, FieldErrors.none()));
    }

    /** What a family may be given, by somebody who has read it through: without the assessment and what led to it. */
    @GetMapping(value = "/copy", params = "family")
    Html forFamily(@PathVariable UUID id) {
        return Html.page("marf/copyForFamily", page(drafts.look(id), Answers.NONE, FieldErrors.none()));
    }

    private CheckPage page(Filling filling, Answers declaration, FieldErrors errors) {
        return CheckPage.of(filling, files.of(filling.draft().id()), drafts.late(filling.draft()), declaration, errors);
    }
}
