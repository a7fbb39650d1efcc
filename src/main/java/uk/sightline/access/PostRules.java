package uk.sightline.access;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.reference.Agency;
import uk.sightline.reference.Post;
import uk.sightline.reference.PracticePack;
import uk.sightline.reference.Reach;
import uk.sightline.reference.Team;

/** Which posts may be held in which agency and team: the pack says so. */
@Component
class PostRules {

    private static final String PLACE = "school:";

    private final PracticePack pack;

    PostRules(PracticePack pack) {
        this.pack = pack;
    }

    void check(String agency, String postKey, String teamKey, FieldErrors.Builder errors) {
        Post post = pack.posts().stream()
                .filter(each -> each.key().equals(postKey) && !postKey.equals("system-job"))
                .findFirst()
                .orElse(null);
        if (post == null) {
            errors.add("post", "Choose a post");
            return;
        }
        String type = type(agency);
        if (!type.isEmpty()
                && !post.agencyTypes().isEmpty()
                && !post.agencyTypes().contains(type)) {
            errors.add("post", post.label() + " is not a post of this agency");
        }
        if (!fits(post, teamKey)) {
            errors.add(
                    "team",
                    "A " + post.label().toLowerCase(java.util.Locale.UK) + " cannot be in this team. Choose "
                            + choices(post));
        }
    }

    private boolean fits(Post post, String teamKey) {
        return teamKey.startsWith(PLACE)
                ? pack.school(teamKey.substring(PLACE.length())).isPresent()
                        && post.lines().stream().anyMatch(line -> line.reach() == Reach.PLACE)
                : pack.teams().stream()
                        .anyMatch(team ->
                                team.key().equals(teamKey) && team.posts().contains(post.key()));
    }

    private String choices(Post post) {
        List<String> labels = pack.teams().stream()
                .filter(team -> team.posts().contains(post.key()))
                .map(Team::label)
                .toList();
        return labels.isEmpty() ? "a place" : String.join(", or ", labels);
    }

    private String type(String agency) {
        return pack.agencies().stream()
                .filter(each -> each.key().equals(agency))
                .map(Agency::type)
                .findFirst()
                .orElse("");
    }

    boolean hasAgency(String agency) {
        return !type(agency).isEmpty();
    }
}
