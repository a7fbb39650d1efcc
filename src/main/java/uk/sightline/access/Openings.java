package uk.sightline.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.London;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/** Named access to a record or person, given by somebody whose post may, to somebody else, for a time. */
@Service
@Transactional
class Openings {

    static final int LONGEST_MONTHS = 12;

    private static final String ADD = """
            insert into access.relationship
              (id, holder, subject_id, via, kinds, from_at, until_at, reason, granted_by, created_at)
            values (:id, :holder, :record, 'grant', :kinds::text[], :now, :until, :reason, :by, :now)
            """;

    private static final String END = """
            update access.relationship set until_at = :now
            where id = :id and subject_id = :record and via = 'grant' and (until_at is null or until_at > :now)
            """;

    private static final String LIST = """
            select r.id, h.name as holder, g.name as giver, r.reason, r.from_at, r.until_at,
                   r.until_at is null or r.until_at > platform.at() as live
            from access.relationship r
            join access.account h on h.id = r.holder
            left join access.account g on g.id = r.granted_by
            where r.subject_id = :record and r.via = 'grant'
            order by live desc, r.from_at desc, r.id
            limit 200
            """;

    private final Access access;
    private final GroundsQueries grounds;
    private final AccountNames names;
    private final Audit audit;
    private final JdbcClient sql;
    private final InstantSource time;

    Openings(
            Access access,
            GroundsQueries grounds,
            AccountNames names,
            Audit audit,
            JdbcClient sql,
            InstantSource time) {
        this.access = access;
        this.grounds = grounds;
        this.names = names;
        this.audit = audit;
        this.sql = sql;
        this.time = time;
    }

    /**
     * Opens a record.
     *
     * @param records whether a person's referrals open with who they are
     * @param lastDay the last day on which it is open
     * @throws RuleBroken at {@code email}, {@code reason} or {@code until}
     */
    void open(UUID record, String email, boolean records, String reason, @Nullable LocalDate lastDay) {
        access.require(Action.GRANT, record);
        RecordFacts facts = grounds.facts(record).orElseThrow();
        UUID holder = names.find(email);
        checkHolder(holder, facts);
        Words.check("reason", reason);
        Set<String> kinds =
                records && facts.kind().equals("identity") ? Set.of("identity", "referral") : Set.of(facts.kind());
        sql.sql(ADD)
                .param("id", Ids.next())
                .param("holder", holder)
                .param("record", record)
                .param("kinds", "{" + String.join(",", kinds) + "}")
                .param("now", now())
                .param("until", until(lastDay))
                .param("reason", "You were given access: " + reason.strip())
                .param("by", Actor.current().id())
                .update();
        audit.record(new Act("grant", facts.kind(), record, reason.strip(), holder.toString()));
    }

    void close(UUID record, UUID id) {
        access.require(Action.GRANT, record);
        StaleVersion.unlessOne(sql.sql(END)
                .param("id", id)
                .param("record", record)
                .param("now", now())
                .update());
        audit.record(Act.on("end-grant", "access", record).detail(id.toString()));
    }

    /** Given now and before. */
    List<Opening> of(UUID record) {
        access.require(Action.GRANT, record);
        return sql.sql(LIST).param("record", record).query(Opening.class).list();
    }

    private void checkHolder(UUID holder, RecordFacts facts) {
        if (holder.equals(Actor.current().id())) {
            throw new RuleBroken("email", "Nobody gives access to themselves. Ask a colleague whose post may");
        }
        Grounds theirs = grounds.of(holder, facts.id());
        if (AccessPolicy.excluded(theirs, facts, time.instant())) {
            throw new RuleBroken(
                    "email", "A conflict of interest is recorded for this colleague. Choose somebody else");
        }
        if (AccessPolicy.notListed(theirs, time.instant())) {
            throw new RuleBroken("email", "This record is closed. Put the colleague on its list first");
        }
    }

    private OffsetDateTime until(@Nullable LocalDate lastDay) {
        LocalDate today = London.date(time.instant());
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(today.plusMonths(LONGEST_MONTHS))) {
            throw new RuleBroken(
                    "until", "The last day must be from today to %d months ahead".formatted(LONGEST_MONTHS));
        }
        Instant end = London.instant(lastDay.plusDays(1).atStartOfDay());
        return end.atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    record Opening(
            UUID id,
            String holder,
            @Nullable String giver,
            String reason,
            OffsetDateTime fromAt,
            @Nullable OffsetDateTime untilAt,
            boolean live) {}
}
