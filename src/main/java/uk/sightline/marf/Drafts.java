package uk.sightline.marf;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;
import uk.sightline.marf.Draft.Sheet;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;
import uk.sightline.reference.PracticePack;
import uk.sightline.referrals.Channel;

/** Drafts of referrals: begun, typed into, left and come back to, thrown away. Sending one is {@link Sending}. */
@Service
@Transactional
class Drafts {

    /** Written referral after a telephone call (PRACTICE §0.11). */
    static final String WRITE_UP = "C02";

    static final int MOST_PEOPLE = 20;

    private static final Set<String> ONLY_DRAFTS = Set.of(DraftStore.KIND);

    private final DraftStore store;
    private final Records records;
    private final Clocks clocks;
    private final Colleagues colleagues;
    private final FirstAnswers firstAnswers;
    private final Files files;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    Drafts(
            DraftStore store,
            Records records,
            Clocks clocks,
            Colleagues colleagues,
            FirstAnswers firstAnswers,
            Files files,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.store = store;
        this.records = records;
        this.clocks = clocks;
        this.colleagues = colleagues;
        this.firstAnswers = firstAnswers;
        this.files = files;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /** Begins a draft with the first screen's answers. A call starts the clock for writing it up (C02). */
    UUID begin(Channel channel, Answers opening) {
        Instant at = time.instant();
        UUID me = Actor.current().id();
        Draft blank = new Draft(Ids.next(), me, channel, Map.of(), null, at, at, purge(channel, at), null);
        Draft draft = firstAnswers.fill(filling(blank.with(OpeningSection.KEY, new Sheet(opening, 1, true))), at);
        records.keep(new RecordFacts(draft.id(), DraftStore.KIND, null, null, Set.of()));
        records.relate(me, draft.id(), "owner", ONLY_DRAFTS, "You are writing this referral.", null);
        if (draft.phone()) {
            share(draft);
        }
        store.add(draft);
        audit.record(Act.on("add", DraftStore.KIND, draft.id()));
        if (draft.phone()) {
            clocks.start(WRITE_UP, draft.id(), DraftStore.KIND, "Call " + London.clock(at), team(draft), me, at);
        }
        return draft.id();
    }

    /** Somebody has rung the team, so the team can write it up. */
    private void share(Draft draft) {
        records.relate(team(draft), draft.id(), "team", ONLY_DRAFTS, "Your team took this call.", null);
    }

    private UUID team(Draft draft) {
        String route = draft.adult() ? "phone-adults" : "phone-children";
        return colleagues.team(pack.teamsReceiving(route).getFirst().key()).id();
    }

    Filling look(UUID id) {
        return filling(store.look(id));
    }

    Filling filling(Draft draft) {
        return new Filling(draft, pack, London.date(time.instant()));
    }

    /**
     * A page as a browser sends it.
     *
     * @param seen the version of the page that it was typed over
     * @param window which opening of the page it was typed into; null when the browser does not say
     * @param leaving whether the page is being left, so that it counts as done if nothing is wrong
     */
    record Posted(
            Map<String, String[]> fields,
            int seen,
            @Nullable UUID window,
            boolean leaving) {

        /** Nobody is told of another window because of a save of their own that came in between, or said the same. */
        boolean mayReplace(Sheet saved, Answers typed) {
            return saved.version() == seen
                    || leaving && saved.isOf(window)
                    || saved.answers().equals(typed);
        }
    }

    /**
     * Keeps what was typed on a page, right or wrong.
     *
     * @throws StaleVersion when another window has changed the page to something else since
     */
    Filling save(UUID id, String key, Posted posted) {
        return change(id, draft -> {
            Filling filling = filling(draft);
            Section section = Sections.of(key, filling);
            Sheet sheet = draft.sheet(key);
            Answers kept = section.kept(typed(section, filling, posted.fields()), filling);
            if (!posted.mayReplace(sheet, kept)) {
                throw new StaleVersion();
            }
            Filling after = filling(draft.with(key, sheet.next(kept, false)).at(key));
            boolean done = posted.leaving()
                    ? section.errors(kept, after).isEmpty()
                    : sheet.done() && kept.equals(sheet.answers());
            return after.draft().with(key, sheet.next(kept, done).savedBy(posted.window()));
        });
    }

    static Answers typed(Section section, Filling filling, Map<String, String[]> posted) {
        return Answers.posted(posted, Field.names(section.fields(filling)));
    }

    /** Adds a person or a member of the family; gives back the new sheet's key. */
    String add(UUID id, Section section, Answers start) {
        String key = Draft.newEntry(section.key());
        change(id, draft -> {
            if (draft.entries(section.key()).size() >= MOST_PEOPLE) {
                throw new RuleBroken(
                        "A form holds up to %d people here. Send it, then begin another".formatted(MOST_PEOPLE));
            }
            return draft.with(key, new Sheet(start, 0, false));
        });
        return key;
    }

    void remove(UUID id, String key) {
        change(id, draft -> draft.without(key));
    }

    /** One of the three ways past the hard stop (PRACTICE §1.3). To raise the level needs a reason. */
    void choose(UUID id, String route, @Nullable String reason) {
        change(id, draft -> {
            Sheet consent = draft.sheet(ConsentSection.KEY);
            Answers chosen = consent.answers().with("route", route).with("routeReason", reason);
            Draft next = draft.with(ConsentSection.KEY, consent.next(chosen, consent.done()));
            return route.equals(ConsentRule.UPGRADE) ? raised(next) : next;
        });
    }

    private static Draft raised(Draft draft) {
        Sheet level = draft.sheet(LevelSection.KEY);
        return draft.with(LevelSection.KEY, level.next(level.answers().with("level", "4"), level.done()));
    }

    /** Throws an unsent draft of one's own away. A call that was taken cannot be: it has to be written up. */
    void discard(UUID id) {
        Draft draft = store.lock(id);
        if (draft.sent()
                || draft.phone()
                || !draft.owner().equals(Actor.current().id())) {
            throw new RuleBroken("Only a draft of your own that has not been sent can be thrown away.");
        }
        files.remove(id);
        audit.record(Act.on("erase", DraftStore.KIND, id));
        store.remove(id);
        records.drop(id);
    }

    /** Whether a call should have been written up before now. */
    boolean late(Draft draft) {
        return draft.phone() && clocks.needsBreachReason(draft.id(), WRITE_UP);
    }

    /** When the written referral after a call is due (C02); null when there was no call. */
    @Nullable Instant writeUpBy(Draft draft) {
        return clocks.of(draft.id()).stream()
                .filter(clock -> clock.rule().equals(WRITE_UP))
                .map(Clock::dueAt)
                .findFirst()
                .orElse(null);
    }

    private Filling change(UUID id, UnaryOperator<Draft> change) {
        Draft draft = store.lock(id);
        if (draft.sent()) {
            throw new AlreadySent();
        }
        Draft next = change.apply(draft).touched(time.instant(), purge(draft.channel(), time.instant()));
        store.change(next);
        audit.record(Act.on("change", DraftStore.KIND, id));
        return filling(next);
    }

    /** A call stays until it is written up. */
    private @Nullable Instant purge(Channel channel, Instant from) {
        return channel == Channel.PHONE ? null : from.plus(life());
    }

    Duration life() {
        return Duration.ofDays(
                pack.threshold("draft-life", London.date(time.instant())).amount());
    }

    /** Somebody goes on in a form that has gone. */
    static final class AlreadySent extends RuleBroken {
        private static final long serialVersionUID = 1L;

        AlreadySent() {
            super(
                    "This referral has been sent, so nothing in it was changed. To add something, open it from the list of"
                            + " referrals.");
        }
    }
}
