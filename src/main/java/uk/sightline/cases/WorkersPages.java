package uk.sightline.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Action;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Placed;
import uk.sightline.cases.WorkersPage.Place;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;

/** Puts together who could work with somebody: those whose posts let them, by team. */
@Component
@Transactional
class WorkersPages {

    private final CasePages pages;
    private final CaseQueries queries;
    private final WorkerWords words;
    private final Colleagues colleagues;

    WorkersPages(CasePages pages, CaseQueries queries, WorkerWords words, Colleagues colleagues) {
        this.pages = pages;
        this.queries = queries;
        this.words = words;
        this.colleagues = colleagues;
    }

    WorkersPage of(UUID person, String team, Map<String, String> typed, FieldErrors errors) {
        CaseFile file = pages.open(person, Action.ASSIGN);
        return new WorkersPage(
                person,
                pages.card(person).name(),
                team,
                teams(),
                Arrays.stream(Role.values())
                        .map(role -> place(person, file, role, team))
                        .toList(),
                typed,
                errors);
    }

    private Place place(UUID person, CaseFile file, Role role, String team) {
        return new Place(
                role,
                queries.version(person, role),
                words.sentence(file, role),
                !file.live(role).isEmpty(),
                offered(role, team));
    }

    /** A colleague of two teams is offered once. */
    private List<SelectItem> offered(Role role, String team) {
        List<SelectItem> items = new ArrayList<>(List.of(SelectItem.of("", "Choose")));
        Set<UUID> seen = new HashSet<>();
        for (Placed each : colleagues.reaching(role.reaches(), Cases.KIND)) {
            boolean ofTeam = team.isEmpty() || team.equals(Objects.toString(each.teamId(), ""));
            if (ofTeam && seen.add(each.id())) {
                String place = each.team() == null ? "" : ", " + each.team();
                items.add(SelectItem.of(each.id().toString(), each.name() + place));
            }
        }
        return items;
    }

    private List<SelectItem> teams() {
        Map<String, UUID> teams = new TreeMap<>();
        colleagues.reaching(Role.LEAD.reaches(), Cases.KIND).forEach(each -> {
            if (each.team() != null && each.teamId() != null) {
                teams.put(each.team(), each.teamId());
            }
        });
        List<SelectItem> items = new ArrayList<>(List.of(SelectItem.of("", "All teams")));
        teams.forEach((label, id) -> items.add(SelectItem.of(id.toString(), label)));
        return items;
    }
}
