package uk.sightline.access;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The messages of this module: each a reference and a link. */
@Component
@Transactional
class Mailing {

    private final ObjectProvider<Letterbox> letterbox;
    private final String address;

    Mailing(ObjectProvider<Letterbox> letterbox, @Value("${sightline.address:}") String address) {
        this.letterbox = letterbox;
        this.address = address;
    }

    /** Whether mail can be sent at all. */
    boolean isPossible() {
        return letterbox.getIfAvailable() != null;
    }

    String link(String path) {
        return address.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString()
                : address.replaceAll("/+$", "") + path;
    }

    void invite(String email, UUID account, String token) {
        send(
                email,
                "Your Sightline account",
                """
                You have been invited to use Sightline.

                Set your password and your authenticator app here within 7 days. The link works once.
                %s

                If you did not expect this, tell your manager.
                """.formatted(link("/welcome/" + token)),
                account.toString(),
                "invitation");
    }

    void breakGlass(String email, String reference, String due) {
        send(
                email,
                "Emergency access to review: " + reference,
                """
                Emergency access %s needs your review by %s.

                %s
                """.formatted(reference, due, link("/access/reviews")),
                reference,
                "break-glass-review");
    }

    private void send(String to, String subject, String body, String reference, String purpose) {
        letterbox.ifAvailable(box -> box.send(to, subject, body, reference, purpose));
    }
}
