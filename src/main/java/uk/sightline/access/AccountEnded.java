package uk.sightline.access;

import java.util.UUID;

/**
 * Somebody has left: their account, posts, sessions and relationships have ended in this transaction. Whoever gave them
 * work listens and moves it to its team.
 */
public record AccountEnded(UUID account) {}
