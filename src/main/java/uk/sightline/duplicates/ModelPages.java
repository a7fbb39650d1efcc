package uk.sightline.duplicates;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Colleagues;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.duplicates.Drift.Band;
import uk.sightline.duplicates.ModelPage.BandRow;
import uk.sightline.duplicates.ModelPage.Level;
import uk.sightline.duplicates.ModelPage.Line;
import uk.sightline.duplicates.ModelPage.Link;
import uk.sightline.duplicates.ModelPage.Period;
import uk.sightline.duplicates.ModelPage.Respect;
import uk.sightline.duplicates.ModelPage.Shown;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.people.ModelEffect;
import uk.sightline.people.Models;
import uk.sightline.people.Models.LevelLine;
import uk.sightline.people.Models.Use;
import uk.sightline.people.Models.Version;
import uk.sightline.platform.London;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.reference.PracticePack;

/** Puts the page of the model together. Small numbers are not said: the pack knows which are small. */
@Component
@Transactional
class ModelPages {

    private static final double LEAST_CHANGE = 0.05;
    private static final int MOST_LINKS = 10;

    private final Models models;
    private final JudgedPairs judged;
    private final Colleagues colleagues;
    private final PracticePack pack;
    private final Audit audit;
    private final InstantSource time;

    ModelPages(
            Models models,
            JudgedPairs judged,
            Colleagues colleagues,
            PracticePack pack,
            Audit audit,
            InstantSource time) {
        this.models = models;
        this.judged = judged;
        this.colleagues = colleagues;
        this.pack = pack;
        this.audit = audit;
        this.time = time;
    }

    /**
     * @param asked which model to look at, 0 for what is usual; null for the last that was made
     * @throws NoSuchRecord when there is no such model
     */
    ModelPage page(@Nullable Integer asked, String why, FieldErrors errors, @Nullable String done) {
        audit.record(Act.of("view", "model"));
        Models.InUse inUse = models.inUse();
        Version last = models.version(null).orElse(null);
        Drift drift = judged.drift();
        List<Use> uses = models.uses();
        int no = asked == null ? last == null ? 0 : last.no() : asked;
        return new ModelPage(
                inUse.words(),
                drift.sentences(),
                driftWords(drift),
                List.of(period("The last three months", drift.recent()), period("Before that", drift.before())),
                last == null && asked == null ? null : shown(no, inUse.no()),
                others(no),
                uses.stream().map(this::line).toList(),
                models.asks() > (last == null ? 0 : last.asks()),
                uses.isEmpty() ? 0 : uses.getFirst().no(),
                why,
                errors,
                notice(done, inUse));
    }

    private static @Nullable String notice(@Nullable String done, Models.InUse inUse) {
        return switch (done == null ? "" : done) {
            case "used" ->
                "Saved: people are weighed %s. Everybody is compared anew in the background.".formatted(inUse.words());
            case "asked" -> "A model will be estimated within a few minutes.";
            default -> null;
        };
    }

    private static String driftWords(Drift drift) {
        if (!drift.isJudgedEnough()) {
            return "In no band have %d pairs been judged yet: too few to say whether the model drifts."
                    .formatted(Drift.ENOUGH);
        }
        return drift.sentences().isEmpty()
                ? "What people said fits what the model says, as far as chance allows."
                : "What people said does not fit what the model says, by more than chance explains:";
    }

    private Period period(String label, List<Band> bands) {
        return new Period(label, bands.stream().map(this::row).toList());
    }

    private BandRow row(Band band) {
        if (band.judged() < small()) {
            return new BandRow(band.label(), few(), "–", "–", "–", false, 0, 0, 0, 0);
        }
        Drift.Interval interval = band.interval();
        return new BandRow(
                band.label(),
                String.format(Locale.UK, "%,d", band.judged()),
                String.format(Locale.UK, "%,d", band.same()),
                "%s (%s to %s)"
                        .formatted(
                                Drift.percent(band.found()),
                                Drift.percent(interval.low()),
                                Drift.percent(interval.high())),
                Drift.percent(band.said()),
                true,
                tenths(band.found()),
                tenths(interval.low()),
                tenths(interval.high()),
                tenths(band.said()));
    }

    private static double tenths(double share) {
        return Math.round(share * 1_000) / 10.0;
    }

    private int small() {
        return pack.threshold("small-number", London.date(time.instant())).amount();
    }

