package uk.sightline.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;

/** Who is open to the hub, for those who decide in it. */
@Controller
@Needs(Action.DECIDE_DRAM)
class CohortController {

    private final Cohort cohort;

    CohortController(Cohort cohort) {
        this.cohort = cohort;
    }

    @GetMapping("/cohort")
    Html list(@RequestParam(required = false) @Nullable String show) {
        return Html.page("cases/cohort", cohort.page(show));
    }
}
