/**
 * What was read and written, by whom and why, so that nothing changes silently (DESIGN §6). Entries become salted leaves
 * of an RFC 6962 Merkle tree; signed checkpoints of that tree can be kept by a second party, who can then tell a changed,
 * dropped, swapped or cut log without trusting this database.
 */
@NullMarked
package uk.sightline.audit;

import org.jspecify.annotations.NullMarked;
