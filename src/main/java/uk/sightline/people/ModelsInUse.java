package uk.sightline.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which model is in use, read by each node once and again when another is. Another node learns of it within half a minute;
 * the job that compares asks before it begins, so that nobody stays weighed by the one before.
 */
@Component
class ModelsInUse {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);

    private static final String LAST = "select coalesce(max(u.no), 0) from people.model_use u";

    private static final String MODEL = """
            select m.no, m.created_at, m.chances::text as chances
            from people.model_use u join people.model m on m.no = u.model_no
            where u.no = :use
            """;

    private final JdbcClient sql;
    private final InstantSource time;
    private volatile @Nullable Read last;

    ModelsInUse(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    private record Kept(int no, Instant createdAt, String chances) {}

    private record Read(int use, ModelInUse model, Instant at) {}

    /** For the caller's transaction. */
    ModelInUse now() {
        Read read = last;
        return read == null || read.at().plus(ASKED_EVERY).isBefore(time.instant()) ? latest() : read.model();
    }

    /** The same, asked now. */
    ModelInUse latest() {
        int use = sql.sql(LAST).query(Integer.class).single();
        Read read = last;
        ModelInUse model = read != null && read.use() == use ? read.model() : read(use);
        last = new Read(use, model, time.instant());
        return model;
    }

    private ModelInUse read(int use) {
        return sql.sql(MODEL)
                .param("use", use)
                .query(Kept.class)
                .optional()
                .flatMap(kept -> ModelText.read(kept.chances())
                        .map(text -> ModelInUse.of(kept.no(), kept.createdAt(), text.chances())))
                .orElse(ModelInUse.USUAL);
    }

    /** After another was put in use. */
    void forget() {
        last = null;
    }
}
