package uk.sightline.referrals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.referrals.QueueFilter.AgeBand;
import uk.sightline.referrals.QueueQueries.Line;

/** Makes rows of the front-door list readable; the page and the spreadsheet show the same. */
@Component
class QueueRows {

    private final Colleagues colleagues;
    private final Labels labels;
    private final DueTimes due;
    private final InstantSource time;

    QueueRows(Colleagues colleagues, Labels labels, DueTimes due, InstantSource time) {
        this.colleagues = colleagues;
        this.labels = labels;
        this.due = due;
        this.time = time;
    }

    List<QueuePage.Row> of(List<Line> lines, @Nullable Instant since) {
        Map<UUID, String> teams =
                colleagues.teams().stream().collect(Collectors.toMap(Colleagues.Team::id, Colleagues.Team::label));
        Map<UUID, String> owners = new HashMap<>();
        return lines.stream().map(line -> row(line, teams, owners, since)).toList();
    }

    private QueuePage.Row row(Line line, Map<UUID, String> teams, Map<UUID, String> owners, @Nullable Instant since) {
        Instant now = time.instant();
        AgeBand age = AgeBand.of(line.youngestBorn(), London.date(now));
        return new QueuePage.Row(
                line.id(),
                line.reference(),
                due.words(line.clock(), line.receivedAt(), line.dueAt(), now),
                due.rag(line.clock(), line.receivedAt(), line.dueAt(), now)
                        .name()
                        .toLowerCase(Locale.ROOT),
                London.weekdayAndTime(line.dueAt()),
                line.about().equals("unborn") ? "Unborn" : age.label(),
                line.strands().stream()
                        .map(strand -> labels.of("strand", strand))
                        .toList(),
                line.theirLevel(),
                from(line),
                line.channel().label(),
                dangers(line, age),
                flags(line),
                line.state().label(),
                teams.getOrDefault(line.team(), "Another team"),
                owner(line.owner(), owners),
                line.owner() == null,
                since != null && line.receivedAt().isAfter(since));
    }

    private String from(Line line) {
        String agency = line.referrerAgency();
        return agency == null ? "A member of the public" : labels.agency(agency);
    }

    private static List<String> dangers(Line line, AgeBand age) {
        List<String> dangers = new ArrayList<>();
        if (line.danger()) {
            dangers.add("Immediate danger");
        }
        if (age == AgeBand.UNDER_13) {
            dangers.add("Under 13");
        }
        return dangers;
    }

    private static List<String> flags(Line line) {
        List<String> flags = new ArrayList<>();
        if (line.known()) {
            flags.add("Known");
        }
        if (line.outOfHours()) {
            flags.add("Came out of hours");
        }
        if (line.state() == ReferralState.DECIDED) {
            flags.add("Letter to approve");
        }
        return flags;
    }

    private String owner(@Nullable UUID owner, Map<UUID, String> owners) {
        if (owner == null) {
            return "Nobody yet";
        }
        if (owner.equals(Actor.current().id())) {
            return "You";
        }
        return owners.computeIfAbsent(
                owner, id -> colleagues.find(id).map(Colleagues.Colleague::name).orElse("A colleague"));
    }
}
