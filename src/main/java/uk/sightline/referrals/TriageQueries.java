package uk.sightline.referrals;

import static uk.sightline.identity.IdentifierScheme.CRO_NUMBER;
import static uk.sightline.identity.IdentifierScheme.LA_CHILD_ID;
import static uk.sightline.identity.IdentifierScheme.NHS_NUMBER;
import static uk.sightline.identity.IdentifierScheme.NICHE_OCCURRENCE;
import static uk.sightline.identity.IdentifierScheme.PHONE;
import static uk.sightline.identity.IdentifierScheme.PNC_ID;
import static uk.sightline.identity.IdentifierScheme.ULN;
import static uk.sightline.identity.IdentifierScheme.UPN;
import static uk.sightline.referrals.TriageRows.at;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;
import uk.sightline.documents.Documents;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.messages.Mail;
import uk.sightline.people.People;
import uk.sightline.people.Pointer;
import uk.sightline.people.Probe;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.referrals.TriagePage.Sheet;
import uk.sightline.referrals.TriagePage.SubjectCard;

/** Reads everything that triage shows about one referral. */
@Repository
class TriageQueries {

    /** Schemes by their code in the pack. */
    private static final Map<String, IdentifierScheme> SCHEMES = Map.of(
            "NHS",
            NHS_NUMBER,
            "UPN",
            UPN,
            "FORMER-UPN",
            UPN,
            "ULN",
            ULN,
            "LA-CHILD",
            LA_CHILD_ID,
            "PNC",
            PNC_ID,
            "CRO",
            CRO_NUMBER,
            "NICHE",
            NICHE_OCCURRENCE);

    private static final String SHEET = """
            select r.id, r.reference, r.channel, r.form::text as form, r.state, r.outcome, r.their_level, r.team_id, r.owner_id,
                   r.out_of_hours, r.referrer_id, r.received_at, r.clock, r.about, r.version
            from referrals.referral r where r.id = :id
            """;

    private final JdbcClient sql;
    private final TriageRows rows;
    private final SubjectStore subjects;
    private final JsonMapper json;
    private final Access access;
    private final People people;
    private final Clocks clocks;
    private final Colleagues colleagues;
    private final Documents documents;
    private final Mail mail;
    private final Outcomes outcomes;
    private final Labels labels;
    private final Audit audit;
    private final InstantSource time;

    TriageQueries(
            JdbcClient sql,
            TriageRows rows,
            SubjectStore subjects,
            JsonMapper json,
            Access access,
            People people,
            Clocks clocks,
            Colleagues colleagues,
            Documents documents,
            Mail mail,
            Outcomes outcomes,
            Labels labels,
            Audit audit,
            InstantSource time) {
        this.sql = sql;
        this.rows = rows;
        this.subjects = subjects;
        this.json = json;
        this.access = access;
        this.people = people;
        this.clocks = clocks;
        this.colleagues = colleagues;
        this.documents = documents;
        this.mail = mail;
        this.outcomes = outcomes;
        this.labels = labels;
        this.audit = audit;
        this.time = time;
    }

    /**
     * The page, with what was typed and what is wrong with it.
     *
     * @param typed null: nothing was typed yet
     */
    @Transactional
    TriagePage page(UUID id, @Nullable DecisionForm typed, FieldErrors errors, @Nullable String notice) {
        access.require(Action.VIEW, id);
        Found found = find(id);
        Sheet sheet = found.sheet();
        audit.viewed(Referrals.KIND, id);
        List<SubjectCard> cards = cards(id, found.form());
        Instant now = time.instant();
        return new TriagePage(
                sheet,
                found.form(),
                cards,
                rows.earlier(id, around(cards)),
                rows.decisions(id),
                rows.answers(id),
                rows.routings(id),
                rows.notes(id),
                rows.custody(id),
                running(id, now),
                documents.of(id),
                mail.about(sheet.reference()),
                outcomes.choices(found.form().opening().about()),
                colleagues.teams(),
                colleagues.members(sheet.team()),
                rights(id),
                clocks.needsBreachReason(id, found.clock()),
                clocks.of(id).stream()
                        .anyMatch(clock -> clock.running() && clock.rule().equals(Referrals.DANGER_CLOCK)),
                labels,
                London.date(now),
                access.glass(id).orElse(null),
                typed == null ? DecisionForm.empty(sheet.version()) : typed,
                errors,
                notice);
    }

