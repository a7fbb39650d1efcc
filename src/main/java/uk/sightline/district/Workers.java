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

/** The people who work in the district, over all posts of the pack: {@code district/workers.csv} says how many where. */
final class Workers {

    private static final Duration LONGEST_HERE = Duration.ofDays(9 * 365);
    private static final Duration SHORTEST_HERE = Duration.ofDays(600);

    private final List<Worker> all;

    private Workers(List<Worker> all) {
        this.all = List.copyOf(all);
    }

    /** Teams that the pack does not have are left out: another partnership has others. */
    static Workers of(Plan plan, PracticePack pack) {
        List<Worker> workers = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String[] row : Resources.rows("/district/workers.csv", 3)) {
            for (int i = 0; i < Integer.parseInt(row[2]) && has(pack, row[0], row[1]); i++) {
                workers.add(worker(plan, pack, row[0], row[1], workers.size(), taken));
            }
        }
        return new Workers(workers);
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
        boolean teamed = team.startsWith("school:")
                ? pack.school(team.substring("school:".length())).isPresent()
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
        while (!taken.add(given.text())) {
            given = dice.pick(community.names.given(sex));
        }
        String name = given.text() + " " + (sex == Sex.FEMALE ? surname.feminine() : surname.text());
        long days = dice.between((int) SHORTEST_HERE.toDays(), (int) LONGEST_HERE.toDays());
        Instant from = plan.at().minus(Duration.ofDays(days));
        return new Worker(plan.worker(number), name, email(name, agency(pack, team)), phone(number), post, team, from);
    }

    private static String agency(PracticePack pack, String team) {
        return team.startsWith("school:") ? "schools" : pack.team(team).agency();
    }

    /** In a domain that nobody can have (RFC 2606). */
    private static String email(String name, String agency) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replaceAll("[^a-z -]", "")
                .replace(' ', '.');
        return plain + "@" + agency + ".example";
    }

    /** From the numbers that Ofcom keeps for drama. */
    private static String phone(int number) {
        return "01632 960" + (300 + number);
    }
}
