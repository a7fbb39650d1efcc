package uk.sightline.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.AdministerQueries.Choice;
import uk.sightline.access.AdministerQueries.Holding;
import uk.sightline.access.AdministerQueries.Person;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Html;
import uk.sightline.reference.Post;
import uk.sightline.reference.PracticePack;

/** One person who uses Sightline: their posts, their sign-in, their leaving. */
@Controller
@Needs(Action.ADMINISTER)
class AccountController {

    private final AdministerQueries queries;
    private final Administration administration;
    private final PostRules rules;
    private final PracticePack pack;
    private final Mailing mailing;

    AccountController(
            AdministerQueries queries,
            Administration administration,
            PostRules rules,
            PracticePack pack,
            Mailing mailing) {
        this.queries = queries;
        this.administration = administration;
        this.rules = rules;
        this.pack = pack;
        this.mailing = mailing;
    }

    @GetMapping("/administer/people/{id}")
    Html show(@PathVariable UUID id) {
        Person person = queries.person(id);
        boolean own = id.equals(Actor.current().id());
        return Html.page("access/account", new Page(person, queries.holdings(id), own, mailing.isPossible()));
    }

    @GetMapping("/administer/people/{id}/post")
    Html post(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID ends) {
        return Html.page("access/post", form(id, ends, "", "", FieldErrors.none()));
    }

    /** First shows what opens and what closes; done only when that is confirmed. */
    @PostMapping("/administer/people/{id}/post")
    Object post(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID ends,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String team,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String confirmed) {
        FieldErrors.Builder errors = FieldErrors.builder();
        if (ends == null || !post.isEmpty()) {
            rules.check(queries.person(id).agencyKey(), post, team, errors);
        }
        FieldErrors found = errors.build();
        if (!found.isEmpty()) {
            return Html.again("access/post", form(id, ends, post, team, found));
        }
        PostChange change = new PostChange(ends, post, team);
        if (!confirmed.equals("yes")) {
            return Html.page("access/postConfirm", confirm(queries.person(id), version, change));
        }
        administration.changePost(id, version, change);
        return "redirect:/administer/people/" + id;
    }

    @GetMapping("/administer/people/{id}/end")
    Html end(@PathVariable UUID id) {
        return Html.page(
                "access/accountEnd",
                new Page(
                        queries.person(id),
                        queries.holdings(id),
                        id.equals(Actor.current().id()),
                        false));
    }

    @PostMapping("/administer/people/{id}/end")
    String end(@PathVariable UUID id, @RequestParam int version) {
        administration.end(id, version);
        return "redirect:/administer/people/" + id;
    }

    @PostMapping("/administer/people/{id}/reset")
    Html reset(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "hand") String by) {
        return link(id, administration.resetSignIn(id, version), by);
    }

    @PostMapping("/administer/people/{id}/return")
    Html takeBack(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "hand") String by) {
        return link(id, administration.takeBack(id, version), by);
    }

    private Html link(UUID id, String token, String by) {
        Person person = queries.person(id);
        boolean mail = by.equals("mail") && mailing.isPossible();
        if (mail) {
            mailing.invite(person.email(), id, token);
        }
        String link = mail ? null : mailing.link("/welcome/" + token);
        return Html.page("access/invited", new AdministerController.LinkPage(id, person.name(), person.email(), link));
    }

    private FormPage form(UUID id, @Nullable UUID ends, String post, String team, FieldErrors errors) {
        Holding ending = holding(id, ends);
        return new FormPage(queries.person(id), ending, post, team, errors, queries.posts(), queries.teams());
    }

    private ConfirmPage confirm(Person person, int version, PostChange change) {
        List<Holding> now =
                queries.holdings(person.id()).stream().filter(Holding::live).toList();
        Set<String> before = new TreeSet<>();
        now.forEach(held -> before.addAll(words(held.post(), held.teamLabel())));
        Set<String> after = new TreeSet<>();
        now.stream()
                .filter(held -> !held.id().equals(change.ends()))
                .forEach(held -> after.addAll(words(held.post(), held.teamLabel())));
        if (change.begins()) {
            after.addAll(words(change.post(), label(change.team())));
        }
        return new ConfirmPage(
                person,
                version,
                change,
                holding(person.id(), change.ends()),
                change.begins() ? pack.post(change.post()).label() + ", " + label(change.team()) : null,
                PostWords.without(after, before),
                PostWords.without(before, after));
    }

    private Set<String> words(String post, @Nullable String team) {
        return pack.posts().stream()
                .filter(each -> each.key().equals(post))
                .findFirst()
                .map((Post each) -> PostWords.of(each, team))
                .orElseGet(Set::of);
    }

    private String label(String team) {
        return queries.teams().stream()
                .filter(each -> each.key().equals(team))
                .map(Choice::label)
                .findFirst()
                .orElse(team);
    }

    private @Nullable Holding holding(UUID account, @Nullable UUID id) {
        return queries.holdings(account).stream()
                .filter(held -> held.live() && held.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    record Page(Person person, List<Holding> holdings, boolean own, boolean mail) {}

    record FormPage(
            Person person,
            @Nullable Holding ending,
            String post,
            String team,
            FieldErrors errors,
            List<Choice> posts,
            List<Choice> teams) {}

    record ConfirmPage(
            Person person,
            int version,
            PostChange change,
            @Nullable Holding ending,
            @Nullable String beginning,
            Set<String> opens,
            Set<String> closes) {}
}
