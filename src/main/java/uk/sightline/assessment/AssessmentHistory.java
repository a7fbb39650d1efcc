package uk.sightline.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.clocks.Clock;
import uk.sightline.clocks.Clocks;
import uk.sightline.people.ChronologyEntry;
import uk.sightline.people.ChronologySource;
import uk.sightline.people.DueNext;
import uk.sightline.people.PersonTab;
import uk.sightline.people.ReferenceSource;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;

/** What assessments add to a person's page and to the search box: only what the reader may see, by the row policies. */
@Component
@Transactional
class AssessmentHistory implements ChronologySource, ReferenceSource {

    private static final String BY_REFERENCE =
            "select a.id from assessment.assessment a where a.reference = :reference";

    private final AssessmentStore store;
    private final Clocks clocks;
    private final PracticePack pack;
    private final Access access;
    private final JdbcClient sql;

    AssessmentHistory(AssessmentStore store, Clocks clocks, PracticePack pack, Access access, JdbcClient sql) {
        this.store = store;
        this.clocks = clocks;
        this.pack = pack;
        this.access = access;
        this.sql = sql;
    }

    @Override
    public List<ChronologyEntry> entries(UUID person) {
        return store.ofPerson(person).stream()
                .filter(row -> row.state() == AssessmentState.ACTIVE || row.state() == AssessmentState.SUPERSEDED)
                .map(this::entry)
                .toList();
    }

    private ChronologyEntry entry(AssessmentRow row) {
        Tool tool = tool(row);
        String level = row.decided() == null
                ? "not decided"
                : pack.codes(tool.levels()).label(row.decided());
        return new ChronologyEntry(
                row.aboutOn(),
                "Assessment",
                "%s %s: %s.".formatted(tool.label(), row.reference(), level.toLowerCase(Locale.UK)),
                tool.name(),
                href(row.id()),
                null);
    }

    @Override
    public List<DueNext> due(UUID person) {
        return store.ofPerson(person).stream()
                .flatMap(row -> clocks.of(row.id()).stream()
                        .filter(Clock::running)
                        .map(clock -> new DueNext(
                                clock.dueAt(), "%s %s".formatted(clock.label(), row.reference()), href(row.id()))))
                .toList();
    }

    @Override
    public List<PersonTab> tabs(UUID person) {
        List<AssessmentRow> rows = store.ofPerson(person);
        boolean offered = !rows.isEmpty() || access.may(Action.ASSESS);
        String text = rows.isEmpty() ? "Assessments" : "Assessments (%d)".formatted(rows.size());
        return offered ? List.of(new PersonTab(text, "/assessments/of/" + person)) : List.of();
    }

    @Override
    public Optional<PersonTab> find(String reference) {
        return sql.sql(BY_REFERENCE)
                .param("reference", reference)
                .query(UUID.class)
                .optional()
                .map(id -> new PersonTab("Assessment " + reference, href(id)));
    }

    private Tool tool(AssessmentRow row) {
        return pack.tool(row.tool(), row.toolVersion());
    }

    private static String href(UUID id) {
        return "/assessments/" + id;
    }
}
