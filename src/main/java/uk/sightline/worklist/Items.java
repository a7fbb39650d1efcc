package uk.sightline.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads items from rows. */
final class Items {

    private Items() {}

    static Item of(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("rule"),
                row.getObject("subject_id", UUID.class),
                row.getString("kind"),
                row.getString("reference"),
                row.getObject("team_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                answer(row),
                instant(row, "started_at"),
                instant(row, "due_at"),
                maybe(row, "paused_at"),
                maybe(row, "stopped_at"),
                row.getBoolean("explained"));
    }

    private static Item.Answer answer(ResultSet row) throws SQLException {
        if (row.getObject("accepted_at") != null) {
            return Item.Answer.ACCEPTED;
        }
        return row.getObject("declined_at") == null ? Item.Answer.NONE : Item.Answer.DECLINED;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
