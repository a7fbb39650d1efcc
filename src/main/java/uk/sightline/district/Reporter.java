package uk.sightline.district;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.ReferralForm.Referrer;

/**
 * Who tells the partnership, and how.
 *
 * @param worker who sent it or took it down; null for a worry from the public
 */
record Reporter(Channel channel, @Nullable Worker worker, Referrer form) {

    private static final UUID PUBLIC = UUID.fromString("00000000-0000-4000-8000-000000000009");

    /** Posts that refer children and adults on their own account, and as whom returns count them. */
    private static final Map<String, String> SOURCES = Map.of(
            "school-safeguarding-lead", "2A",
            "ed-safeguarding-nurse", "3E",
            "safer-school-officer", "6",
            "online-investigator", "6",
            "education-safeguarding-officer", "2B",
            "youth-justice-case-manager", "5B",
            "service-practitioner", "8",
            "care-home-manager", "5C",
            "partner", "8");

    private static final Set<String> ABOUT_ADULTS = Set.of("ed-safeguarding-nurse", "partner");

    private static final List<String[]> CALLERS = List.of(
            new String[] {"Grandmother", "1A"},
            new String[] {"Aunt", "1A"},
            new String[] {"Neighbour", "1B"},
            new String[] {"Health visitor", "3B"},
            new String[] {"School nurse", "3C"},
            new String[] {"Housing officer", "4"},
            new String[] {"Police constable", "6"},
            new String[] {"Youth worker", "8"});

    static Reporter of(Town town, Cast cast, Dice dice) {
        int at = dice.below(100);
        if (at < 62) {
            return portal(town, cast, dice);
        }
        return at < 86 ? phone(town, cast, dice) : ofThePublic(dice);
    }

    UUID account() {
        return worker == null ? PUBLIC : worker.id();
    }

    private static Reporter portal(Town town, Cast cast, Dice dice) {
        boolean school = !cast.isAdult() && dice.chance(45);
        Set<String> posts =
                school ? Set.of("school-safeguarding-lead") : cast.isAdult() ? ABOUT_ADULTS : SOURCES.keySet();
        List<Worker> able = town.workers().with(posts);
        if (able.isEmpty()) {
            return ofThePublic(dice);
        }
        Worker worker = dice.pick(able);
        Referrer form = new Referrer(
                worker.id(),
                worker.name(),
                town.codes().pack().post(worker.post()).label(),
                town.agencyOf(worker),
                null,
                worker.phone(),
                worker.email(),
                "Works with them",
                "Known to us",
                true,
                SOURCES.getOrDefault(worker.post(), "8"),
                null);
        return new Reporter(Channel.PORTAL, worker, form);
    }

    private static Reporter phone(Town town, Cast cast, Dice dice) {
        List<Worker> desk = town.workers().in(cast.isAdult() ? "adult-mash" : "front-door");
        if (desk.isEmpty()) {
            return ofThePublic(dice);
        }
        String[] caller = dice.pick(CALLERS);
        return new Reporter(Channel.PHONE, dice.pick(desk), outsider(dice, caller[0], caller[1], null));
    }

    private static Reporter ofThePublic(Dice dice) {
        boolean anonymous = dice.chance(40);
        Referrer form = anonymous
                ? new Referrer(null, null, null, null, null, null, null, null, null, null, "9", false)
                : outsider(dice, "Neighbour", "1B", dice.chance(40));
        return new Reporter(Channel.PUBLIC, null, form);
    }

    private static Referrer outsider(Dice dice, String role, String source, @Nullable Boolean tellFamily) {
        NameList names = Community.draw(dice).names;
        String name = dice.pickCommonFirst(names.female()).text() + " "
                + dice.pickCommonFirst(names.surnames()).feminine();
        String phone = "07700 900" + (100 + dice.below(900));
        return new Referrer(null, name, role, null, null, phone, null, role, null, null, source, tellFamily);
    }
}
