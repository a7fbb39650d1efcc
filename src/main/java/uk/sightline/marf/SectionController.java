package uk.sightline.marf;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.marf.Draft.Sheet;
import uk.sightline.marf.Drafts.Posted;
import uk.sightline.platform.Html;
import uk.sightline.platform.London;
import uk.sightline.platform.StaleVersion;

/** The pages of a draft: opened, saved while they are typed, and left. */
@Controller
@RequestMapping({"/marf/{id}/{section}", "/marf/{id}/{section}/{entry}"})
@Needs({Action.REFER, Action.PHONE_REFERRAL})
class SectionController {

    private final Drafts drafts;
    private final Pages pages;
    private final InstantSource time;

    SectionController(Drafts drafts, Pages pages, InstantSource time) {
        this.drafts = drafts;
        this.pages = pages;
        this.time = time;
    }

    /** Which page of which draft. */
    record Place(UUID id, String section, @Nullable String entry) {
        String key() {
            return entry == null ? section : section + "/" + entry;
        }
    }

    @GetMapping
    Object open(
            @PathVariable UUID id,
            @PathVariable String section,
            @PathVariable(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String from) {
        Place place = new Place(id, section, entry);
        SectionPage page = pages.open(id, place.key(), from);
        return page.draft().sent() ? "redirect:" + page.home() + "/receipt" : Html.page(page.template(), page);
    }

    /**
     * Saves in the background: {@code {"saved":"14:02","version":3}}. 409 when another window was first, or, with a
     * version to go on from, when an earlier save of this page came in whose answer was lost; 410 once it has been sent.
     */
    @PostMapping(headers = "X-Autosave")
    ResponseEntity<Map<String, Object>> autosave(
            @PathVariable UUID id,
            @PathVariable String section,
            @PathVariable(required = false) @Nullable String entry,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID window,
            HttpServletRequest request) {
        Place place = new Place(id, section, entry);
        try {
            Filling saved = drafts.save(id, place.key(), new Posted(request.getParameterMap(), version, window, false));
            int next = saved.draft().sheet(place.key()).version();
            return ResponseEntity.ok(Map.of("saved", London.clock(time.instant()), "version", next));
        } catch (StaleVersion behind) {
            Sheet sheet = drafts.look(id).draft().sheet(place.key());
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(sheet.isOf(window) ? Map.of("version", sheet.version()) : Map.of());
        } catch (Drafts.AlreadySent sent) {
            return ResponseEntity.status(HttpStatus.GONE).body(Map.of());
        }
    }

    @PostMapping(headers = "!X-Autosave")
    Object leave(
            @PathVariable UUID id,
            @PathVariable String section,
            @PathVariable(required = false) @Nullable String entry,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID window,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request) {
        Place place = new Place(id, section, entry);
        try {
            Posted posted = new Posted(request.getParameterMap(), version, window, true);
            return left(place, drafts.save(id, place.key(), posted), then);
        } catch (StaleVersion twoWindows) {
            SectionPage page = pages.conflict(id, place.key(), request.getParameterMap());
            return Html.page(page.template(), page, HttpStatus.CONFLICT);
        } catch (Drafts.AlreadySent gone) {
            return afterSending(pages.conflict(id, place.key(), request.getParameterMap()));
        }
    }

    /** What was typed too late is kept in front of whoever typed it; what went with the form is not said again. */
    private static Object afterSending(SectionPage page) {
        return page.typedInWords().isEmpty()
                ? "redirect:" + page.home() + "/receipt"
                : Html.page("marf/sentBefore", page, HttpStatus.CONFLICT);
    }

    private Object left(Place place, Filling saved, @Nullable String then) {
        if (!"later".equals(then) && !saved.draft().sheet(place.key()).done()) {
            SectionPage page = pages.again(saved, place.key());
            return Html.again(page.template(), page);
        }
        String from = pages.prompts(place.key(), saved).found().isEmpty() ? "" : "?from=" + place.key();
        return "redirect:/marf/" + place.id() + next(place, saved, then) + from;
    }

    private String next(Place place, Filling saved, @Nullable String then) {
        if ("later".equals(then)) {
            return "";
        }
        if ("another".equals(then) || place.section().equals(FamilySection.KEY)) {
            return "/" + place.section();
        }
        boolean stopped = ConsentRule.of(saved.draft()) == ConsentRule.STOPPED
                && saved.draft().sheet(ConsentSection.KEY).done();
        return stopped
                ? "/stop"
                : Sections.next(place.key(), saved).map(key -> "/" + key).orElse("/check");
    }
}
