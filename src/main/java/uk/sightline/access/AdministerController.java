package uk.sightline.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.AdministerQueries.Choice;
import uk.sightline.access.AdministerQueries.Filter;
import uk.sightline.access.AdministerQueries.Line;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/** The people who use Sightline: finding them, and inviting new ones. */
@Controller
@Needs(Action.ADMINISTER)
class AdministerController {

    private final AdministerQueries queries;
    private final Administration administration;
    private final PostRules rules;
    private final Mailing mailing;
    private final PracticePack pack;

    AdministerController(
            AdministerQueries queries,
            Administration administration,
            PostRules rules,
            Mailing mailing,
            PracticePack pack) {
        this.queries = queries;
        this.administration = administration;
        this.rules = rules;
        this.mailing = mailing;
        this.pack = pack;
    }

    @GetMapping("/administer")
    Html list(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID after) {
        return page(new Filter(orNull(agency), orNull(post), orNull(state), null, after));
    }

    /** Searching is a post: names do not belong into addresses. */
    @PostMapping("/administer/search")
    Html search(@RequestParam(defaultValue = "") String words) {
        return page(new Filter(null, null, null, orNull(words), null));
    }

    @GetMapping("/administer/invite")
    Html invite() {
        return Html.page("access/invite", form(InviteForm.blank(), FieldErrors.none()));
    }

    @PostMapping("/administer/invite")
    Html invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "hand") String by) {
        InviteForm form = new InviteForm(name, email, agency, post, team, by);
        FieldErrors errors = form.errors(rules);
        if (!errors.isEmpty()) {
            return Html.again("access/invite", form(form, errors));
        }
        try {
            Administration.Invited invited = administration.invite(form);
            return link(form.name(), form.email(), invited.account(), invited.token(), by);
        } catch (RuleBroken broken) {
            return Html.again("access/invite", form(form, FieldErrors.of("email", broken.says())));
        }
    }

    private Html link(String name, String email, UUID account, String token, String by) {
        boolean mail = by.equals("mail") && mailing.isPossible();
        if (mail) {
            mailing.invite(email, account, token);
        }
        return Html.page(
                "access/invited", new LinkPage(account, name, email, mail ? null : mailing.link("/welcome/" + token)));
    }

    private Html page(Filter filter) {
        List<Line> lines = queries.list(filter);
        boolean more = lines.size() > AdministerQueries.PAGE;
        List<Line> shown = more ? lines.subList(0, AdministerQueries.PAGE) : lines;
        return Html.page(
                "access/administer",
                new ListPage(
                        filter,
                        shown,
                        more ? shown.getLast().id() : null,
                        queries.agencies(),
                        queries.posts(),
                        pack.refused().orElse(null)));
    }

    private FormPage form(InviteForm form, FieldErrors errors) {
        return new FormPage(form, errors, queries.agencies(), queries.posts(), queries.teams(), mailing.isPossible());
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    /**
     * @param next the last one shown, when there are more after it
     * @param refused what is wrong with the practice pack that was to follow the one in force, or null
     */
    record ListPage(
            Filter filter,
            List<Line> lines,
            @Nullable UUID next,
            List<Choice> agencies,
            List<Choice> posts,
            @Nullable String refused) {}

    record FormPage(
            InviteForm form,
            FieldErrors errors,
            List<Choice> agencies,
            List<Choice> posts,
            List<Choice> teams,
            boolean mail) {}

    /** @param link the one-time link to hand over; null when it went by mail */
    record LinkPage(
            UUID account,
            String name,
            String email,
            @Nullable String link) {}
}