    private String few() {
        return "fewer than " + small();
    }

    private String many(double count) {
        return count < small() ? few() : String.format(Locale.UK, "%,d", Math.round(count));
    }

    private Shown shown(int no, int inUse) {
        Version version = no == 0 ? null : models.version(no).orElseThrow(NoSuchRecord::new);
        return new Shown(
                no,
                title(no, version),
                no == inUse,
                version == null ? List.of() : restsOn(version),
                version == null ? List.of() : effect(version),
                models.compared(no).stream().map(this::respect).toList());
    }

    private static String title(int no, @Nullable Version version) {
        return version == null
                ? "What is usual"
                : "Model %d of %s".formatted(no, London.day(London.date(version.createdAt())));
    }

    private List<String> restsOn(Version version) {
        return List.of(
                "%s pairs that somebody said are the same person".formatted(many(version.same())),
                "%s pairs that somebody said are not".formatted(many(version.notSame())),
                "%s pairs on the list that nobody has judged".formatted(many(version.found())),
                "%s pairs of people drawn by chance".formatted(many(version.drawn())));
    }

    private List<String> effect(Version version) {
        ModelEffect effect = version.effect();
        List<String> lines = new ArrayList<>();
        lines.add(
                "Of %s pairs on the list: %s would go, %s would become a strong match, %s would be a possible match only."
                        .formatted(
                                many(effect.listed()),
                                many(effect.go()),
                                many(effect.stronger()),
                                many(effect.weaker())));
        lines.add("For %s people drawn by chance, %s new pairs would come."
                .formatted(many(effect.searched()), many(effect.come())));
        lines.add("Counted on %s, beside %s."
                .formatted(
                        London.day(London.date(version.createdAt())),
                        version.againstNo() == null ? "what is usual" : "model " + version.againstNo()));
        return lines;
    }

    private Respect respect(Models.Respect respect) {
        LevelLine most = respect.levels().stream()
                .max((one, other) -> Double.compare(
                        Math.abs(one.steps() - one.stepsNow()), Math.abs(other.steps() - other.stepsNow())))
                .orElseThrow(NoSuchRecord::new);
        double difference = most.steps() - most.stepsNow();
        boolean changes = Math.abs(difference) >= LEAST_CHANGE;
        return new Respect(
                respect.label(),
                changes ? "up to %s steps: %s".formatted(steps(difference), most.level()) : "as it is",
                changes,
                respect.levels().stream().map(this::level).toList());
    }

    private Level level(LevelLine line) {
        return new Level(
                line.level(),
                chance(line.ifSameNow()),
                chance(line.ifSame()),
                chance(line.ifOtherNow()),
                chance(line.ifOther()),
                steps(line.stepsNow()),
                steps(line.steps()),
                steps(line.steps() - line.stepsNow()),
                "%s and %s".formatted(many(line.same()), many(line.other())));
    }

    private static String steps(double bits) {
        double shown = Math.round(bits * 10) / 10.0;
        return shown == 0 ? "0" : String.format(Locale.UK, "%s%.1f", shown < 0 ? "−" : "+", Math.abs(shown));
    }

    /** "80%", or "1 in 1,200" where a share says nothing. */
    private static String chance(double chance) {
        if (chance >= 0.01) {
            return String.format(Locale.UK, "%.1f%%", chance * 100);
        }
        double times = 1 / chance;
        double scale = Math.max(1, Math.pow(10, Math.floor(Math.log10(times)) - 1));
        return String.format(Locale.UK, "1 in %,d", Math.round(times / scale) * (long) scale);
    }

    private List<Link> others(int shown) {
        List<Link> links = new ArrayList<>();
        models.made().stream()
                .filter(made -> made.no() != shown)
                .limit(MOST_LINKS)
                .forEach(made -> links.add(new Link(
                        "Model %d of %s".formatted(made.no(), London.day(London.date(made.createdAt()))),
                        "/duplicates/model?model=" + made.no())));
        if (shown != 0) {
            links.add(new Link("What is usual", "/duplicates/model?model=0"));
        }
        return links;
    }

    private Line line(Use use) {
        return new Line(
                use.modelNo() == null ? "What is usual" : "Model " + use.modelNo(),
                use.why(),
                colleagues.find(use.createdBy()).map(Colleagues.Colleague::name).orElse("Somebody"),
                London.shortDayAndTime(use.createdAt()));
    }
}
