package uk.sightline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;

/** Birth dates in columns {@code born_from}, {@code born_to} and {@code born_precision}. */
final class Births {

    private Births() {}

    static BirthDate read(ResultSet row) throws SQLException {
        BirthDate.Precision precision =
                BirthDate.Precision.valueOf(row.getString("born_precision").toUpperCase(Locale.ROOT));
        return precision == BirthDate.Precision.UNKNOWN
                ? BirthDate.unknown()
                : new BirthDate.Between(
                        precision,
                        row.getObject("born_from", LocalDate.class),
                        row.getObject("born_to", LocalDate.class));
    }

    static @Nullable LocalDate from(BirthDate born) {
        return born.firstPossibleDay().orElse(null);
    }

    static @Nullable LocalDate to(BirthDate born) {
        return born.lastPossibleDay().orElse(null);
    }

    static String precision(BirthDate born) {
        return born.precision().name().toLowerCase(Locale.ROOT);
    }
}
