package uk.sightline.duplicates;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.StaleVersion;
import uk.sightline.reference.PracticePack;

/** The workbench: a list by weight, then one pair after the other. */
@Controller
@Needs({Action.CREATE_PERSON, Action.CHANGE})
class DuplicatesController {

    private static final String PAIR = "duplicates/pair";

    private final Pairs pairs;
    private final PairPages pages;
    private final Verdicts verdicts;
    private final Proposals proposals;
    private final PracticePack pack;

    DuplicatesController(Pairs pairs, PairPages pages, Verdicts verdicts, Proposals proposals, PracticePack pack) {
        this.pairs = pairs;
        this.pages = pages;
        this.verdicts = verdicts;
        this.proposals = proposals;
        this.pack = pack;
    }

    @GetMapping("/duplicates")
    Html list(
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID kept) {
        return Html.page("duplicates/queue", pairs.list(Listing.of(list), after, kept));
    }

    @GetMapping("/duplicates/{pair}")
    Object pair(
            @PathVariable UUID pair,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String keys,
            @RequestParam(required = false) @Nullable UUID kept) {
        VerdictForm form = VerdictForm.empty(-1, Listing.of(list), "on".equals(keys));
        return pages.merged(pair)
                .<Object>map(merge -> "redirect:" + merge)
                .orElseGet(() -> Html.page(PAIR, pages.page(pair, form, FieldErrors.none(), kept)));
    }

    @PostMapping("/duplicates/{pair}")
    Object judge(@PathVariable UUID pair, @RequestParam Map<String, String> typed) {
        VerdictForm form = VerdictForm.of(typed);
        FieldErrors errors = form.errors(pack);
        if (!errors.isEmpty()) {
            return Html.again(PAIR, pages.page(pair, form, errors, null));
        }
        try {
            verdicts.keep(pair, form.version(), form.chosen().orElseThrow(), form.why(pack));
            if (form.chosen().orElseThrow() == Verdict.SAME) {
                proposals.propose(pair, form.why(pack));
            }
        } catch (StaleVersion stale) {
            return Html.page(PAIR, overtaken(pair, form), HttpStatus.CONFLICT);
        }
        return "redirect:" + pages.onward(pair, form);
    }

    /** What was typed is kept in the form; sent again, it is added to what the other said. */
    private PairPage overtaken(UUID pair, VerdictForm form) {
        String message = pages.lastSaid(pair)
                + ", while you had this page open. Nothing was overwritten. Send yours again if you still think so";
        return pages.page(pair, form.at(-1), FieldErrors.of("verdict", message), null);
    }
}
