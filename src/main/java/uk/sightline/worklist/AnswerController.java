package uk.sightline.worklist;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Needs;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.OwnWork;
import uk.sightline.clocks.Tellings;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.platform.Html;
import uk.sightline.platform.London;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/** What somebody answers on their list: I take it, I cannot and why, why it was late, I have read what I was told. */
@Controller
@Needs
@RequestMapping("/work")
class AnswerController {

    private static final String TO_WORK = "redirect:/work";

    private final OwnWork own;
    private final Tellings tellings;
    private final PracticePack pack;
    private final InstantSource time;

    AnswerController(OwnWork own, Tellings tellings, PracticePack pack, InstantSource time) {
        this.own = own;
        this.tellings = tellings;
        this.pack = pack;
        this.time = time;
    }

    @PostMapping("/accept")
    String accept(@RequestParam UUID record) {
        own.accept(record);
        return TO_WORK;
    }

    @PostMapping("/seen")
    String seen() {
        tellings.seen();
        return TO_WORK;
    }

    @GetMapping("/decline/{clock}")
    Html declining(@PathVariable UUID clock) {
        return Html.page("worklist/decline", page(own.find(clock), List.of(), "", "", FieldErrors.none()));
    }

    @PostMapping("/decline/{clock}")
    Object decline(@PathVariable UUID clock, @RequestParam(defaultValue = "") String words) {
        var mine = own.find(clock);
        try {
            own.decline(mine.subject(), words);
            return TO_WORK;
        } catch (RuleBroken broken) {
            return Html.again("worklist/decline", page(mine, List.of(), "", words, errors(broken)));
        }
    }

    @GetMapping("/why/{clock}")
    Html whyLate(@PathVariable UUID clock) {
        return Html.page("worklist/why", page(own.find(clock), reasons(), "", "", FieldErrors.none()));
    }

    @PostMapping("/why/{clock}")
    Object explain(
            @PathVariable UUID clock,
            @RequestParam(defaultValue = "") String breachReason,
            @RequestParam(defaultValue = "") String words) {
        var late = own.find(clock);
        try {
            own.explain(clock, breachReason, words);
            return TO_WORK;
        } catch (RuleBroken broken) {
            return Html.again("worklist/why", page(late, reasons(), breachReason, words, errors(broken)));
        }
    }

    private SayPage page(Clock clock, List<RadioItem> reasons, String reason, String words, FieldErrors errors) {
        return new SayPage(clock, clock.remaining(time.instant()), reasons, reason, words, errors);
    }

    private List<RadioItem> reasons() {
        return pack.codes("breach-reason").current(London.date(time.instant())).stream()
                .map(code -> RadioItem.of(code.code(), code.label()).hint(code.help()))
                .toList();
    }

    private static FieldErrors errors(RuleBroken broken) {
        return FieldErrors.of(Objects.requireNonNullElse(broken.field(), "words"), broken.says());
    }
}
