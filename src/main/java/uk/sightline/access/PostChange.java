package uk.sightline.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post for another.
 *
 * @param ends the holding that ends, or null when a post is added
 * @param post key of the post that begins; empty when one only ends
 * @param team key of its team or place
 */
record PostChange(@Nullable UUID ends, String post, String team) {

    boolean begins() {
        return !post.isEmpty();
    }
}
