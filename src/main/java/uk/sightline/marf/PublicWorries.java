package uk.sightline.marf;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.Receipt;
import uk.sightline.referrals.Referrals;

/** Hands a worry to the front door as the public, whoever is signed in at that machine. */
@Service
class PublicWorries {

    private static final Actor PUBLIC = new Actor(
            UUID.fromString("00000000-0000-4000-8000-000000000009"), Actor.Kind.PUBLIC, "a member of the public", null);

    private final Referrals referrals;
    private final PracticePack pack;
    private final InstantSource time;

    PublicWorries(Referrals referrals, PracticePack pack, InstantSource time) {
        this.referrals = referrals;
        this.pack = pack;
        this.time = time;
    }

    /** Sent twice with the same key, it is received once and gives the same receipt. */
    Receipt send(UUID key, WorryForm form) {
        return PUBLIC.call(() -> referrals.submit(form.read(key, pack, today()), Channel.PUBLIC));
    }

    LocalDate today() {
        return London.date(time.instant());
    }
}
