package uk.sightline.watch;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;

@Controller
@Needs(Action.WATCH_AUDIT)
class LogController {

    private final LogQueries log;

    LogController(LogQueries log) {
        this.log = log;
    }

    @GetMapping("/audit")
    Html log(@ModelAttribute LogFilter filter) {
        LogPage page = log.page(filter);
        return page.errors().isEmpty() ? Html.page("watch/log", page) : Html.again("watch/log", page);
    }
}
