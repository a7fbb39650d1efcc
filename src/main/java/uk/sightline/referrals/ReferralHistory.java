package uk.sightline.referrals;

import static uk.sightline.referrals.TriageRows.at;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.people.ChronologyEntry;
import uk.sightline.people.ChronologySource;
import uk.sightline.people.DueNext;
import uk.sightline.people.PersonTab;
import uk.sightline.people.ReferenceSource;
import uk.sightline.platform.London;

/** What referrals add to a person's page and to the search box: only what the reader may see, by the row policies. */
@Component
@Transactional
class ReferralHistory implements ChronologySource, ReferenceSource {

    private static final String OF_PERSON = """
            select distinct r.id, r.reference, r.channel, r.strands, r.state, r.outcome, r.received_at, r.due_at
            from referrals.subject s join referrals.referral r on r.id = s.referral_id
            where s.person_id = :person
            order by r.received_at desc, r.id limit 200
            """;

    private static final String BY_REFERENCE = "select r.id from referrals.referral r where r.reference = :reference";

    private final JdbcClient sql;
    private final Labels labels;
    private final Access access;

    ReferralHistory(JdbcClient sql, Labels labels, Access access) {
        this.sql = sql;
        this.labels = labels;
        this.access = access;
    }

    @Override
    public List<ChronologyEntry> entries(UUID person) {
        return of(person).stream()
                .map(each -> new ChronologyEntry(
                        London.date(each.receivedAt()),
                        "Referral",
                        "Referral %s: %s. %s.".formatted(each.reference(), each.strands(), each.standing()),
                        each.channel(),
                        href(each.id()),
                        null))
                .toList();
    }

    @Override
    public List<DueNext> due(UUID person) {
        return of(person).stream()
                .filter(each -> each.state() != ReferralState.ANSWERED && each.state() != ReferralState.CLOSED)
                .map(each -> new DueNext(each.dueAt(), "Decision on referral " + each.reference(), href(each.id())))
                .toList();
    }

    @Override
    public Optional<PersonTab> find(String reference) {
        return sql.sql(BY_REFERENCE)
                .param("reference", reference)
                .query(UUID.class)
                .optional()
                .map(id -> new PersonTab("Referral " + reference, href(id)));
    }

    private List<Entry> of(UUID person) {
        return sql.sql(OF_PERSON)
                .param("person", person)
                .query((row, n) -> {
                    ReferralState state = ReferralState.of(row.getString("state"));
                    String outcome = row.getString("outcome");
                    return new Entry(
                            row.getObject("id", UUID.class),
                            row.getString("reference"),
                            Channel.of(row.getString("channel")).label(),
                            labels.all("strand", Arrays.asList((String[])
                                    row.getArray("strands").getArray())),
                            state,
                            outcome == null ? "Not yet decided" : "Decided: " + labels.of("referral-decision", outcome),
                            at(row, "received_at"),
                            at(row, "due_at"));
                })
                .list();
    }

    private String href(UUID id) {
        return (access.may(Action.DECIDE_REFERRAL) ? "/front-door/" : "/referrals/") + id;
    }

    private record Entry(
            UUID id,
            String reference,
            String channel,
            String strands,
            ReferralState state,
            String standing,
            java.time.Instant receivedAt,
            java.time.Instant dueAt) {}
}