    Found find(UUID id) {
        return sql.sql(SHEET)
                .param("id", id)
                .query((row, n) -> new Found(
                        new Sheet(
                                row.getObject("id", UUID.class),
                                row.getString("reference"),
                                Channel.of(row.getString("channel")),
                                ReferralState.of(row.getString("state")),
                                row.getString("outcome"),
                                row.getInt("their_level"),
                                row.getObject("team_id", UUID.class),
                                rows.team(row.getObject("team_id", UUID.class)),
                                row.getObject("owner_id", UUID.class),
                                rows.name(row.getObject("owner_id", UUID.class)),
                                row.getBoolean("out_of_hours"),
                                row.getObject("referrer_id", UUID.class),
                                at(row, "received_at"),
                                row.getInt("version")),
                        json.readValue(row.getString("form"), ReferralForm.class),
                        row.getString("clock")))
                .optional()
                .orElseThrow(NoSuchRecord::new);
    }

    private TriagePage.Rights rights(UUID id) {
        return new TriagePage.Rights(
                access.decide(Action.DECIDE_REFERRAL, id).allowed(),
                access.decide(Action.ASSIGN, id).allowed(),
                access.decide(Action.APPROVE_LETTER, id).allowed(),
                access.may(Action.CREATE_PERSON));
    }

    private List<SubjectCard> cards(UUID id, ReferralForm form) {
        return subjects.of(id).stream()
                .map(row -> card(row, form.subjects().get(row.no() - 1)))
                .toList();
    }

    private SubjectCard card(SubjectRow row, ReferralForm.Subject said) {
        Probe probe = probe(said, row.receivedOn());
        UUID person = row.person();
        return new SubjectCard(
                row,
                said,
                person == null ? null : people.card(person).orElse(null),
                row.settled()
                        ? List.of()
                        : people.candidates(probe).stream()
                                .limit(MOST_CANDIDATES)
                                .toList(),
                row.settled() ? null : pointer(probe),
                row.settled() ? Map.of() : rows.judged(row.id()));
    }

    private @Nullable String pointer(Probe probe) {
        return people.pointer(probe).map(Pointer::words).orElse(null);
    }

    /** More than these nobody reads; the search page shows the rest. */
    private static final int MOST_CANDIDATES = 8;

    static Probe probe(ReferralForm.Subject said, LocalDate receivedOn) {
        Map<IdentifierScheme, String> typed = new EnumMap<>(IdentifierScheme.class);
        said.identifiers()
                .forEach(identifier ->
                        scheme(identifier.scheme()).ifPresent(scheme -> typed.put(scheme, identifier.value())));
        if (said.phone() != null) {
            typed.put(PHONE, said.phone());
        }
        Probe read = Probe.typed(said.name(), said.birth(), typed, said.postcode(), receivedOn);
        return new Probe(read.name(), AgeSpan.birth(said.born(), said.ageEstimate(), receivedOn), read.identifiers());
    }

    static Optional<IdentifierScheme> scheme(String code) {
        return Optional.ofNullable(SCHEMES.get(code))
                .or(() -> Stream.of(IdentifierScheme.values())
                        .filter(scheme -> scheme.name().equals(code))
                        .findFirst());
    }

    private static List<UUID> around(List<SubjectCard> cards) {
        return cards.stream()
                .flatMap(card -> Stream.concat(
                        Stream.ofNullable(card.row().person()),
                        card.likely().stream().map(candidate -> candidate.card().id())))
                .distinct()
                .toList();
    }

    private List<TriagePage.ClockLine> running(UUID id, Instant now) {
        return clocks.of(id).stream()
                .filter(Clock::running)
                .sorted(java.util.Comparator.comparing(Clock::dueAt))
                .map(clock -> new TriagePage.ClockLine(
                        clock.rule(),
                        clock.label(),
                        clock.remaining(now),
                        QueuePage.colourOf(clock.rag(now).name().toLowerCase(java.util.Locale.ROOT)),
                        clock.dueAt()))
                .toList();
    }

    /** A referral with its form. */
    record Found(Sheet sheet, ReferralForm form, String clock) {}
}
