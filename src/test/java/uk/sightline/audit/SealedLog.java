package uk.sightline.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A log made for tests, sealed at given intervals, whose rows a test may then spoil as a database superuser could. */
final class SealedLog {
    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    static final Duration LIMIT = Duration.ofHours(1);
    static final SigningKey KEY = SigningKey.generate();

    record Row(long no, @Nullable AuditEntry entry, byte[] salt, byte[] hash) {
        Row entry(@Nullable AuditEntry other) {
            return new Row(no, other, salt, hash);
        }

        AuditEntry sealed() {
            return Objects.requireNonNull(entry);
        }

        Row number(long other) {
            return new Row(other, entry, salt, hash);
        }
    }

    final List<Row> rows = new ArrayList<>();
    final List<KeptCheckpoint> checkpoints = new ArrayList<>();

    static SealedLog of(int leaves, int every, boolean frontiers) {
        SealedLog log = new SealedLog();
        Random random = new Random(leaves * 31L + every);
        TreeHasher hasher = new TreeHasher();
        MerkleFrontier tree = new MerkleFrontier();
        for (int no = 0; no < leaves; no++) {
            AuditEntry entry = entry(1000 + no, random);
            byte[] salt = new byte[TreeHasher.SALT_BYTES];
            random.nextBytes(salt);
            Hash hash = hasher.leaf(entry, salt);
            tree.append(hash);
            log.rows.add(new Row(no, entry, salt, hash.bytes()));
            if ((no + 1) % every == 0 || no + 1 == leaves) {
                Checkpoint signed = Checkpoint.sign(tree.size(), tree.root(), entry.at(), KEY);
                log.checkpoints.add(new KeptCheckpoint(signed, frontiers ? tree.toBytes() : null));
            }
        }
        return log;
    }

    private static AuditEntry entry(long id, Random random) {
        return new AuditEntry(
                id,
                START.plusMillis(id),
                new UUID(0, random.nextInt(50)),
                random.nextBoolean() ? "s" + random.nextInt(99) : null,
                "view",
                "referral",
                new UUID(1, random.nextInt()),
                random.nextInt(5) == 0 ? "asked by the team manager" : null,
                null);
    }

    List<Finding> verify() {
        return verify(START.plus(LIMIT));
    }

    List<Finding> verify(Instant now) {
        List<Finding> findings = new ArrayList<>();
        Verification verification =
                new Verification(checkpoints.iterator(), Map.of(KEY.verifying().id(), KEY.verifying()), findings::add);
        for (Row row : rows) {
            verification.leaf(row.no, row.entry, row.salt, row.hash);
        }
        verification.finish(now, LIMIT);
        return findings;
    }
}
