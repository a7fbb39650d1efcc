package uk.sightline.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Slows down whoever fails to sign in again and again from one network address, whatever accounts they try. */
@Component
class AddressThrottle {

    static final int FAILURES = 30;

    private static final Duration REFILL = Duration.ofMinutes(10);
    /** A school or a council comes from one address, and a busy attacker from many: the oldest are forgotten first. */
    private static final int ADDRESSES = 10_000;

    private final TimeMeter meter;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    AddressThrottle(InstantSource time) {
        meter = new Meter(time);
    }

    synchronized boolean isBlocked(String address) {
        return bucket(address).getAvailableTokens() <= 0;
    }

    synchronized void failed(String address) {
        bucket(address).tryConsume(1);
    }

    private Bucket bucket(String address) {
        Bucket bucket = buckets.computeIfAbsent(
                address,
                any -> Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(limit -> limit.capacity(FAILURES).refillGreedy(FAILURES, REFILL))
                        .build());
        if (buckets.size() > ADDRESSES) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return bucket;
    }

    private record Meter(InstantSource time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(time.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
