package uk.sightline.access;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** The page of alarms about browsing. */
@Controller
@Needs(Action.WATCH_AUDIT)
class AlarmsController {

    private final Alarms alarms;

    AlarmsController(Alarms alarms) {
        this.alarms = alarms;
    }

    @GetMapping("/access/alarms")
    Html list() {
        return Html.page("access/alarms", new Page(alarms.list(), "", FieldErrors.none()));
    }

    @PostMapping("/access/alarms/{id}")
    Object acknowledge(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String note) {
        try {
            alarms.acknowledge(id, version, note);
            return "redirect:/access/alarms";
        } catch (RuleBroken broken) {
            FieldErrors errors = FieldErrors.of("note-" + id, broken.says());
            return Html.again("access/alarms", new Page(alarms.list(), note, errors));
        }
    }

    record Page(List<Alarms.Alarm> alarms, String note, FieldErrors errors) {}
}
