package uk.sightline.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whom to sign in as first, and what each can do. */
final class WhoToTry {

    private static final List<String[]> POSTS = List.of(
            new String[] {"front-door-worker", "front-door worker: take a referral from the queue and decide it"},
            new String[] {"school-safeguarding-lead", "school safeguarding lead: refer a pupil and follow the answer"},
            new String[] {"front-door-manager", "front-door manager: assign work, see that nothing is lost"},
            new String[] {"hub-team-manager", "hub team manager: find a person, assess, see how they stand"},
            new String[] {"adult-mash-practitioner", "adult safeguarding: decide a concern about an adult"},
            new String[] {"information-governance-officer", "information governance: review emergency access"},
            new String[] {"administrator", "administrator: invite, change a post, end an account"});

    private WhoToTry() {}

    static List<String> of(Workers workers) {
        List<String> lines = new ArrayList<>(List.of("Sign in as anybody on the sign-in page; no password. Try:"));
        for (String[] post : POSTS) {
            workers.with(Set.of(post[0])).stream()
                    .findFirst()
                    .ifPresent(worker -> lines.add("  %s, %s".formatted(worker.name(), post[1])));
        }
        return lines;
    }
}
