package uk.sightline.district;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.sightline.access.BulkAccounts.Worker;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.School;

/** The people who work in the district, over all posts of the pack: {@code district/workers.csv} says how many where. */
final class Workers {

    private static final Duration LONGEST_HERE = Duration.ofDays(9 * 365);
    private static final Duration SHORTEST_HERE = Duration.ofDays(600);

    private static final String SCHOOL = "school:";

    /** From here on given names may repeat: the lists have come to their end. */
    private static final int TRIES = 30;

    private static final int PHONES = 700;

    private final List<Worker> all;

    private Workers(List<Worker> all) {
        this.all = List.copyOf(all);
    }

    /** Teams that the pack does not have are left out: another partnership has others. */
    static Workers of(Plan plan, PracticePack pack) {
        List<Worker> workers = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String[] row : Resources.rows("/district/workers.csv", 3)) {
            int count = Integer.parseInt(row[2]);
            for (int i = 0; i < count * plan.scale().staff() && has(pack, row[0], row[1]); i++) {
                String team = i < count ? row[0] : elsewhere(pack, row[0], i / count);
                workers.add(worker(plan, pack, team, row[1], workers.size(), taken));
            }
        }
        return new Workers(workers);
    }

    /** The same team, but of schools another one: each has its own. */
    private static String elsewhere(PracticePack pack, String team, int further) {
        if (!team.startsWith(SCHOOL)) {
            return team;
        }
        List<String> urns = pack.schools().stream().map(School::urn).toList();
        int at = urns.indexOf(team.substring(SCHOOL.length()));
        return SCHOOL + urns.get((at + further) % urns.size());
    }

    List<Worker> all() {
        return all;
    }

    List<Worker> in(String team) {
        return all.stream().filter(worker -> worker.team().equals(team)).toList();
    }

    List<Worker> with(Set<String> posts) {
        return all.stream().filter(worker -> posts.contains(worker.post())).toList();
    }

    private static boolean has(PracticePack pack, String team, String post) {
        boolean posted = pack.posts().stream().anyMatch(each -> each.key().equals(post));
        boolean teamed = team.startsWith(SCHOOL)
                ? pack.school(team.substring(SCHOOL.length())).isPresent()
                : pack.teams().stream().anyMatch(each -> each.key().equals(team));
        return posted && teamed;
    }

    private static Worker worker(
            Plan plan, PracticePack pack, String team, String post, int number, Set<String> taken) {
        Dice dice = Dice.of(plan.seed(), "worker", number);
        Community community = Community.draw(dice);
        Sex sex = dice.chance(62) ? Sex.FEMALE : Sex.MALE;
        NameList.Name surname = dice.pickCommonFirst(community.names.surnames());
        NameList.Name given = dice.pickCommonFirst(community.names.given(sex));
        for (int i = 0; i < TRIES && taken.contains(given.text()); i++) {
            given = dice.pick(community.names.given(sex));
        }
        taken.add(given.text());
        String name = full(given, surname, sex);
        while (!taken.add(plain(name))) {
            name = full(dice.pick(community.names.given(sex)), dice.pick(community.names.surnames()), sex);
        }
        long days = dice.between((int) SHORTEST_HERE.toDays(), (int) LONGEST_HERE.toDays());
        Instant from = plan.at().minus(Duration.ofDays(days));
        return new Worker(plan.worker(number), name, email(name, agency(pack, team)), phone(number), post, team, from);
    }

    private static String agency(PracticePack pack, String team) {
        return team.startsWith(SCHOOL) ? "schools" : pack.team(team).agency();
    }

    /** In a domain that nobody can have (RFC 2606). */
    private static String email(String name, String agency) {
        return plain(name) + "@" + agency + ".example";
    }

    private static String full(NameList.Name given, NameList.Name surname, Sex sex) {
        return given.text() + " " + (sex == Sex.FEMALE ? surname.feminine() : surname.text());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replaceAll("[^a-z -]", "")
                .replace(' ', '.');
    }

    /** From the numbers that Ofcom keeps for drama. */
    private static String phone(int number) {
        return "01632 960" + (300 + number % PHONES);
    }
}
