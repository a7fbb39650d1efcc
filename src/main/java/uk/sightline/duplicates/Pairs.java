package uk.sightline.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.duplicates.PairQueries.Pair;
import uk.sightline.duplicates.QueuePage.Row;
import uk.sightline.duplicates.QueuePage.Side;
import uk.sightline.people.People;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** Puts the list of pairs together, and records that it was looked at. */
@Component
@Transactional
class Pairs {

    private final PairQueries queries;
    private final PairPages pages;
    private final Progress progress;
    private final PracticePack pack;
    private final Audit audit;
    private final Access access;

    Pairs(PairQueries queries, PairPages pages, Progress progress, PracticePack pack, Audit audit, Access access) {
        this.queries = queries;
        this.pages = pages;
        this.progress = progress;
        this.pack = pack;
        this.audit = audit;
        this.access = access;
    }

    QueuePage list(Listing listing, @Nullable UUID after, @Nullable UUID kept) {
        audit.record(Act.of("list", People.KIND).detail("duplicates " + listing.code()));
        List<Pair> found = queries.list(listing, after, PairQueries.PAGE + 1);
        boolean more = found.size() > PairQueries.PAGE;
        List<Pair> shown = more ? found.subList(0, PairQueries.PAGE) : found;
        Map<UUID, PersonCard> cards = pages.cards(shown);
        String from = listing == Listing.OPEN ? "?" : "?list=" + listing.code() + "&";
        return new QueuePage(
                listing,
                shown.stream().flatMap(pair -> row(pair, cards).stream()).toList(),
                queries.counts(),
                progress.now(),
                more ? "/duplicates" + from + "after=" + shown.getLast().id() : null,
                pages.notice(kept),
                access.may(Action.MERGE));
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
                        PairWords.strength(pair.strength()),
                        pair.strength().equals("strong") ? "govuk-tag--green" : "govuk-tag--blue",
                        PairWords.odds(pair.chance()),
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
                : PairWords.label(pair.verdict()) + ", " + London.shortDay(London.date(at));
    }
}
