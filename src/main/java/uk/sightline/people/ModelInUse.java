package uk.sightline.people;

import java.time.Instant;
import java.util.List;
import uk.sightline.matching.Chances;
import uk.sightline.matching.Model;
import uk.sightline.platform.London;

/**
 * The chances by which people are weighed now.
 *
 * @param no of the model; 0 for what is usual
 * @param words for whoever reads why two were thought alike: "by model 3 of 12 November 2026"
 */
record ModelInUse(int no, String words, List<Chances> chances) {

    static final ModelInUse USUAL = new ModelInUse(
            0, "by what is usual", Model.usual(PersonRespects.SCHEMA, 1).chances());

    static ModelInUse of(int no, Instant madeAt, List<Chances> chances) {
        return new ModelInUse(no, "by model %d of %s".formatted(no, London.day(London.date(madeAt))), chances);
    }

    /** Among so many people: where weighing begins is how many could be meant, whatever the model. */
    Model among(long people) {
        return new Model(PersonRespects.SCHEMA, 1.0 / Math.max(1_000, people), chances);
    }
}
