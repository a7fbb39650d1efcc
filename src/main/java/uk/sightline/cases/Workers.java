package uk.sightline.cases;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Records;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.RuleBroken;

/** Who works with somebody. Nobody is given a person whom they may not see (DESIGN §6). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Workers {

    private final CaseStore store;
    private final CaseQueries queries;
    private final Colleagues colleagues;
    private final WorkerMail mail;
    private final Access access;
    private final Records records;
    private final Audit audit;

    Workers(
            CaseStore store,
            CaseQueries queries,
            Colleagues colleagues,
            WorkerMail mail,
            Access access,
            Records records,
            Audit audit) {
        this.store = store;
        this.queries = queries;
        this.colleagues = colleagues;
        this.mail = mail;
        this.access = access;
        this.records = records;
        this.audit = audit;
    }

    /** Whether the colleague has the role already and alone. */
    boolean has(UUID person, Role role, UUID account) {
        List<Worker> live = queries.file(person).live(role);
        return live.size() == 1 && live.getFirst().accountId().equals(account);
    }

    /** @param open the involvements; the worker is written on the first */
    void assign(UUID person, Role role, UUID account, String reason, List<UUID> open) {
        mayHave(person, role, account);
        Reason.check(role.code() + "-reason", reason);
        if (has(person, role, account)) {
            return;
        }
        leave(person, role, "Somebody else took over.", Set.of(account));
        store.give(open.getFirst(), person, role, account, reason.strip());
        records.relate(account, person, role.code(), null, role.relationship(), null);
        if (open.stream()
                .anyMatch(id -> !access.decide(account, Action.VIEW, id).allowed())) {
            throw new RuleBroken(role.code(), "They cannot take this. Choose somebody else");
        }
        audit.record(Act.on("assign", Cases.INVOLVEMENT, open.getFirst())
                .detail(role.code() + " " + account)
                .because(reason.strip()));
        mail.begins(person, role, account);
    }

    private void mayHave(UUID person, Role role, UUID account) {
        if (colleagues.reaching(role.reaches(), Cases.KIND).stream()
                .noneMatch(each -> each.id().equals(account))) {
            throw new RuleBroken(role.code(), "Choose a colleague from the list");
        }
        boolean both = queries.file(person).workers().stream()
                .anyMatch(worker -> worker.isLive()
                        && !worker.is(role)
                        && worker.accountId().equals(account));
        if (both) {
            throw new RuleBroken(role.code(), "The lead professional and the hub co-worker are two people");
        }
    }

    /** Whoever has the role leaves it; their sight ends with the pack's tail. */
    void leave(UUID person, Role role, String why, Set<UUID> stay) {
        for (Worker worker : queries.file(person).live(role)) {
            store.end(worker, why);
            audit.record(Act.on("end", Cases.INVOLVEMENT, worker.involvementId())
                    .detail(role.code() + " " + worker.accountId())
                    .because(why));
            if (!stay.contains(worker.accountId())) {
                mail.ends(person, role, worker.accountId());
            }
        }
        records.workDone(person, Set.of(role.code()), stay);
    }

    void allLeave(UUID person, String why) {
        for (Role role : Role.values()) {
            leave(person, role, why, Set.of());
        }
    }
}
