package uk.sightline.people;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.FactRows.Written;
import uk.sightline.platform.Actor;

/**
 * What a source says now of many people who are known, some thousand at once: what is new is added, what it said before is
 * ended and kept, what somebody else has said stays. All without the act in the log, which is the caller's.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BulkChanges {

    private final BulkFacts standing;
    private final JdbcOperations copying;
    private final BulkOutright outright;
    private final BulkFollowing following;
    private final InstantSource time;

    BulkChanges(
            BulkFacts standing,
            JdbcOperations copying,
            BulkOutright outright,
            BulkFollowing following,
            InstantSource time) {
        this.standing = standing;
        this.copying = copying;
        this.outright = outright;
        this.following = following;
        this.time = time;
    }

    /**
     * A fact that the source says of somebody now.
     *
     * @param no of the row that says it
     * @param before what the source said in its place last time, as {@link #said} puts it; null when it is new
     */
    public record Saying(
            int no, UUID person, Fact fact, @Nullable String before) {}

    /**
     * A birth date or sex that the source says of somebody now. It takes the place of what stands when nobody knew, or when
     * what stands is what the source said before.
     *
     * @param born null when it is about the sex
     * @param text as the source writes it, or the code of the sex
     */
    public record Outright(
            int no,
            UUID person,
            @Nullable BirthDate born,
            String text,
            @Nullable String before) {}

    /** What was done, so that it can be taken back. */
    public record Done(
            int no,
            UUID person,
            String what,
            String part,
            UUID fact,
            @Nullable String was,
            @Nullable String became) {}

    /** What {@link Done#what} can be. */
    static final String ADDED = "added";

    static final String ENDED = "ended";
    static final String SAID = "said";

    /** What a fact says, as text: two that say the same say nothing new. */
    public static String said(Fact fact) {
        return FactText.of(fact);
    }

    /**
     * Brings what is new to the records.
     *
     * @param source whose facts they are
     * @param why kept beside what is overwritten
     */
    public List<Done> bring(String source, String why, List<Saying> sayings, List<Outright> outrights) {
        List<Done> done = new ArrayList<>();
        List<Saying> added = new ArrayList<>();
        for (FactKind kind : BulkFacts.KINDS) {
            List<Saying> ofKind =
                    sayings.stream().filter(each -> each.fact().kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                done.addAll(standing.end(kind, source, ofKind));
                added.addAll(notHeld(kind, ofKind));
            }
        }
        done.addAll(add(source, added));
        List<Done> overwritten = outright.overwrite(why, outrights);
        done.addAll(overwritten);
        following.follow(added, overwritten);
        following.drawCards(done);
        return done;
    }

    /** Those that no fact says already, whoever's it is; two of the same person say the same once. */
    private List<Saying> notHeld(FactKind kind, List<Saying> sayings) {
        List<Saying> wanted =
                sayings.stream().filter(each -> !FactText.onlyEnds(each)).toList();
        Set<Integer> held = standing.held(kind, wanted);
        Set<String> seen = new HashSet<>();
        List<Saying> missing = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Saying each = wanted.get(i);
            if (!held.contains(i) && seen.add(each.person() + said(each.fact()))) {
                missing.add(each);
            }
        }
        return missing;
    }

    private List<Done> add(String source, List<Saying> added) {
        FactRows rows = new FactRows(Actor.current().id());
        List<Done> done = new ArrayList<>();
        for (Saying each : added) {
            UUID id = rows.add(new Written(each.person(), source, time.instant()), each.fact());
            done.add(
                    new Done(each.no(), each.person(), ADDED, each.fact().kind().word(), id, null, null));
        }
        rows.write(copying);
        return done;
    }

    /** Whether each person's record has all of these facts already, whoever said so: the row of the file says nothing new. */
    public Set<Integer> saysNothingNew(List<Saying> sayings) {
        Map<Integer, Boolean> nothing = new HashMap<>();
        sayings.forEach(each -> nothing.put(each.no(), true));
        for (FactKind kind : BulkFacts.KINDS) {
            List<Saying> ofKind =
                    sayings.stream().filter(each -> each.fact().kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                notHeld(kind, ofKind).forEach(each -> nothing.put(each.no(), false));
            }
        }
        Set<Integer> nos = new HashSet<>();
        nothing.forEach((no, so) -> {
            if (so) {
                nos.add(no);
            }
        });
        return nos;
    }

    static <T> UUID[] uuids(Collection<T> items, Function<T, UUID> part) {
        return items.stream().map(part).toArray(UUID[]::new);
    }

    static <T> @Nullable String[] texts(Collection<T> items, Function<T, @Nullable String> part) {
        return items.stream().map(part).toArray(String[]::new);
    }
}
