package uk.sightline.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.govuk.SummaryRow;

/** The two workers in words; that a place is empty, since when and why, is said as well. */
@Component
class WorkerWords {

    private final Colleagues colleagues;

    WorkerWords(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    List<SummaryRow> rows(CaseFile file) {
        return Arrays.stream(Role.values())
                .map(role -> SummaryRow.of(role.label(), sentence(file, role)))
                .toList();
    }

    /** "A Name, Agency, 01632 960900", "Nobody since 3 November 2026: the colleague left." */
    String sentence(CaseFile file, Role role) {
        List<Worker> live = file.live(role);
        return live.isEmpty()
                ? vacancy(file, role)
                : live.stream().map(worker -> who(worker.accountId())).collect(Collectors.joining(" and "));
    }

    private String who(UUID account) {
        return colleagues.find(account).stream()
                .flatMap(each -> Stream.of(each.name(), each.agencyLabel(), each.phone()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(", "));
    }

    private String vacancy(CaseFile file, Role role) {
        return file.last(role)
                .filter(last -> last.untilAt() != null)
                .map(last -> "Nobody since %s: %s. %s"
                        .formatted(
                                Optional.ofNullable(last.untilAt())
                                        .map(CaseWords::day)
                                        .orElse(""),
                                colleagues
                                        .find(last.accountId())
                                        .map(Colleague::name)
                                        .orElse("a colleague"),
                                last.endedWhy()))
                .orElse("Nobody yet");
    }
}
