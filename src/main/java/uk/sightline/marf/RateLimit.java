package uk.sightline.marf;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How much one address or one visit may send, so that a machine cannot bury the front door. High enough for a school or
 * a family behind one address. Counted by each node, in memory, and forgotten with it.
 */
@Component
class RateLimit {

    static final int PER_ADDRESS = 30;
    static final int PER_VISIT = 5;

    private static final Duration SPAN = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LeastRecent());

    /** Whether one more may be sent; takes it off both counts. */
    boolean takes(String address, String visit) {
        return bucket("visit " + visit, PER_VISIT).tryConsume(1)
                && bucket("address " + address, PER_ADDRESS).tryConsume(1);
    }

    private Bucket bucket(String key, int most) {
        return buckets.computeIfAbsent(
                key,
                each -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(most)
                                .refillGreedy(most, SPAN)
                                .build())
                        .build());
    }

    private static final class LeastRecent extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1L;

        LeastRecent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    }
}
