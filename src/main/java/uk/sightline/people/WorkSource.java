package uk.sightline.people;

import java.util.List;

/** Work about people that waits in another module; the search page leads to it. */
public interface WorkSource {

    /** Where it is, with how much waits for the actor, who may do it. */
    List<PersonTab> waiting();
}
