package uk.sightline.messages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mail server, if there is one.
 *
 * @param host absent or empty: messages stay queued
 * @param port 587 unless told otherwise
 * @param user absent or empty: the server asks for none
 * @param from whom messages come from; needed as soon as there is a host
 * @param tls how the way to the server is protected
 */
@ConfigurationProperties("sightline.mail")
record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @Nullable Tls tls) {

    private static final int SUBMISSION = 587;

    /** STARTTLS is insisted on, not tried; none is for a server on the same machine. */
    enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    MailSettings {
        if (given(host) && !given(from)) {
            throw new IllegalArgumentException("sightline.mail.host is set, so sightline.mail.from must be too");
        }
    }

    boolean configured() {
        return given(host);
    }

    boolean signsIn() {
        return given(user);
    }

    int submissionPort() {
        return port == null ? SUBMISSION : port;
    }

    Tls protection() {
        return tls == null ? Tls.STARTTLS : tls;
    }

    String protocol() {
        return protection() == Tls.TLS ? "smtps" : "smtp";
    }

    String option(String name) {
        return "mail.%s.%s".formatted(protocol(), name).toLowerCase(Locale.ROOT);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
