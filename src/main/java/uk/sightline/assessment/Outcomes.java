package uk.sightline.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.govuk.SummaryRow;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** What was decided, what was made of each side of life, and what the level proposes, in words. */
@Component
class Outcomes {

    private final FollowUpStore followUps;
    private final Colleagues colleagues;
    private final PracticePack pack;

    Outcomes(FollowUpStore followUps, Colleagues colleagues, PracticePack pack) {
        this.followUps = followUps;
        this.colleagues = colleagues;
        this.pack = pack;
    }

    List<SheetPage.Step> steps(UUID assessment) {
        return followUps.of(assessment).stream().map(this::step).toList();
    }

    static List<SummaryRow> analyses(Sheet sheet) {
        return sheet.tool().domains().stream()
                .filter(domain -> sheet.analysis(domain.key()) != null)
                .map(domain -> SummaryRow.of(
                        "%s (%s)"
                                .formatted(
                                        domain.label(),
                                        Words.rating(sheet.weighing().domains().get(domain.key()))),
                        sheet.analysis(domain.key())))
                .toList();
    }

    List<SummaryRow> decided(Sheet sheet) {
        AssessmentRow row = sheet.row();
        if (row.decidedAt() == null) {
            return List.of();
        }
        List<SummaryRow> rows = new ArrayList<>();
        boolean proposed = row.state() == AssessmentState.WITH_MANAGER;
        rows.add(SummaryRow.of(
                proposed ? "Proposed" : "Decided", sheet.levels().label(Objects.requireNonNull(row.decided()))));
        rows.add(SummaryRow.of(
                "Calculated",
                "%s, %d points"
                        .formatted(sheet.levels().label(Objects.requireNonNull(row.calculated())), row.points())));
        followUps
                .strands(row.id())
                .forEach(each -> rows.add(SummaryRow.of(
                        Words.strand(pack, sheet.tool(), each.strand()),
                        sheet.levels().label(each.decided()))));
        rows.add(SummaryRow.of("By", name(row.decidedBy()) + ", " + London.dayAndTime(row.decidedAt())));
        if (row.variance() != null) {
            rows.add(
                    SummaryRow.of("Why it differs", pack.codes("level-variance").label(row.variance())));
        }
        rows.add(SummaryRow.of("Why", row.decidedWhy()));
        if (row.countersignedAt() != null) {
            rows.add(SummaryRow.of(
                    "Countersigned",
                    "%s, %s: %s"
                            .formatted(
                                    name(row.countersignedBy()),
                                    London.dayAndTime(row.countersignedAt()),
                                    row.managerNote())));
        }
        if (row.endedWhy() != null) {
            rows.add(SummaryRow.of("Ended because", row.endedWhy()));
        }
        return rows;
    }

    private SheetPage.Step step(FollowUp followUp) {
        String by = followUp.decidedAt() == null
                ? null
                : name(followUp.decidedBy()) + ", " + London.shortDayAndTime(followUp.decidedAt());
        return new SheetPage.Step(
                followUp.id().toString(),
                followUp.version(),
                pack.codes("assessment-action").label(followUp.action()),
                followUp.because(),
                Words.followUp(followUp.state()),
                followUp.isOpen(),
                followUp.note(),
                by);
    }

    String name(@Nullable UUID account) {
        return Optional.ofNullable(account)
                .flatMap(colleagues::find)
                .map(Colleague::name)
                .orElse("Somebody who has left");
    }
}
