package uk.sightline.duplicates;

import java.time.Instant;
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
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.duplicates.PairPage.Line;
import uk.sightline.duplicates.PairPage.MergeLink;
import uk.sightline.duplicates.PairPage.Other;
import uk.sightline.duplicates.PairPage.Reasons;
import uk.sightline.duplicates.PairQueries.Pair;
import uk.sightline.duplicates.PairQueries.Said;
import uk.sightline.duplicates.QueuePage.Row;
import uk.sightline.duplicates.QueuePage.Side;
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

/** Puts the list and the page of a pair together, and records that they were looked at. */
@Component
@Transactional
class Pairs {

    private final PairQueries queries;
    private final Progress progress;
    private final People people;
    private final PersonPages pages;
    private final Comparing comparing;
    private final Proposals proposals;
    private final Colleagues colleagues;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    Pairs(
            PairQueries queries,
            Progress progress,
            People people,
            PersonPages pages,
            Comparing comparing,
            Proposals proposals,
            Colleagues colleagues,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.queries = queries;
        this.progress = progress;
        this.people = people;
        this.pages = pages;
        this.comparing = comparing;
        this.proposals = proposals;
        this.colleagues = colleagues;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    QueuePage list(Listing listing, @Nullable UUID after, @Nullable UUID kept) {
        audit.record(Act.of("list", People.KIND).detail("duplicates " + listing.code()));
        List<Pair> found = queries.list(listing, after, PairQueries.PAGE + 1);
        boolean more = found.size() > PairQueries.PAGE;
        List<Pair> shown = more ? found.subList(0, PairQueries.PAGE) : found;
        Map<UUID, PersonCard> cards = cards(shown);
        String from = listing == Listing.OPEN ? "?" : "?list=" + listing.code() + "&";
        return new QueuePage(
                listing,
                shown.stream().flatMap(pair -> row(pair, cards).stream()).toList(),
                queries.counts(),
                progress.now(),
                more ? "/duplicates" + from + "after=" + shown.getLast().id() : null,
                notice(kept));
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
                .map(said ->
                        "%s decided “%s” on %s".formatted(who(said.createdBy()), label(said.verdict()), when(said)))
                .orElse("Somebody else decided");
    }

    private @Nullable String notice(@Nullable UUID kept) {
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
        return "Saved: %s.%s".formatted(label(pair.verdict()).toLowerCase(Locale.UK), merge);
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

    /** The merge of a pair of which one record was given up, or which is being merged. */
    Optional<String> merged(UUID id) {
        return queries.pair(id).filter(pair -> !pair.stands()).flatMap(proposals::address);
    }

    private static String again(Said last, Alike now) {
        return ("On %s it was said that they are not the same person. It was a %s match then. More speaks for it since: it"
                        + " is a strong match now, %s.")
                .formatted(
                        London.shortDay(London.date(last.createdAt())),
                        last.strength(),
                        now.why().sumWords());
    }

    private Map<UUID, PersonCard> cards(List<Pair> pairs) {
        Set<UUID> ids = new HashSet<>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.oneId(), pair.otherId())));
        return people.cards(ids).stream().collect(Collectors.toMap(PersonCard::id, Function.identity()));
    }

    private Optional<Row> row(Pair pair, Map<UUID, PersonCard> cards) {
        PersonCard one = cards.get(pair.oneId());
        PersonCard other = cards.get(pair.otherId());
        return one == null || other == null
                ? Optional.empty()
                : Optional.of(new Row(
                        pair.id(),
                        side(one),
                        side(other),
                        strength(pair.strength()),
                        pair.strength().equals("strong") ? "govuk-tag--green" : "govuk-tag--blue",
                        odds(pair.chance()),
                        pair.reasons(),
                        said(pair)));
    }

    private Side side(PersonCard card) {
        return new Side(card.name(), card.born().words(), card.reference(), card.place(pack));
    }

    private static @Nullable String said(Pair pair) {
        Instant at = pair.verdictAt();
        return pair.verdict() == null || at == null
                ? null
                : label(pair.verdict()) + ", " + London.shortDay(London.date(at));
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
                        strength(each.strength()) + (each.verdict() == null ? "" : ", said: " + label(each.verdict())),
                        "/duplicates/" + each.id()));
            }
        }
        return others;
    }

    private Line line(Said said) {
        return new Line(
                label(said.verdict()),
                said.why(),
                who(said.createdBy()),
                when(said),
                "%+.1f steps, %s"
                        .formatted(said.bits(), strength(said.strength()).toLowerCase(Locale.UK)));
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

    private static String label(String verdict) {
        return Verdict.of(verdict).map(Verdict::label).orElse(verdict);
    }

    private static String strength(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1) + " match";
    }

    /** "140,000 to 1 for": two digits are as much as a weight knows. */
    static String odds(double chance) {
        boolean speaksFor = chance >= 0.5;
        double odds = (speaksFor ? chance : 1 - chance) / Math.max(speaksFor ? 1 - chance : chance, 1e-9);
        if (odds > 1_000_000) {
            return "more than a million to 1" + (speaksFor ? " for" : " against");
        }
        double scale = Math.max(1, Math.pow(10, Math.floor(Math.log10(odds)) - 1));
        return String.format(
                Locale.UK, "%,d to 1 %s", Math.round(odds / scale) * (long) scale, speaksFor ? "for" : "against");
    }
}
