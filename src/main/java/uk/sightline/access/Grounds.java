package uk.sightline.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the policy weighs about one account and one record, as it stands in the tables: nothing is decided yet.
 *
 * @param active the account has been taken up and has not ended
 * @param posts the posts held, now or at another time
 * @param relationships of the account and its teams, to the record or to a person it is about
 * @param exclusions people the account is kept away from
 * @param seals the closed people among those the record is about
 */
record Grounds(
        UUID account,
        boolean active,
        List<Post> posts,
        List<Relationship> relationships,
        List<Exclusion> exclusions,
        List<Seal> seals) {

    /** When something holds. */
    record Span(Instant from, @Nullable Instant until) {
        boolean covers(Instant now) {
            return !from.isAfter(now) && (until == null || until.isAfter(now));
        }
    }

    /** A post held, with what the pack says of it. */
    record Post(String key, @Nullable UUID team, Span span, List<Line> lines, Set<String> may) {}

    /** One line of a post: at this reach it sees these kinds, and of those only learns that something is known. */
    record Line(String reach, Set<String> sees, Set<String> pointer) {}

    /** A relationship row. */
    record Relationship(
            UUID holder, UUID subject, String via, @Nullable Set<String> kinds, Span span, String reason) {}

    /** A person the account is kept away from. */
    record Exclusion(UUID person, Span span) {}

    /** A closed person; the span is that of the account's place on the list, if it has one. */
    record Seal(UUID person, String level, @Nullable Span listed) {}
}
