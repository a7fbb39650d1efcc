package uk.sightline.audit;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as we stored it, or as a second party kept it.
 *
 * @param frontier {@link MerkleFrontier#toBytes()} at that size, where we stored it: once its root is the signed one, it
 *     lets verification go on past a damaged stretch instead of doubting everything after it
 */
record KeptCheckpoint(Checkpoint checkpoint, byte @Nullable [] frontier) {}
