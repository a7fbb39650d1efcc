package uk.sightline.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the proof found. {@code ./sightline check --json} prints it in this shape:
 *
 * <pre>{@code
 * {"ok": false,                      // nothing is broken
 *  "at": "2026-11-10T10:00:00Z",     // of the snapshot everything was read in
 *  "tookMillis": 812,
 *  "items": 42,                      // open referrals looked at one by one
 *  "channels": [{"channel": "portal", "received": 100, "decided": 80, "open": 20, "holds": true}],
 *  "brokenTotal": 1,
 *  "broken": [{"record": "…", "kind": "referral", "reference": "R-7KQ2M4X", "what": "…", "remedy": "…"}]}
 * }</pre>
 *
 * @param broken the first thousand; {@code brokenTotal} counts all
 */
record Proof(
        boolean ok,
        Instant at,
        long tookMillis,
        long items,
        List<Channel> channels,
        long brokenTotal,
        List<Broken> broken) {

    /**
     * One way in. Received is counted from the referrals, decided from their decisions and open from what still waits,
     * each by itself.
     */
    record Channel(String channel, long received, long decided, long open, boolean holds) {

        static Channel of(String channel, long received, long decided, long open) {
            return new Channel(channel, received, decided, open, received == decided + open);
        }
    }

    /**
     * Something that is lost or about to be.
     *
     * @param record which record it is about; null where it is about none
     * @param what what is wrong
     * @param remedy what to do
     */
    record Broken(@Nullable UUID record, String kind, String reference, String what, String remedy) {

        static Broken referral(UUID record, String reference, String what, String remedy) {
            return new Broken(record, "referral", reference, what, remedy);
        }
    }
}
