package uk.sightline.duplicates;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.duplicates.PairPage.Line;
import uk.sightline.duplicates.PairPage.MergeLink;
import uk.sightline.duplicates.PairPage.Other;
import uk.sightline.duplicates.PairPage.Reasons;
import uk.sightline.duplicates.PairQueries.Pair;
import uk.sightline.duplicates.PairQueries.Said;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.people.Comparing;
import uk.sightline.people.Comparing.Alike;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.people.PersonPage;
import uk.sightline.people.PersonPages;
import uk.sightline.people.SideBySide;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.reference.PracticePack;

/** Puts the page of one pair together, and says where to go on. That both people were looked at is recorded. */
@Component
@Transactional
class PairPages {

    private final PairQueries queries;
    private final People people;
    private final PersonPages pages;
    private final Comparing comparing;
    private final Proposals proposals;
    private final Colleagues colleagues;
    private final PracticePack pack;
    private final InstantSource time;

    PairPages(
            PairQueries queries,
            People people,
            PersonPages pages,
            Comparing comparing,
            Proposals proposals,
            Colleagues colleagues,
            PracticePack pack,
            InstantSource time) {
        this.queries = queries;
        this.people = people;
        this.pages = pages;
        this.comparing = comparing;
        this.proposals = proposals;
        this.colleagues = colleagues;
        this.pack = pack;
        this.time = time;
    }

    /** @throws NoSuchRecord when the actor may not know of both people, or they are no pair */
    PairPage page(UUID id, VerdictForm form, FieldErrors errors, @Nullable UUID kept) {
        Pair pair = queries.pair(id).orElseThrow(NoSuchRecord::new);
        PersonPage one = pages.of(pair.oneId());
        PersonPage other = pages.of(pair.otherId());
        Alike alike = comparing.between(pair.oneId(), pair.otherId()).orElseThrow(NoSuchRecord::new);
        List<Said> said = queries.verdicts(id);
        return new PairPage(
                id,
                SideBySide.of(one, other),
                alike,
                pair.open() && pair.verdict() != null ? again(said.getFirst(), alike) : null,
                merge(pair),
                others(pair),
                said.stream().map(this::line).toList(),
                form.version() < 0 ? form.at(pair.version()) : form,
                errors,
                reasons(),
                queries.after(form.listing(), id)
                        .map(next -> address(next, form))
                        .orElse(null),
                queries.before(form.listing(), id)
                        .map(before -> address(before, form))
                        .orElse(null),
                notice(kept),
                kept == null ? null : address(kept, form));
    }

    /** Where to go on after a pair was judged: to the next by weight, or to the first that waits, or to the list. */
    String onward(UUID judged, VerdictForm form) {
        Optional<UUID> next = queries.after(form.listing(), judged)
                .or(() ->
                        queries
                                .list(form.listing() == Listing.DECIDED ? Listing.OPEN : form.listing(), null, 1)
                                .stream()
                                .map(Pair::id)
                                .findFirst())
                .filter(pair -> !pair.equals(judged));
        String where =
                next.map(pair -> address(pair, form)).orElse(form.listing().href());
        return where + (where.contains("?") ? "&" : "?") + "kept=" + judged;
    }

