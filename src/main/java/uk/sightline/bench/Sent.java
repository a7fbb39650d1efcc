package uk.sightline.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it was sent to the database.
 *
 * @param values bound to its parameters, in order; a {@link Nothing} where there was none
 */
record Sent(String sql, List<Object> values) {

    /** No value, of a type of {@link java.sql.Types}. */
    record Nothing(int type) {}

    Sent {
        values = List.copyOf(values);
    }

    /** With these values instead. */
    Sent with(List<Object> others) {
        return new Sent(sql, others);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Nothing nothing) {
                statement.setNull(i + 1, nothing.type());
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }

    /** A statement whose parameters are being bound. */
    static final class Draft {
        private final String sql;
        private final List<@Nullable Object> values = new ArrayList<>();

        Draft(String sql) {
            this.sql = sql;
        }

        void set(int parameter, Object value) {
            while (values.size() < parameter) {
                values.add(null);
            }
            values.set(parameter - 1, value);
        }

        Sent sent() {
            List<Object> bound = new ArrayList<>();
            for (Object value : values) {
                if (value == null) {
                    throw new IllegalStateException("A parameter was not bound: " + sql);
                }
                bound.add(value);
            }
            return new Sent(sql, bound);
        }
    }
}
