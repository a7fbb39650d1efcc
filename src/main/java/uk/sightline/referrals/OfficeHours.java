package uk.sightline.referrals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import uk.sightline.clocks.WorkingDays;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/**
 * When the front door itself answers: working days from half past eight to five. Outside them the emergency duty team
 * covers, and whoever refers is told so.
 */
@Component
class OfficeHours {

    private static final LocalTime OPEN = LocalTime.of(8, 30);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);

    private final WorkingDays days;

    OfficeHours(PracticePack pack) {
        days = WorkingDays.of(pack);
    }

    boolean open(Instant at) {
        LocalDateTime local = London.dateTime(at);
        LocalTime time = local.toLocalTime();
        return days.isWorking(local.toLocalDate()) && !time.isBefore(OPEN) && time.isBefore(CLOSE);
    }
}
