package uk.sightline.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.assessment.DecidePage.StrandChoice;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;
import uk.sightline.levels.Weighing.Strand;
import uk.sightline.platform.London;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Tool;
import uk.sightline.reference.Tool.Rating;
import uk.sightline.reference.ToolDomain;

/** Puts together the page on which the level is decided, and the summary for the family. */
@Component
@Transactional
class DecidePages {

    private final AssessmentPages pages;
    private final Deciding deciding;
    private final FollowUpStore followUps;
    private final Results results;
    private final Colleagues colleagues;
    private final PracticePack pack;

    DecidePages(
            AssessmentPages pages,
            Deciding deciding,
            FollowUpStore followUps,
            Results results,
            Colleagues colleagues,
            PracticePack pack) {
        this.pages = pages;
        this.deciding = deciding;
        this.followUps = followUps;
        this.results = results;
        this.colleagues = colleagues;
        this.pack = pack;
    }

    /** @param typed null: as the rule proposes */
    DecidePage decide(UUID id, @Nullable DecideForm typed, FieldErrors wrong) {
        Sheet sheet = pages.look(id);
        DecideForm form = typed == null ? DecideForm.of(sheet) : typed;
        String last = deciding.last(sheet.row()).map(AssessmentRow::decided).orElse(null);
        return new DecidePage(
                pages.frame(sheet, false),
                results.of(sheet),
                sheet.row().version(),
                sheet.weighing().strands().stream()
                        .map(each -> choice(sheet, each, form))
                        .toList(),
                levels(sheet),
                others(sheet),
                variances(),
                form,
                last == null ? null : sheet.levels().label(last),
                Deciding.missing(sheet),
                wrong);
    }

    FieldErrors errors(UUID id, DecideForm form) {
        Sheet sheet = pages.look(id);
        return form.errors(
                sheet,
                pack.codes("strand"),
                pack.codes("level-variance"),
                deciding.last(sheet.row()).map(AssessmentRow::decided).orElse(null));
    }

    private StrandChoice choice(Sheet sheet, Strand strand, DecideForm form) {
        return new StrandChoice(
                strand.strand(),
                Words.strand(pack, sheet.tool(), strand.strand()),
                sheet.levels().label(strand.level()),
                form.strands().getOrDefault(strand.strand(), ""));
    }

    private static List<SelectItem> levels(Sheet sheet) {
        List<SelectItem> items = new ArrayList<>();
        items.add(SelectItem.of("", "Choose"));
        sheet.levels().all().forEach(code -> items.add(SelectItem.of(code.code(), code.label())));
        return items;
    }

    private List<SelectItem> others(Sheet sheet) {
        Set<String> spoken =
                sheet.weighing().strands().stream().map(Strand::strand).collect(Collectors.toSet());
        List<SelectItem> items = new ArrayList<>();
        items.add(SelectItem.of("", "None"));
        pack.codes("strand").current(sheet.row().aboutOn()).stream()
                .filter(code -> !spoken.contains(code.code()))
                .forEach(code -> items.add(SelectItem.of(code.code(), Words.strand(pack, sheet.tool(), code.code()))));
        return items;
    }

    private List<SelectItem> variances() {
        List<SelectItem> items = new ArrayList<>();
        items.add(SelectItem.of("", "Choose"));
        for (Code code : pack.codes("level-variance").codes()) {
            items.add(SelectItem.of(code.code(), code.label()));
        }
        return items;
    }

    SummaryPage summary(UUID id) {
        Sheet sheet = pages.look(id);
        Optional<Colleagues.Team> team = colleagues.team(sheet.row().team());
        return new SummaryPage(
                pages.frame(sheet, false),
                London.day(sheet.row().aboutOn()),
                sheet.tool().subject() == Tool.Subject.ADULT,
                sheet.tool().domains().stream()
                        .filter(domain -> Objects.requireNonNullElse(
                                                sheet.weighing().domains().get(domain.key()), Rating.NONE)
                                        .compareTo(Rating.MEDIUM)
                                >= 0)
                        .map(ToolDomain::label)
                        .toList(),
                sheet.tool().domains().stream()
                        .flatMap(domain -> domain.protective().stream()
                                .filter(each -> sheet.protective(domain.key()).contains(each.code())))
                        .map(ToolDomain.Protective::text)
                        .toList(),
                sheet.reply("voice", "own-words").map(AnswerStore.Reply::body).orElse(null),
                followUps.of(id).stream()
                        .filter(each -> each.state().equals("done"))
                        .map(each -> pack.codes("assessment-action").label(each.action()))
                        .toList(),
                team.map(Colleagues.Team::label).orElse(""),
                team.map(Colleagues.Team::phone).orElse(null));
    }
}
