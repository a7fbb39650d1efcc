package uk.sightline.merges;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.people.SaidOutright;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** Proposing, confirming and undoing merges. */
@Controller
@Needs({Action.CREATE_PERSON, Action.MERGE})
class MergeController {

    private final Merges merges;
    private final MergeQueries queries;
    private final MergePages pages;

    MergeController(Merges merges, MergeQueries queries, MergePages pages) {
        this.merges = merges;
        this.queries = queries;
        this.pages = pages;
    }

    @GetMapping("/merges")
    Html list() {
        return Html.page("merges/list", pages.list());
    }

    @GetMapping("/merges/new/{person}")
    Html choose(@PathVariable UUID person) {
        return Html.page("merges/choose", pages.chooseOther(person, "", FieldErrors.none()));
    }

    /** Names the other record. */
    @PostMapping("/merges/new/{person}")
    Object chosen(@PathVariable UUID person, @RequestParam(defaultValue = "") String with) {
        return orAgain(
                "with",
                () -> "/merges/new/" + person + "/" + pages.other(person, with),
                errors -> Html.again("merges/choose", pages.chooseOther(person, with, errors)));
    }

    @GetMapping("/merges/new/{kept}/{gone}")
    Object compare(@PathVariable UUID kept, @PathVariable UUID gone) {
        return merges.open(kept, gone)
                .<Object>map(id -> "redirect:/merges/" + id)
                .orElseGet(() -> Html.page("merges/proposal", pages.proposal(kept, gone, null, FieldErrors.none())));
    }

    @PostMapping("/merges/new/{kept}/{gone}")
    Object propose(
            @PathVariable UUID kept,
            @PathVariable UUID gone,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable List<String> take) {
        var typed = new MergePages.Typed(why, taken(take));
        return orAgain(
                "why",
                () -> "/merges/" + merges.propose(kept, gone, why, typed.taken()),
                errors -> Html.again("merges/proposal", pages.proposal(kept, gone, typed, errors)));
    }

    @GetMapping("/merges/{id}")
    Html merge(@PathVariable UUID id) {
        return Html.page("merges/merge", pages.merge(id, FieldErrors.none(), ""));
    }

    @GetMapping("/merges/{id}/change")
    Html amend(@PathVariable UUID id, @RequestParam(required = false) @Nullable String swap) {
        return Html.page("merges/proposal", pages.amending(id, swap != null, null, FieldErrors.none()));
    }

    @PostMapping("/merges/{id}/change")
    Object amended(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID kept,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable List<String> take) {
        var typed = new MergePages.Typed(why, taken(take));
        boolean swap = merges.seen(id).gone().equals(kept);
        return orAgain(
                "why",
                () -> {
                    merges.amend(id, version, swap, why, typed.taken());
                    return "/merges/" + id;
                },
                errors -> Html.again("merges/proposal", pages.amending(id, swap, typed, errors)));
    }

    @PostMapping("/merges/{id}/confirm")
    @Needs(Action.MERGE)
    Object confirm(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String note) {
        return decided(id, note, () -> merges.confirm(id, version, note));
    }

    @PostMapping("/merges/{id}/refuse")
    Object refuse(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String note) {
        return decided(id, note, () -> merges.refuse(id, version, note));
    }

    @GetMapping("/merges/{id}/undo")
    @Needs(Action.MERGE)
    Html undo(@PathVariable UUID id) {
        return Html.page("merges/undo", pages.undoing(id, "", Set.of(), FieldErrors.none()));
    }

    @PostMapping("/merges/{id}/undo")
    @Needs(Action.MERGE)
    Object undone(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable List<String> other) {
        merges.seen(id);
        Set<String> others = Set.copyOf(Objects.requireNonNullElse(other, List.of()));
        return orAgain(
                "why",
                () -> {
                    List<Added.Place> moved = queries.added(id).stream()
                            .map(Added::place)
                            .filter(place -> others.contains(place.code()))
                            .toList();
                    merges.undo(id, version, why, moved);
                    return "/merges/" + id;
                },
                errors -> Html.again("merges/undo", pages.undoing(id, why, others, errors)));
    }

    private Object decided(UUID id, String note, Runnable act) {
        return orAgain(
                "note",
                () -> {
                    act.run();
                    return "/merges/" + id;
                },
                errors -> Html.again("merges/merge", pages.merge(id, errors, note)));
    }

    private static Set<SaidOutright> taken(@Nullable List<String> codes) {
        return Objects.requireNonNullElse(codes, List.<String>of()).stream()
                .map(SaidOutright::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Object orAgain(String field, Supplier<String> act, Function<FieldErrors, Html> again) {
        try {
            return "redirect:" + act.get();
        } catch (RuleBroken broken) {
            return again.apply(FieldErrors.of(Objects.requireNonNullElse(broken.field(), field), broken.says()));
        }
    }
}
