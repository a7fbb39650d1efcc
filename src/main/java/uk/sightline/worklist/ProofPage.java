package uk.sightline.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.platform.London;

/**
 * The last run, and those before it.
 *
 * @param findings of the last run, as far as the reader may see the records they are about
 */
record ProofPage(List<ProofStore.Run> runs, List<Proof.Broken> findings) {

    /** The last run; null when there was none yet. */
    ProofStore.@Nullable Run last() {
        return runs.isEmpty() ? null : runs.getFirst();
    }

    static String when(ProofStore.Run run) {
        return London.dayAndTime(run.at());
    }

    /** What the last run found besides, about records that the reader may not see. */
    boolean someNotShown() {
        return !runs.isEmpty() && runs.getFirst().broken() > findings.size();
    }

    /** Where a broken referral is put right; null where it is about no record. */
    static @Nullable String href(Proof.Broken broken) {
        return broken.record() == null || !broken.kind().equals("referral")
                ? null
                : Destination.link(broken.kind(), broken.record());
    }

    static String channel(String code) {
        return switch (code) {
            case "portal" -> "Partners' form";
            case "phone" -> "By phone";
            case "public" -> "From the public";
            default -> code;
        };
    }
}
