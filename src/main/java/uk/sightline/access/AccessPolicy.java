package uk.sightline.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.sightline.access.Grounds.Post;
import uk.sightline.access.Grounds.Relationship;
import uk.sightline.platform.London;

/**
 * The one access policy, as a pure function (DESIGN §6). In this order: the account is live; an exclusion denies; a
 * closed record asks for its list; a relationship or a post's reach opens it; the post says what may be done. Row
 * security on {@code access.record} holds the same rules; {@code AccessAgreementTests} compares the two.
 */
final class AccessPolicy {

    /** Reaches that begin with a relationship: without one they open nothing. */
    private static final Set<String> RELATED = Set.of("own", "team", "place", "service", "cohort");

    private static final Set<Action> TWO_PEOPLE = EnumSet.of(Action.UNSEAL, Action.MERGE, Action.ERASE);

    private AccessPolicy() {}

    static Decision decide(Grounds grounds, Action action, RecordFacts record, Instant now) {
        List<Post> posts = held(grounds, now);
        Decision view = view(grounds, posts, record, now);
        if (!view.allowed() || action == Action.VIEW) {
            return view;
        }
        return act(posts, action, view.reason());
    }

    /** Decides about an act that concerns no record: opening a list, administering. */
    static Decision decide(Grounds grounds, Action action, Instant now) {
        return act(held(grounds, now), action, "Your post allows it.");
    }

    private static Decision act(List<Post> posts, Action action, String reason) {
        boolean may = posts.stream().anyMatch(post -> post.may().contains(action.code()));
        return may
                ? new Decision.Allowed(reason, TWO_PEOPLE.contains(action))
                : new Decision.Refused("Your post does not include this.");
    }

    private static List<Post> held(Grounds grounds, Instant now) {
        return grounds.active()
                ? grounds.posts().stream()
                        .filter(post -> post.span().covers(now))
                        .toList()
                : List.of();
    }

    private static Decision view(Grounds grounds, List<Post> posts, RecordFacts record, Instant now) {
        if (!grounds.active()) {
            return new Decision.Hidden("The account is not live.");
        }
        if (excluded(grounds, record, now)) {
            return new Decision.Hidden("A conflict of interest is recorded.");
        }
        if (sees(posts, "everything", record.kind())) {
            return new Decision.Allowed("This job works on every record.", false);
        }
        if (notListed(grounds, now)) {
            return new Decision.Hidden("The record is closed and the account is not on its list.");
        }
        return related(grounds, posts, record, now)
                .findFirst()
                .or(() -> byReach(posts, record, London.date(now)))
                .map(reason -> (Decision) new Decision.Allowed(reason, false))
                .orElseGet(() -> new Decision.Hidden("Neither a relationship nor the post's reach opens it."));
    }

    /** Whether the account is kept away from somebody the record is about. */
    static boolean excluded(Grounds grounds, RecordFacts record, Instant now) {
        return grounds.exclusions().stream()
                .filter(exclusion -> exclusion.span().covers(now))
                .anyMatch(exclusion -> record.people().contains(exclusion.person())
                        || record.id().equals(exclusion.person()));
    }

    /** Every rule that opens the record, in words; none when the record is hidden. */
    static List<String> reasons(Grounds grounds, RecordFacts record, Instant now) {
        List<Post> posts = held(grounds, now);
        if (!view(grounds, posts, record, now).allowed()) {
            return List.of();
        }
        return Stream.of(
                        sees(posts, "everything", record.kind())
                                ? Stream.of("This job works on every record.")
                                : Stream.<String>of(),
                        related(grounds, posts, record, now),
                        byReach(posts, record, London.date(now)).stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** Whether emergency access could open it: never past an exclusion, never into a sealed record. */
    static boolean glassOpens(Grounds grounds, RecordFacts record, Instant now) {
        return grounds.active()
                && !excluded(grounds, record, now)
                && decide(grounds, Action.BREAK_GLASS, now).allowed()
                && grounds.seals().stream().noneMatch(seal -> seal.level().equals("sealed") && !listed(seal, now));
    }

    /** Whether somebody the record is about is closed and does not list the account. */
    static boolean notListed(Grounds grounds, Instant now) {
        return grounds.seals().stream().anyMatch(seal -> !listed(seal, now));
    }

    private static boolean listed(Grounds.Seal seal, Instant now) {
        return seal.listed() != null && seal.listed().covers(now);
    }

    private static Stream<String> related(Grounds grounds, List<Post> posts, RecordFacts record, Instant now) {
        Set<UUID> holders = new HashSet<>();
        holders.add(grounds.account());
        posts.stream().map(Post::team).filter(Objects::nonNull).forEach(holders::add);
        if (reaches(posts, "cohort")) {
            holders.add(Records.COHORT);
        }
        return grounds.relationships().stream()
                .filter(related ->
                        holders.contains(related.holder()) && related.span().covers(now))
                .filter(related ->
                        related.subject().equals(record.id()) || record.people().contains(related.subject()))
                .filter(related -> opens(related, posts, record.kind()))
                .map(AccessPolicy::explain);
    }

    private static boolean opens(Relationship related, List<Post> posts, String kind) {
        return related.kinds() == null
                ? RELATED.stream().anyMatch(reach -> sees(posts, reach, kind))
                : related.kinds().contains(kind);
    }

    private static String explain(Relationship related) {
        Instant until = related.span().until();
        return until == null ? related.reason() : related.reason() + " Until " + London.dayAndTime(until) + ".";
    }

    private static Optional<String> byReach(List<Post> posts, RecordFacts record, LocalDate today) {
        if (sees(posts, "district", record.kind())) {
            return Optional.of("Your post works with everyone in the district.");
        }
        if (record.concernsChild(today) && sees(posts, "district:children", record.kind())) {
            return Optional.of("Your post works with every child in the district.");
        }
        if (record.concernsAdult(today) && sees(posts, "district:adults", record.kind())) {
            return Optional.of("Your post works with every adult in the district.");
        }
        return Optional.empty();
    }

    private static boolean reaches(List<Post> posts, String reach) {
        return posts.stream()
                .flatMap(post -> post.lines().stream())
                .anyMatch(line -> line.reach().equals(reach));
    }

    private static boolean sees(List<Post> posts, String reach, String kind) {
        return posts.stream()
                .flatMap(post -> post.lines().stream())
                .anyMatch(line -> line.reach().equals(reach) && line.sees().contains(kind));
    }
}
