package uk.sightline.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;

/** My work, the teams' lists, their sheets, and the way from a row to its record. */
@Controller
@Needs
@RequestMapping("/work")
class WorkController {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final WorkQueries work;
    private final TeamQueries teams;
    private final Destination destination;
    private final InstantSource time;

    WorkController(WorkQueries work, TeamQueries teams, Destination destination, InstantSource time) {
        this.work = work;
        this.teams = teams;
        this.destination = destination;
        this.time = time;
    }

    @GetMapping
    Html mine() {
        return Html.page("worklist/work", work.opened());
    }

    @GetMapping("/list")
    @Nullable Html lookAtMine(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen,
            HttpServletResponse response) {
        var page = work.page();
        return Look.answer("worklist/list", page, page.mark(), seen, response);
    }

    @GetMapping("/list.xlsx")
    void mySheet(HttpServletResponse response) throws IOException {
        sheet(work.exported(), "My work", response);
    }

    @GetMapping("/team/{team}")
    Html team(
            @PathVariable UUID team,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after) {
        return Html.page("worklist/team", teams.opened(team, TeamFilter.of(show), Place.of(after)));
    }

    @GetMapping("/team/{team}/list")
    @Nullable Html lookAtTeam(
            @PathVariable UUID team,
            @RequestParam(defaultValue = "") String show,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen,
            HttpServletResponse response) {
        var page = teams.page(team, TeamFilter.of(show), Place.FIRST);
        return Look.answer("worklist/teamList", page, page.mark(), seen, response);
    }

    @GetMapping("/team/{team}/list.xlsx")
    void teamSheet(@PathVariable UUID team, @RequestParam(defaultValue = "") String show, HttpServletResponse response)
            throws IOException {
        sheet(teams.exported(team, TeamFilter.of(show)), "Team list", response);
    }

    @GetMapping("/open/{kind}/{record}")
    String open(@PathVariable String kind, @PathVariable UUID record) {
        return "redirect:" + destination.of(kind, record);
    }

    private void sheet(List<Row> rows, String title, HttpServletResponse response) throws IOException {
        response.setContentType(EXCEL);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"work-list.xlsx\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        WorkSheet.write(rows, title, time.instant(), response.getOutputStream());
    }
}
