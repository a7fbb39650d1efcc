package uk.sightline.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Levels were decided for a person, also when they stayed what they were.
 *
 * @param involvements the open ones, the earliest first; none when every level was the lowest and nothing was open
 */
public record LevelDecided(UUID person, List<UUID> involvements, Instant at) {

    public LevelDecided {
        involvements = List.copyOf(involvements);
    }
}
