package uk.sightline.marf;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.access.Colleagues.Colleague;
import uk.sightline.access.Colleagues.Team;
import uk.sightline.marf.Draft.Sheet;
import uk.sightline.platform.Actor;
import uk.sightline.reference.Agency;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;

/** What nobody should have to type: the referrer from their account, the school from theirs, today's day. */
@Component
class FirstAnswers {

    private final Colleagues colleagues;

    FirstAnswers(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    Draft fill(Filling begun, Instant at) {
        Draft draft = begun.draft();
        boolean phone = draft.phone();
        Answers person = phone || draft.adult() ? Answers.NONE : Answers.NONE.with("school", place().orElse(null));
        draft = draft.with(
                        DangerSection.KEY,
                        new Sheet(Moment.filledIn(Answers.NONE, "rung", at).with("rungTime", null), 0, false))
                .with(
                        CallSection.KEY,
                        new Sheet(phone ? CallSection.now(at, Actor.current().name()) : Answers.NONE, 0, phone))
                .with(Draft.newEntry(PersonSection.KEY), new Sheet(person, 0, false));
        if (phone) {
            return draft;
        }
        Answers referrer = referrer(begun.pack(), begun);
        boolean whole = Sections.REFERRER.errors(referrer, begun).isEmpty();
        return draft.with(ReferrerSection.KEY, new Sheet(referrer, 0, whole));
    }

    private Answers referrer(PracticePack pack, Filling filling) {
        Colleague me = colleagues.me();
        return Answers.NONE
                .with("name", me.name())
                .with("role", String.join(", ", colleagues.myPosts()))
                .with("agency", me.agency())
                .with("team", team().orElse(null))
                .with("phone", me.phone())
                .with("email", me.email())
                .with("source", source(me, pack, filling).orElse(null));
    }

    private Optional<String> source(Colleague me, PracticePack pack, Filling filling) {
        String type = pack.agencies().stream()
                .filter(agency -> agency.key().equals(me.agency()))
                .map(Agency::type)
                .findFirst()
                .orElse("other");
        return filling.codes("marf-source").stream()
                .filter(code -> code.code().equals(type))
                .findFirst()
                .flatMap(this::source);
    }

    /** Those who belong to a school refer as the school, others of the same kind of agency as the service. */
    private Optional<String> source(Code code) {
        return Stream.of(place().map(place -> code.fact("place")), Optional.ofNullable(code.fact("source")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> place() {
        return teams("place").findFirst();
    }

    private Optional<String> team() {
        return Stream.concat(teams("place"), teams("team")).findFirst();
    }

    private Stream<String> teams(String kind) {
        return colleagues.myTeams().stream()
                .filter(team -> team.kind().equals(kind))
                .map(Team::label);
    }
}
