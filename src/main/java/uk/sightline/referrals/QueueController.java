package uk.sightline.referrals;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;
import uk.sightline.platform.London;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;
import uk.sightline.referrals.QueueQueries.Slice;

/** The front-door list: what is due first, stands first. */
@Controller
@Needs(Action.DECIDE_REFERRAL)
class QueueController {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final List<String> ROUTES =
            List.of("front-door-children", "front-door-adults", "public-worry", "out-of-hours");

    private final QueueQueries queries;
    private final QueueRows rows;
    private final QueueExport export;
    private final Assignments assignments;
    private final Colleagues colleagues;
    private final Labels labels;
    private final Access access;
    private final PracticePack pack;
    private final InstantSource time;

    QueueController(
            QueueQueries queries,
            QueueRows rows,
            QueueExport export,
            Assignments assignments,
            Colleagues colleagues,
            Labels labels,
            Access access,
            PracticePack pack,
            InstantSource time) {
        this.queries = queries;
        this.rows = rows;
        this.export = export;
        this.assignments = assignments;
        this.colleagues = colleagues;
        this.labels = labels;
        this.access = access;
        this.pack = pack;
        this.time = time;
    }

    @GetMapping("/front-door")
    Html list(@RequestParam Map<String, String> query) {
        return Html.page("referrals/queue", page(QueueFilter.of(query), claimed(query.get("claimed")), null));
    }

    @GetMapping("/front-door/list.xlsx")
    ResponseEntity<byte[]> spreadsheet(@RequestParam Map<String, String> query) throws IOException {
        access.require(Action.PRINT);
        QueueFilter filter = QueueFilter.of(query);
        Slice all = queries.everything(filter, QueueExport.MOST_ROWS);
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("front-door-list.xlsx")
                                .build()
                                .toString())
                .body(export.workbook(rows.of(all.lines(), null), all.lines()));
    }

    @PostMapping("/front-door/claim")
    Object claim(
            @RequestParam(name = "referral", required = false) @Nullable List<String> chosen,
            @RequestParam Map<String, String> query) {
        List<java.util.UUID> ids = (chosen == null ? List.<String>of() : chosen)
                .stream().map(DecisionForm::id).filter(Objects::nonNull).toList();
        QueueFilter filter = QueueFilter.of(query);
        if (ids.isEmpty()) {
            return Html.again("referrals/queue", page(filter, null, "Choose at least one referral to take"));
        }
        try {
            assignments.claim(ids);
        } catch (RuleBroken rule) {
            return Html.again("referrals/queue", page(filter, null, rule.says()));
        }
        String kept = filter.query("who", "mine");
        return "redirect:/front-door" + kept + (kept.isEmpty() ? "?" : "&") + "claimed=" + ids.size();
    }

    private static @Nullable String claimed(@Nullable String number) {
        if (number == null || !number.matches("[1-9]\\d{0,2}")) {
            return null;
        }
        return number.equals("1") ? "1 referral is now yours." : number + " referrals are now yours.";
    }

    private QueuePage page(QueueFilter filter, @Nullable String notice, @Nullable String problem) {
        Slice slice = queries.list(filter);
        List<Colleagues.Team> teams = takers();
        Map<String, String> names =
                teams.stream().collect(Collectors.toMap(Colleagues.Team::key, Colleagues.Team::label));
        Instant opened = filter.since() == null ? time.instant() : filter.since();
        return new QueuePage(
                filter,
                rows.of(slice.lines(), filter.since()),
                slice.counts(),
                QueuePage.chosen(filter, labels, names),
                teams,
                labels,
                next(filter, slice),
                "/front-door" + filter.query("since", opened.toString()),
                London.clock(opened),
                filter.since() != null,
                notice,
                problem);
    }

    /** The teams to which new referrals come: those of the pack that take one of these routes. */
    private List<Colleagues.Team> takers() {
        return pack.teams().stream()
                .filter(team -> ROUTES.stream().anyMatch(team::receives))
                .map(team -> colleagues.team(team.key()))
                .toList();
    }

    private static @Nullable String next(QueueFilter filter, Slice slice) {
        if (!slice.more()) {
            return null;
        }
        QueueQueries.Line last = slice.lines().getLast();
        return "/front-door" + filter.query("after", new QueueFilter.After(last.dueAt(), last.id()).code());
    }
}
