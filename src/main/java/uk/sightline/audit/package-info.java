/**
 * The append-only log of reads and writes (DESIGN §6): every act is a row in the transaction that does it; a sequencer
 * appends a salted leaf for each to a Merkle tree (RFC 6962) and signs checkpoints with Ed25519; verification names every
 * row that was altered, dropped, swapped or cut off ({@code ./sightline verify-audit}).
 *
 * <p>Owns the schema {@code audit}. Publishes {@link uk.sightline.audit.Audit} and the view {@code audit.act}. It decides
 * nothing about who may read the log: {@code access}, which stands above it, adds those policies.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"platform"})
package uk.sightline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
