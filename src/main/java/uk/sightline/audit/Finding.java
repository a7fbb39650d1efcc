package uk.sightline.audit;

import java.time.Instant;

/** One thing wrong with the log, named so that a person can look at exactly that place. Leaves count from 0. */
sealed interface Finding {

    /** The entry is not the one that was sealed under this leaf. */
    record EntryChanged(long leafNo, long entryId) implements Finding {}

    /** The leaf is there and its entry is gone. */
    record EntryMissing(long leafNo) implements Finding {}

    /** These leaves, first to last, are gone. */
    record LeavesMissing(long first, long last) implements Finding {}

    /** Two leaves hold each other's entry. */
    record LeavesSwapped(long leafNo, long otherLeafNo) implements Finding {}

    /** The leaf came again, or after a later one. */
    record LeafOutOfOrder(long leafNo) implements Finding {}

    /** The leaf's salt or hash has the wrong length, so that it cannot be the one that was sealed. */
    record LeafUnreadable(long leafNo) implements Finding {}

    /** The leaves are not those that were signed; the difference lies in {@code from ≤ leafNo < to}. */
    record CheckpointRootWrong(long from, long to) implements Finding {}

    /** The stored frontier does not lead to the signed root. */
    record FrontierWrong(long size) implements Finding {}

    /** The signature is not by a key we know, or not over this checkpoint. */
    record SignatureWrong(long size) implements Finding {}

    /** A checkpoint came after a larger one. */
    record CheckpointOutOfOrder(long size) implements Finding {}

    /** A checkpoint signed so many leaves, and fewer are there. */
    record Truncated(long expected, long found) implements Finding {}

    /** From this leaf on nothing is signed, and the oldest of it has waited longer than allowed. */
    record UnsealedTooLong(long firstLeafNo, Instant since) implements Finding {}

    /** An entry that has had no leaf for longer than allowed. */
    record UnsequencedTooLong(long entryId, Instant since) implements Finding {}

    /** For whoever has to look. */
    default String inWords() {
        return switch (this) {
            case EntryChanged f -> "entry " + f.entryId + " (leaf " + f.leafNo + ") was changed after it was sealed";
            case EntryMissing f -> "the entry of leaf " + f.leafNo + " was removed";
            case LeavesMissing f -> "leaves " + f.first + " to " + f.last + " were removed";
            case LeavesSwapped f -> "leaves " + f.leafNo + " and " + f.otherLeafNo + " hold each other's entries";
            case LeafOutOfOrder f -> "leaf " + f.leafNo + " comes twice or too late";
            case LeafUnreadable f -> "the salt or hash of leaf " + f.leafNo + " was changed";
            case CheckpointRootWrong f ->
                "leaves from " + f.from + " up to " + (f.to - 1) + " are not those that were signed";
            case FrontierWrong f -> "the stored edge of the tree at size " + f.size + " was changed";
            case SignatureWrong f -> "the checkpoint at size " + f.size + " is not signed by a known key";
            case CheckpointOutOfOrder f -> "the checkpoint at size " + f.size + " comes after a larger one";
            case Truncated f ->
                "the log was cut off: " + f.expected + " leaves were signed and " + f.found + " are there";
            case UnsealedTooLong f -> "leaves from " + f.firstLeafNo + " have not been signed since " + f.since;
            case UnsequencedTooLong f -> "entry " + f.entryId + " has not been sealed since " + f.since;
        };
    }
}
