package uk.sightline.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions in which somebody is signed in, on any node. */
@Component
class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Newest use first. */
    List<Open> of(UUID account) {
        return sessions.findByPrincipalName(account.toString()).values().stream()
                .map(OpenSessions::open)
                .sorted(Comparator.comparing(Open::usedAt).reversed())
                .toList();
    }

    /** Ends them all: each dies with its next request. */
    void endAll(UUID account) {
        sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
    }

    /** Ends the one with this mark; false when it has ended already. */
    boolean end(UUID account, String mark) {
        List<String> found = sessions.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> mark(id).equals(mark))
                .toList();
        found.forEach(sessions::deleteById);
        return !found.isEmpty();
    }

    /** Names a session without telling its cookie. */
    static String mark(@Nullable String id) {
        return id == null ? "" : java.util.HexFormat.of().formatHex(Sha256.of(id), 0, 8);
    }

    private static Open open(Session session) {
        Instant since = session.getAttribute(SignInSession.SINCE);
        String device = session.getAttribute(SignInSession.DEVICE);
        return new Open(
                mark(session.getId()),
                device == null ? "Another browser" : device,
                since == null ? session.getCreationTime() : since,
                session.getLastAccessedTime());
    }

    /** A session. */
    record Open(String mark, String device, Instant since, Instant usedAt) {}
}
