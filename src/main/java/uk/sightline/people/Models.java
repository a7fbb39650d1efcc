package uk.sightline.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.matching.Chances;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Learning.Learnt;
import uk.sightline.matching.Learning.Seen;
import uk.sightline.platform.Actor;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;
import uk.sightline.platform.StaleVersion;

/**
 * The models by which people may be weighed. A job proposes one, {@link ModelLearning}; a person who may merge puts it in
 * use, says why, and can go back to an earlier one or to what is usual. All of them are kept, and who put which in use.
 */
@Service
@Transactional
public class Models {

    private static final String KIND = "model";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String VERSION = """
            select m.no, m.created_at, m.same, m.not_same, m.found, m.drawn, m.people, m.asks, m.against_no,
                   m.effect::text as effect
            from people.model m
            where m.no = coalesce(:no::int, (select max(l.no) from people.model l))
            """;

    private static final String MADE = """
            select m.no, m.created_at from people.model m order by m.no desc limit 20
            """;

    private static final String CHANCES = "select m.chances::text from people.model m where m.no = :no";

    private static final String USES = """
            select u.no, u.model_no, u.why, u.created_by, u.created_at from people.model_use u order by u.no desc limit 50
            """;

    private static final String ADD = """
            insert into people.model (no, same, not_same, found, drawn, people, asks, against_no, chances, effect,
              created_by, created_at)
            select coalesce(max(m.no), 0) + 1, :same, :notSame, :found, :drawn, :people, :asks, :against, :chances::jsonb,
                   :effect::jsonb, :by, :at
            from people.model m
            returning no
            """;

    private static final String USE = """
            insert into people.model_use (no, model_no, why, created_by, created_at)
            select :no, :model, :why, :by, :at
            where :no = (select coalesce(max(u.no), 0) + 1 from people.model_use u)
            on conflict do nothing
            """;

    private static final String ASK = "insert into people.model_ask (created_by, created_at) values (:by, :at)";

    private static final String ASKS = "select coalesce(max(a.no), 0) from people.model_ask a";

    private final JdbcClient sql;
    private final ModelsInUse inUse;
    private final Access access;
    private final Audit audit;
    private final InstantSource time;

