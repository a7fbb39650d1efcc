/**
 * Measures the running product as its users meet it: many signed-in people at once over HTTP, beside the bare SQL of the
 * same reads on the same database; how long a start takes; how much memory the process holds; how fast an extract is
 * imported, beside the bare SQL merge of the same rows. The verb {@code bench}. Its part {@code link} measures the linking
 * of files, beside a free engine that Maven fetches for it, and needs no product.
 *
 * <p>It signs in as people do in the demonstration and works on invented records, so every figure includes the access
 * policy and the log. It owns no table and publishes nothing; it only ever talks to this machine.
 */
@NullMarked
@ApplicationModule(
        displayName = "Bench",
        allowedDependencies = {
            "platform",
            "access",
            "audit",
            "identity",
            "messages",
            "people",
            "referrals",
            "worklist",
            "district"
        })
package uk.sightline.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
