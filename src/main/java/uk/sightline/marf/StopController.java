package uk.sightline.marf;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;

/** The hard stop at levels 2 and 3 without consent, and its three ways on (PRACTICE §1.3). */
@Controller
@RequestMapping("/marf/{id}/stop")
@Needs({Action.REFER, Action.PHONE_REFERRAL})
class StopController {

    private final Drafts drafts;

    StopController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What the page shows. */
    record StopPage(Filling filling, String route, String reason, FieldErrors errors) {
        String home() {
            return "/marf/" + filling.draft().id();
        }

        int level() {
            return LevelSection.chosen(filling.draft());
        }
    }

    @GetMapping
    Object stop(@PathVariable UUID id) {
        Filling filling = drafts.look(id);
        Answers consent = filling.of(Sections.CONSENT);
        return ConsentRule.stops(LevelSection.chosen(filling.draft()), consent.text("sharing"))
                ? Html.page(
                        "marf/stop",
                        new StopPage(filling, consent.text("route"), consent.raw("routeReason"), FieldErrors.none()))
                : "redirect:/marf/" + id;
    }

    @PostMapping
    Object choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String route,
            @RequestParam(defaultValue = "") String reason) {
        Filling filling = drafts.look(id);
        String why = Answers.cleaned(reason);
        FieldErrors errors = check(filling, route, why);
        if (!errors.isEmpty()) {
            return Html.again("marf/stop", new StopPage(filling, route, why, errors));
        }
        drafts.choose(id, route, route.equals(ConsentRule.UPGRADE) ? why : null);
        return "redirect:/marf/" + id + after(id, route);
    }

    private static FieldErrors check(Filling filling, String route, String reason) {
        FieldErrors.Builder wrong = FieldErrors.builder();
        if (filling.codes("consent-route").stream()
                .noneMatch(code -> code.code().equals(route))) {
            wrong.add("route", "Choose one of the three ways on");
        }
        if (route.equals(ConsentRule.UPGRADE) && reason.isBlank()) {
            wrong.add("reason", "Say what significant harm you see, or fear, that makes this level 4");
        }
        if (reason.length() > Basics.LONGEST) {
            wrong.add("reason", "Shorten the reason to %,d characters".formatted(Basics.LONGEST));
        }
        return wrong.build();
    }

    /** Raised to level 4, the consent page may ask more: an adult's referral needs a ground for sharing. */
    private String after(UUID id, String route) {
        if (route.equals(ConsentRule.GET_CONSENT)) {
            return "";
        }
        Filling filling = drafts.look(id);
        boolean whole =
                Sections.errors(Sections.CONSENT, ConsentSection.KEY, filling).isEmpty();
        return whole ? "/check" : "/" + ConsentSection.KEY;
    }
}