    private static String address(UUID pair, VerdictForm form) {
        List<String> parts = new ArrayList<>();
        if (form.listing() != Listing.OPEN) {
            parts.add("list=" + form.listing().code());
        }
        if (form.keys()) {
            parts.add("keys=on");
        }
        return "/duplicates/" + pair + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    /** What the actor, or somebody else, said of a pair last. */
    String lastSaid(UUID pair) {
        return queries.verdicts(pair).stream()
                .findFirst()
                .map(said -> "%s decided “%s” on %s"
                        .formatted(who(said.createdBy()), PairWords.label(said.verdict()), when(said)))
                .orElse("Somebody else decided");
    }

    /** What was done to the pair just now, or null. */
    @Nullable String notice(@Nullable UUID kept) {
        return kept == null ? null : queries.pair(kept).map(this::saved).orElse(null);
    }

    private @Nullable String saved(Pair pair) {
        if (pair.verdict() == null) {
            return null;
        }
        String merge = Verdict.SAME.code().equals(pair.verdict())
                ? proposals.address(pair).isPresent()
                        ? " Their merge is proposed; a second person confirms it."
                        : " Their merge is not proposed yet: look at the pair again."
                : "";
        return "Saved: %s.%s".formatted(PairWords.label(pair.verdict()).toLowerCase(Locale.UK), merge);
    }

    /** The merge that follows from the verdict: where it stands, or where it is proposed. */
    private @Nullable MergeLink merge(Pair pair) {
        Optional<String> open = proposals.address(pair);
        if (open.isPresent()) {
            return new MergeLink("The merge of these two records", open.get());
        }
        return Verdict.SAME.code().equals(pair.verdict())
                ? new MergeLink("Propose to merge them", "/merges/new/" + pair.oneId() + "/" + pair.otherId())
                : null;
    }

    /** The merge of a pair of which one record was given up: there is nothing to hold side by side. */
    Optional<String> merged(UUID id) {
        return queries.pair(id)
                .filter(pair ->
                        people.cards(List.of(pair.oneId(), pair.otherId())).size() < 2)
                .flatMap(proposals::address);
    }

    private static String again(Said last, Alike now) {
        return ("On %s it was said that they are not the same person. It was a %s match then. More speaks for it since: it"
                        + " is a strong match now, %s.")
                .formatted(
                        London.shortDay(London.date(last.createdAt())),
                        last.strength(),
                        now.why().sumWords());
    }

    /** Of both people of each, by id. */
    Map<UUID, PersonCard> cards(List<Pair> pairs) {
        Set<UUID> ids = new HashSet<>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.oneId(), pair.otherId())));
        return people.cards(ids).stream().collect(Collectors.toMap(PersonCard::id, Function.identity()));
    }

    private List<Other> others(Pair pair) {
        List<Pair> found = queries.others(pair);
        Map<UUID, PersonCard> cards = cards(found);
        List<Other> others = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        for (Pair each : found) {
            boolean first = pair.oneId().equals(each.oneId()) || pair.otherId().equals(each.oneId());
            PersonCard near = cards.get(first ? each.oneId() : each.otherId());
            PersonCard far = cards.get(first ? each.otherId() : each.oneId());
            if (near != null && far != null && named.add(far.id())) {
                others.add(new Other(
                        "%s, born %s, %s".formatted(far.name(), far.born().words(), far.reference()),
                        near.name() + ", " + near.reference(),
                        PairWords.strength(each.strength())
                                + (each.verdict() == null ? "" : ", said: " + PairWords.label(each.verdict())),
                        "/duplicates/" + each.id()));
            }
        }
        return others;
    }

    private Line line(Said said) {
        return new Line(
                PairWords.label(said.verdict()),
                said.why(),
                who(said.createdBy()),
                when(said),
                "%+.1f steps, %s"
                        .formatted(
                                said.bits(), PairWords.strength(said.strength()).toLowerCase(Locale.UK)));
    }

    private String who(UUID account) {
        return colleagues.find(account).map(Colleagues.Colleague::name).orElse("Somebody");
    }

    private static String when(Said said) {
        return London.shortDayAndTime(said.createdAt());
    }

    private List<Reasons> reasons() {
        List<Reasons> reasons = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            String set = verdict.reasons();
            reasons.add(new Reasons(verdict, set == null ? List.of() : items(set)));
        }
        return reasons;
    }

    private List<RadioItem> items(String set) {
        return pack.codes(set).current(London.date(time.instant())).stream()
                .map(code -> RadioItem.of(code.code(), code.label()))
                .toList();
    }
}
