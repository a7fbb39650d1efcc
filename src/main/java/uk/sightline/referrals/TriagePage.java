package uk.sightline.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Glass;
import uk.sightline.documents.Stored;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.messages.MailState;
import uk.sightline.people.Candidate;
import uk.sightline.people.PersonCard;
import uk.sightline.platform.London;

/**
 * One referral on one screen: what was sent, who it may be about, what came before, and the decision.
 *
 * @param clocks those that run, the most pressing first
 * @param glass emergency access by which the actor sees it, or null
 * @param decision what the decider typed so far
 */
record TriagePage(
        Sheet sheet,
        ReferralForm form,
        List<SubjectCard> subjects,
        List<Earlier> earlier,
        List<DecisionLine> decisions,
        List<AnswerStore.Kept> answers,
        List<RoutingLine> routings,
        List<NoteLine> notes,
        List<CustodyLine> custody,
        List<ClockLine> clocks,
        List<Stored> attachments,
        List<MailState> mails,
        List<Outcomes.Outcome> outcomes,
        List<Colleagues.Team> teams,
        List<Colleagues.Colleague> colleagues,
        Rights rights,
        boolean late,
        boolean dangerOpen,
        Labels labels,
        LocalDate today,
        @Nullable Glass glass,
        DecisionForm decision,
        FieldErrors errors,
        @Nullable String notice) {

    /** The same page with what was typed and what is wrong with it. */
    TriagePage with(DecisionForm typed, FieldErrors wrong) {
        return new TriagePage(
                sheet,
                form,
                subjects,
                earlier,
                decisions,
                answers,
                routings,
                notes,
                custody,
                clocks,
                attachments,
                mails,
                outcomes,
                teams,
                colleagues,
                rights,
                late,
                dangerOpen,
                labels,
                today,
                glass,
                typed,
                wrong,
                notice);
    }

    /** Who an earlier referral is about: somebody found, or somebody who may be one of these people. */
    String whom(Earlier earlier) {
        return subjects.stream()
                .flatMap(subject -> Stream.concat(
                        Stream.ofNullable(subject.person()),
                        subject.candidates().stream().map(Candidate::card)))
                .filter(card -> card.id().equals(earlier.person()))
                .map(PersonCard::name)
                .findFirst()
                .orElse("");
    }

    /** What the assessment that came with it comes to; null when none came. */
    @Nullable SentAssessment assessment() {
        return SentAssessment.of(form, London.date(sheet.receivedAt()), labels.pack());
    }

    boolean decidable() {
        return sheet.state().allows(ReferralAction.DECIDE);
    }

    boolean revisable() {
        return sheet.state().allows(ReferralAction.REVISE);
    }

    boolean letterWaits() {
        return !answers.isEmpty() && answers.getLast().letterWaits();
    }

    String levelLabel() {
        return labels.of("level-of-need", Integer.toString(sheet.theirLevel()));
    }

    String path() {
        return "/front-door/" + sheet.id();
    }

    /** The id of a team by its key, for the choice of who receives it. */
    String teamId(String key) {
        return teams.stream()
                .filter(team -> team.key().equals(key))
                .map(team -> team.id().toString())
                .findFirst()
                .orElse("");
    }

    /** What the head of the page shows. */
    record Sheet(
            UUID id,
            String reference,
            Channel channel,
            ReferralState state,
            @Nullable String outcome,
            int theirLevel,
            UUID team,
            String teamLabel,
            @Nullable UUID owner,
            String ownerName,
            boolean outOfHours,
            @Nullable UUID referrer,
            Instant receivedAt,
            int version) {}

    /**
     * A subject: as sent, and who it turned out to be.
     *
     * @param person whom it was matched to or created as
     * @param pointer a line for posts that may only know that somebody is known, or null
     * @param verdicts what was judged of candidates so far: "not", "unsure"
     */
    record SubjectCard(
            SubjectRow row,
            ReferralForm.Subject said,
            @Nullable PersonCard person,
            List<Candidate> candidates,
            @Nullable String pointer,
            Map<UUID, String> verdicts) {

        /** Those not ruled out; the unsure ones stay. */
        List<Candidate> open() {
            return candidates.stream()
                    .filter(candidate ->
                            !Objects.equals(verdicts.get(candidate.card().id()), "not"))
                    .toList();
        }

        /** Those for whom something speaks. */
        List<Candidate> likely() {
            return open().stream().filter(candidate -> !isWeak(candidate)).toList();
        }

        /** Those who have only a little in common; when there are no others, they are all there is. */
        List<Candidate> weak() {
            return open().stream().filter(SubjectCard::isWeak).toList();
        }

        private static boolean isWeak(Candidate candidate) {
            return candidate.strength() == Candidate.Strength.WEAK;
        }

        List<Candidate> ruledOut() {
            return candidates.stream()
                    .filter(candidate ->
                            Objects.equals(verdicts.get(candidate.card().id()), "not"))
                    .toList();
        }
    }

    /** Another referral about one of these people or of their candidates. */
    record Earlier(
            UUID id,
            String reference,
            Instant receivedAt,
            List<String> strands,
            ReferralState state,
            @Nullable String outcome,
            UUID person) {}

    /** A decision; the last one stands. */
    record DecisionLine(
            int no,
            String outcome,
            int theirLevel,
            int ourLevel,
            String reason,
            @Nullable String revisedWhy,
            @Nullable String actions,
            String by,
            Instant at) {}

    /**
     * An item on a receiving team's list.
     *
     * @param mine the actor belongs to that team
     */
    record RoutingLine(
            UUID id,
            String route,
            String team,
            boolean mine,
            String state,
            Instant dueAt,
            @Nullable String outcome,
            @Nullable String evidence) {}

    /** Something written beside the referral. */
    record NoteLine(String kind, String body, String by, Instant at) {

        String title() {
            return switch (kind) {
                case "correction" -> "Correction";
                case "added" -> "Added by the referrer";
                case "danger" -> "Police told";
                default -> "Note";
            };
        }
    }

    /** Whose work it was, from when. */
    record CustodyLine(
            String how, String team, String owner, @Nullable String why, Instant at) {}

    /** A running clock. */
    record ClockLine(String rule, String label, String words, String colour, Instant dueAt) {}

    /** What the actor's post lets them do with this referral. */
    record Rights(boolean decide, boolean assign, boolean approve, boolean create) {}
}
