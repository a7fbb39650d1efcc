package uk.sightline.access;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;

/** Opening a record to a colleague by name. */
@Controller
@Needs(Action.GRANT)
class OpeningsController {

    private final Openings openings;

    OpeningsController(Openings openings) {
        this.openings = openings;
    }

    @GetMapping("/access/grants/{record}")
    Html show(@PathVariable UUID record) {
        return Html.page("access/grants", page(record, Form.blank(), FieldErrors.none()));
    }

    @PostMapping("/access/grants/{record}")
    Object open(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String records,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "until.day", defaultValue = "") String day,
            @RequestParam(name = "until.month", defaultValue = "") String month,
            @RequestParam(name = "until.year", defaultValue = "") String year) {
        Form form = new Form(email, records.equals("yes"), reason, new DateParts(day, month, year));
        return Rules.orAgain(
                "/access/grants/" + record,
                "email",
                () -> openings.open(
                        record,
                        email,
                        form.records(),
                        reason,
                        form.until().date().orElse(null)),
                errors -> Html.again("access/grants", page(record, form, errors)));
    }

    @PostMapping("/access/grants/{record}/end")
    String close(@PathVariable UUID record, @RequestParam UUID id) {
        openings.close(record, id);
        return "redirect:/access/grants/" + record;
    }

    private Page page(UUID record, Form form, FieldErrors errors) {
        return new Page(record, openings.of(record), form, errors);
    }

    record Page(UUID record, List<Openings.Opening> openings, Form form, FieldErrors errors) {}

    record Form(String email, boolean records, String reason, DateParts until) {
        static Form blank() {
            return new Form("", true, "", DateParts.blank());
        }
    }
}
