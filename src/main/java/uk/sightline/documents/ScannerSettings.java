package uk.sightline.documents;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the virus scanner (clamd) is, if there is one.
 *
 * @param host absent or empty: files are served with the warning that nobody has checked them
 * @param port 3310 unless told otherwise
 */
@ConfigurationProperties("sightline.scanner")
record ScannerSettings(@Nullable String host, @Nullable Integer port) {

    private static final int CLAMD = 3310;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    boolean configured() {
        return host != null && !host.isBlank();
    }

    Optional<VirusScanner> scanner() {
        return host == null || host.isBlank()
                ? Optional.empty()
                : Optional.of(new Clamd(host, port == null ? CLAMD : port, LIMIT));
    }
}
