package uk.sightline.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server, and what its answers mean. */
class Smtp {

    private static final String PATIENCE_MILLIS = "10000";
    private static final int LONGEST_REASON = 300;

    private final MailSettings settings;
    private final InstantSource time;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    Smtp(MailSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
        server.setHost(settings.host());
        server.setPort(settings.submissionPort());
        server.setProtocol(settings.protocol());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (settings.signsIn()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
        }
        server.setJavaMailProperties(options());
    }

    boolean configured() {
        return settings.configured();
    }

    Delivery deliver(Outgoing mail) {
        try {
            server.send(message(mail));
            return new Delivery.Sent();
        } catch (AddressException e) {
            return new Delivery.Refused("the address is not an e-mail address");
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Delivery.Refused(reason(mail, e));
        } catch (MailException e) {
            return read(mail, e);
        }
    }

    private MimeMessage message(Outgoing mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(new InternetAddress(settings.from(), "Sightline", StandardCharsets.UTF_8.name()));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.toAddress(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(time.instant()));
        // The same on every attempt: should one arrive twice, because the product died before it could write down that
        // the server had taken it, mail programs show it once.
        message.setHeader("Message-ID", "<" + mail.id() + "@sightline>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private Properties options() {
        Properties options = new Properties();
        options.setProperty(settings.option("connectiontimeout"), PATIENCE_MILLIS);
        options.setProperty(settings.option("timeout"), PATIENCE_MILLIS);
        options.setProperty(settings.option("writetimeout"), PATIENCE_MILLIS);
        options.setProperty(settings.option("auth"), String.valueOf(settings.signsIn()));
        boolean startTls = settings.protection() == MailSettings.Tls.STARTTLS;
        options.setProperty(settings.option("starttls.enable"), String.valueOf(startTls));
        options.setProperty(settings.option("starttls.required"), String.valueOf(startTls));
        options.setProperty(settings.option("ssl.checkserveridentity"), "true");
        return options;
    }

    /** 5xx about this address or this message is for ever (RFC 5321 §4.2.1); anything else may pass. */
    private static Delivery read(Outgoing mail, MailException failure) {
        Deque<Exception> causes = causes(failure);
        for (Exception cause : causes) {
            OptionalInt code = code(cause);
            if (code.isPresent() && code.getAsInt() / 100 == 5) {
                return new Delivery.Refused(reason(mail, cause));
            }
        }
        return new Delivery.Deferred(reason(mail, causes.getLast()));
    }

    private static OptionalInt code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
            case SMTPSendFailedException message -> OptionalInt.of(message.getReturnCode());
            default -> OptionalInt.empty();
        };
    }

    /** Outermost first: mail failures hang on each other in two ways. */
    private static Deque<Exception> causes(MailException failure) {
        Deque<Exception> causes = new ArrayDeque<>();
        add(causes, failure);
        if (failure instanceof MailSendException several) {
            several.getFailedMessages().values().forEach(cause -> add(causes, cause));
        }
        return causes;
    }

    private static void add(Deque<Exception> causes, @Nullable Throwable failure) {
        if (failure instanceof Exception cause && !causes.contains(cause)) {
            causes.addLast(cause);
            add(causes, cause instanceof MessagingException mail ? mail.getNextException() : null);
            add(causes, cause.getCause());
        }
    }

    private static String reason(Outgoing mail, Exception cause) {
        String said =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        String line = mail.withoutAddress(said)
                .replaceAll("\\s+", " ")
                .replaceAll("[. ;]+$", "")
                .strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