    Models(JdbcClient sql, ModelsInUse inUse, Access access, Audit audit, InstantSource time) {
        this.sql = sql;
        this.inUse = inUse;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A model and what it was made from.
     *
     * @param same pairs that people said are one person's
     * @param notSame pairs that people said are not
     * @param found pairs that nobody had judged
     * @param drawn pairs drawn by chance
     * @param people how many were on the index
     * @param asks how often an estimate had been asked for
     * @param againstNo the model in use then; null for what is usual
     */
    public record Version(
            int no,
            Instant createdAt,
            int same,
            int notSame,
            int found,
            int drawn,
            long people,
            int asks,
            @Nullable Integer againstNo,
            ModelEffect effect) {}

    /** That there is a model. */
    public record Made(int no, Instant createdAt) {}

    /**
     * That somebody put a model in use.
     *
     * @param no counted from 1
     * @param modelNo null for what is usual
     */
    public record Use(int no, @Nullable Integer modelNo, String why, UUID createdBy, Instant createdAt) {}

    /**
     * One level of one comparison under the model in use and under another. Chances are 0 to 1, steps as they weigh.
     *
     * @param same pairs of one person that the other model saw at this level; 0 where nothing is known
     * @param other pairs of two people
     */
    public record LevelLine(
            String level,
            double ifSameNow,
            double ifOtherNow,
            double stepsNow,
            double ifSame,
            double ifOther,
            double steps,
            double same,
            double other) {}

    /** The levels of one comparison, the first "different". */
    public record Respect(String label, List<LevelLine> levels) {}

    /** A model by its number; null for the last that was made. */
    public Optional<Version> version(@Nullable Integer no) {
        return sql.sql(VERSION)
                .param("no", no)
                .query((row, n) -> new Version(
                        row.getInt("no"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("same"),
                        row.getInt("not_same"),
                        row.getInt("found"),
                        row.getInt("drawn"),
                        row.getLong("people"),
                        row.getInt("asks"),
                        row.getObject("against_no", Integer.class),
                        JSON.readValue(row.getString("effect"), ModelEffect.class)))
                .optional();
    }

    /** The last twenty, the latest first. */
    public List<Made> made() {
        return sql.sql(MADE).query(Made.class).list();
    }

    /** The last fifty times that one was put in use, the latest first. */
    public List<Use> uses() {
        return sql.sql(USES).query(Use.class).list();
    }

    /** Which is in use, and its words as they follow "weighed". */
    public InUse inUse() {
        ModelInUse now = inUse.latest();
        return new InUse(now.no(), now.words());
    }

    /** @param no 0 for what is usual */
    public record InUse(int no, String words) {}

    /** How often an estimate was asked for so far. */
    public int asks() {
        return sql.sql(ASKS).query(Integer.class).single();
    }

    /**
     * What a model says of each level, beside the one in use.
     *
     * @param no 0 for what is usual
     * @throws NoSuchRecord when there is no such model, or it compares what is no longer compared
     */
    public List<Respect> compared(int no) {
        List<Chances> now = inUse.latest().chances();
        List<Comparison> comparisons = PersonRespects.SCHEMA.comparisons();
        ModelText.Kept kept = no == 0 ? null : kept(no);
        List<Chances> then = kept == null ? ModelInUse.USUAL.chances() : kept.chances();
        List<Seen> seen = kept == null ? List.of() : kept.seen();
        List<Respect> respects = new ArrayList<>();
        for (int c = 0; c < comparisons.size(); c++) {
            respects.add(respect(comparisons.get(c), now.get(c), then.get(c), seen.isEmpty() ? null : seen.get(c)));
        }
        return respects;
    }

    private static Respect respect(Comparison comparison, Chances now, Chances then, @Nullable Seen seen) {
        double[] stepsNow = now.bits();
        double[] steps = then.bits();
        List<LevelLine> lines = new ArrayList<>();
        for (int level = 0; level < steps.length; level++) {
            lines.add(new LevelLine(
                    comparison.kind().levels().get(level).words(),
                    now.ifSame().get(level),
                    now.ifOther().get(level),
                    stepsNow[level],
                    then.ifSame().get(level),
                    then.ifOther().get(level),
                    steps[level],
                    seen == null ? 0 : seen.same().get(level),
                    seen == null ? 0 : seen.other().get(level)));
        }
        return new Respect(comparison.label(), lines);
    }

    private ModelText.Kept kept(int no) {
        return sql.sql(CHANCES)
                .param("no", no)
                .query(String.class)
                .optional()
                .flatMap(ModelText::read)
                .orElseThrow(NoSuchRecord::new);
    }

    /** Asks for an estimate at the next turn of the job. */
    public void ask() {
        access.require(Action.MERGE);
        audit.record(Act.of("add", KIND).detail("asked for an estimate"));
        sql.sql(ASK).param("by", Actor.current().id()).param("at", now()).update();
    }

    /**
     * Puts a model in use: whoever is weighed from now on is weighed by it, and everybody is compared anew. Sent twice by the
     * same person it is kept once.
     *
     * @param no 0 for what is usual
     * @param seen how often one had been put in use when the page was opened
     * @throws RuleBroken when no reason is given
     * @throws NoSuchRecord when there is no such model, or it compares what is no longer compared
     * @throws StaleVersion when somebody has put another in use since
     */
    public void use(int no, String why, int seen) {
        access.require(Action.MERGE);
        int length = why.codePointCount(0, why.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new RuleBroken("why", "Say why, in %d to %,d characters".formatted(SHORTEST, LONGEST));
        }
        if (no != 0) {
            kept(no);
        }
        int added = sql.sql(USE)
                .param("no", seen + 1)
                .param("model", no == 0 ? null : no, java.sql.Types.INTEGER)
                .param("why", why)
                .param("by", Actor.current().id())
                .param("at", now())
                .update();
        if (added == 0 && isSentTwice(no, why, seen)) {
            return;
        }
        StaleVersion.unlessOne(added);
        audit.record(Act.of("decide", KIND)
                .detail(no == 0 ? "what is usual" : "model " + no)
                .because(why));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                inUse.forget();
            }
        });
    }

    private boolean isSentTwice(int no, String why, int seen) {
        return uses().stream()
                .findFirst()
                .filter(last -> last.no() == seen + 1
                        && (last.modelNo() == null ? 0 : last.modelNo()) == no
                        && last.why().equals(why)
                        && last.createdBy().equals(Actor.current().id()))
                .isPresent();
    }

    /** Keeps what the job learnt, and gives it a number. */
    int add(Learnt learnt, ModelLearning.From from, long people, int drawn, ModelEffect effect) {
        int against = inUse.now().no();
        int no = sql.sql(ADD)
                .param("same", from.same())
                .param("notSame", from.notSame())
                .param("found", from.found().size())
                .param("drawn", drawn)
                .param("people", people)
                .param("asks", asks())
                .param("against", against == 0 ? null : against, java.sql.Types.INTEGER)
                .param("chances", ModelText.write(learnt))
                .param("effect", JSON.writeValueAsString(effect))
                .param("by", Actor.current().id())
                .param("at", now())
                .query(Integer.class)
                .single();
        audit.record(Act.of("add", KIND).detail("model " + no));
        return no;
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
