package uk.sightline.referrals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.clocks.Clocks;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.platform.RuleBroken;
import uk.sightline.reference.PracticePack;

/** Takes referrals in: from here on each has an owner, a clock and, in the end, a decision (PRACTICE §1.4). */
@Service
public class Referrals {

    static final String KIND = "referral";

    /** Runs while somebody is in immediate danger and no police log number is known (PRACTICE §0.11). */
    static final String DANGER_CLOCK = "C01";

    private final ReferralStore store;
    private final Access access;
    private final Records records;
    private final Colleagues colleagues;
    private final PracticePack pack;
    private final Clocks clocks;
    private final DueTimes due;
    private final OfficeHours hours;
    private final Audit audit;
    private final InstantSource time;

    Referrals(
            ReferralStore store,
            Access access,
            Records records,
            Colleagues colleagues,
            PracticePack pack,
            Clocks clocks,
            DueTimes due,
            OfficeHours hours,
            Audit audit,
            InstantSource time) {
        this.store = store;
        this.access = access;
        this.records = records;
        this.colleagues = colleagues;
        this.pack = pack;
        this.clocks = clocks;
        this.due = due;
        this.hours = hours;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Receives and acknowledges a referral in one step. The same form sent twice, told by the id of its first subject,
     * is received once and gives the same receipt.
     *
     * @throws RuleBroken when it is about nobody or names no kind of exploitation
     * @throws uk.sightline.platform.NotAllowed when the actor's post may not refer by this channel
     */
    @Transactional
    public Receipt submit(ReferralForm form, Channel channel) {
        mayUse(channel);
        if (form.subjects().isEmpty()) {
            throw new RuleBroken("subjects", "Say who the referral is about");
        }
        if (form.concern().strands().isEmpty()) {
            throw new RuleBroken("strands", "Choose at least one kind of exploitation");
        }
        UUID key = form.subjects().getFirst().id();
        store.lock(key);
        return store.receipt(key).orElseGet(() -> receive(form, channel));
    }

    private void mayUse(Channel channel) {
        switch (channel) {
            case PORTAL -> access.require(Action.REFER);
            case PHONE -> access.require(Action.PHONE_REFERRAL);
            case PUBLIC -> {}
        }
    }

    private Receipt receive(ReferralForm form, Channel channel) {
        Received received = received(form, channel, time.instant());
        AgeSpan age = received.age();
        records.keep(new RecordFacts(received.id(), KIND, age.childUntil(), age.adultFrom(), Set.of()));
        relate(received);
        store.add(received);
        start(received);
        audit.record(Act.on("add", KIND, received.id()).detail(received.reference()));
        return store.receipt(received.key())
                .orElseThrow(() -> new IllegalStateException("A receipt is readable by whoever sent the referral"));
    }

    private Received received(ReferralForm form, Channel channel, Instant at) {
        boolean adult = form.opening().about().equals("adult");
        String team = pack.teamsReceiving(channel.route(adult)).getFirst().key();
        String clock = adult ? form.opening().danger() == null ? "C20A" : "C20B" : "C03";
        return new Received(
                Ids.next(),
                Ids.reference("R"),
                form,
                channel,
                channel == Channel.PORTAL ? Actor.current().id() : null,
                channel == Channel.PORTAL ? places() : List.of(),
                colleagues.team(team).id(),
                clock,
                due.of(clock, at),
                at,
                !hours.open(at));
    }

    /** The clock of the answer; and that of immediate danger until somebody gives the police log number (C01). */
    private void start(Received received) {
        start(received, received.clock());
        ReferralForm.Danger danger = received.form().opening().danger();
        if (danger != null && (danger.logNumber() == null || danger.logNumber().isBlank())) {
            start(received, DANGER_CLOCK);
        }
    }

    private void start(Received received, String rule) {
        clocks.start(rule, received.id(), KIND, received.reference(), received.team(), null, received.at());
    }

    private void relate(Received received) {
        Set<String> only = Set.of(KIND);
        records.relate(received.team(), received.id(), "team", only, "It is on the list of your team.", null);
        UUID referrer = received.referrer();
        if (referrer != null) {
            records.relate(referrer, received.id(), "referrer", only, "You made this referral.", null);
            received.places()
                    .forEach(place -> records.relate(
                            place,
                            received.id(),
                            "referrer",
                            only,
                            "Somebody at your place made this referral.",
                            null));
        } else if (received.channel() == Channel.PHONE) {
            UUID taker = Actor.current().id();
            records.relate(taker, received.id(), "taker", only, "You took this referral by telephone.", null);
        }
    }

    private List<UUID> places() {
        return colleagues.myTeams().stream()
                .filter(team -> team.kind().equals("place"))
                .map(Colleagues.Team::id)
                .toList();
    }

    /**
     * A referral at the moment it arrives.
     *
     * @param referrer the account that sent it
     * @param places schools or homes whose people share it
     * @param clock the rule by which the referrer is to be told
     */
    record Received(
            UUID id,
            String reference,
            ReferralForm form,
            Channel channel,
            @Nullable UUID referrer,
            List<UUID> places,
            UUID team,
            String clock,
            Instant due,
            Instant at,
            boolean outOfHours) {

        /** What tells one form from another: drafts give every subject its id once. */
        UUID key() {
            return form.subjects().getFirst().id();
        }

        AgeSpan age() {
            return AgeSpan.of(form, London.date(at));
        }
    }
}
