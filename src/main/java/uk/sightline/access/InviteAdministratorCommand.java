package uk.sightline.access;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.ProductCommand;

/**
 * {@code ./sightline invite-administrator}: the way in to an installation that has nobody yet. Whoever may run commands
 * on the machine may do this; it is in the audit.
 */
@Component
@Command(
        name = "invite-administrator",
        description = "Makes an administrator's account and prints the one-time link to set up its sign-in.",
        mixinStandardHelpOptions = true)
class InviteAdministratorCommand implements ProductCommand {

    private static final String ADD = """
            with account as (
              insert into access.account (id, kind, name, email, agency, state, created_by, created_at)
              select :id, 'person', :name, :email, t.agency, 'invited', :by, :now
              from access.team t where t.key = 'system-administration'
              returning id)
            insert into access.holding (id, account_id, post, team_id, from_at, created_by, created_at)
            select gen_random_uuid(), a.id, 'administrator', t.id, :now, :by, :now
            from account a, access.team t where t.key = 'system-administration'
            """;

    private final Invitations invitations;
    private final Mailing mailing;
    private final Audit audit;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--name", required = true, description = "The administrator's name.")
    private String name = "";

    @Option(names = "--email", required = true, description = "Their e-mail address, with which they sign in.")
    private String email = "";

    InviteAdministratorCommand(
            Invitations invitations,
            Mailing mailing,
            Audit audit,
            JdbcClient sql,
            TransactionTemplate transactions,
            InstantSource time) {
        this.invitations = invitations;
        this.mailing = mailing;
        this.audit = audit;
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public Integer call() {
        if (!InviteForm.isEmail(email) || name.isBlank()) {
            spec.commandLine().getErr().println("--name needs a name and --email an address like name@agency.example");
            return 1;
        }
        try {
            String token = Actor.job(SignIns.JOB, "sign-in").call(() -> transactions.execute(status -> add()));
            spec.commandLine().getOut().println(mailing.link("/welcome/" + token));
            return 0;
        } catch (DuplicateKeyException known) {
            spec.commandLine().getErr().println("Somebody with this e-mail address has an account already.");
            return 1;
        }
    }

    private String add() {
        UUID id = Ids.next();
        sql.sql(ADD)
                .param("id", id)
                .param("name", name.strip())
                .param("email", email.strip())
                .param("by", SignIns.JOB)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(Act.on("invite", "account", id).detail("administrator"));
        return invitations.add(id);
    }
}
