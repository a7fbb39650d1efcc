package uk.sightline.messages;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.audit.Audit;

/** Sends what waits, to a mail server of its own, and opens the letters. Import it where it is needed. */
@TestComponent
public class TestPost {

    private static final ServerSetup ANY_PORT = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP);

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final Audit audit;

    TestPost(JdbcClient sql, TransactionTemplate transactions, InstantSource time, Audit audit) {
        this.sql = sql;
        this.transactions = transactions;
        this.time = time;
        this.audit = audit;
    }

    /** Every message that was due, whole: headers and text as they went over the wire. */
    public List<String> delivered() {
        GreenMail server = new GreenMail(ANY_PORT.dynamicPort());
        server.start();
        try {
            MailSettings settings = new MailSettings(
                    "localhost",
                    server.getSmtp().getPort(),
                    null,
                    null,
                    "sightline@example.org",
                    MailSettings.Tls.NONE);
            PostJob.POST.run(new PostJob(sql, transactions, time, new Smtp(settings, time), audit)::run);
            return Arrays.stream(server.getReceivedMessages())
                    .map(GreenMailUtil::getWholeMessage)
                    .toList();
        } finally {
            server.stop();
        }
    }
}
