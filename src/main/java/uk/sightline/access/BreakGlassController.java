package uk.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Html;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;

/** Taking emergency access: say which record, prove again who you are, say why. */
@Controller
@Needs(Action.BREAK_GLASS)
class BreakGlassController {

    private final BreakGlass glass;
    private final SignIns signIns;
    private final SignInSession sessions;
    private final PracticePack pack;
    private final InstantSource time;

    BreakGlassController(
            BreakGlass glass, SignIns signIns, SignInSession sessions, PracticePack pack, InstantSource time) {
        this.glass = glass;
        this.signIns = signIns;
        this.sessions = sessions;
        this.pack = pack;
        this.time = time;
    }

    @GetMapping("/access/break-glass")
    Html find() {
        return Html.page("access/breakGlassFind", new FindPage("", FieldErrors.none()));
    }

    @PostMapping("/access/break-glass")
    Object find(@RequestParam(defaultValue = "") String reference) {
        if (reference.isBlank()) {
            return none(reference, "Enter the reference or NHS number that you were given");
        }
        return glass.find(reference)
                .map(record -> (Object) ("redirect:/access/break-glass/" + record))
                .orElseGet(
                        () -> none(
                                reference,
                                "There is no record of this reference that you can open. Check it with whoever gave it to you"));
    }

    @GetMapping("/access/break-glass/{record}")
    Object show(@PathVariable UUID record, HttpServletRequest request) {
        if (glass.isOpen(record)) {
            return "redirect:/access/why/" + record;
        }
        if (!glass.opens(record)) {
            throw new NoSuchRecord();
        }
        return Html.page("access/breakGlass", page(record, "", "", request, FieldErrors.none()));
    }

    @PostMapping("/access/break-glass/{record}")
    Object open(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String proof,
            HttpServletRequest request) {
        if (!glass.opens(record)) {
            throw new NoSuchRecord();
        }
        if (!sessions.isProved(request) && !proves(proof, request)) {
            return again(record, code, reason, request, "proof", "Enter the code your app shows now, or your password");
        }
        try {
            glass.open(record, code, reason);
            return "redirect:/access/why/" + record;
        } catch (RuleBroken broken) {
            String field = broken.field() == null ? "reason" : broken.field();
            return again(record, code, reason, request, field, broken.says());
        }
    }

    private boolean proves(String proof, HttpServletRequest request) {
        boolean right =
                signIns.again(Actor.current().id(), proof, request.getRemoteAddr()) instanceof SignIns.Outcome.Right;
        if (right) {
            sessions.proved(request);
        }
        return right;
    }

    private Html none(String reference, String message) {
        return Html.again("access/breakGlassFind", new FindPage(reference, FieldErrors.of("reference", message)));
    }

    private Html again(
            UUID record, String code, String reason, HttpServletRequest request, String field, String message) {
        return Html.again("access/breakGlass", page(record, code, reason, request, FieldErrors.of(field, message)));
    }

    private Page page(UUID record, String code, String reason, HttpServletRequest request, FieldErrors errors) {
        List<Code> reasons = pack.codes(BreakGlass.REASONS).current(London.date(time.instant()));
        return new Page(record, code, reason, reasons, !sessions.isProved(request), errors);
    }

    record FindPage(String reference, FieldErrors errors) {}

    /** @param proof whether the person must show again who they are */
    record Page(UUID record, String code, String reason, List<Code> reasons, boolean proof, FieldErrors errors) {}
}
