package uk.sightline.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.sightline.access.Action;
import uk.sightline.govuk.FieldErrors;

/**
 * The one search box and what it found. Nobody found and nobody who may be shown look the same.
 *
 * @param typed shown again in the box; it never goes into an address
 * @param hits null before anything was looked for
 * @param may what the reader's posts include: which further ways are offered
 * @param found records of other modules with the reference that was typed
 * @param waiting work about people in other modules
 */
public record SearchPage(
        String typed,
        FieldErrors errors,
        @Nullable List<Hit> hits,
        @Nullable Pointer pointer,
        List<PersonTab> found,
        List<PersonTab> waiting,
        List<Hit> recent,
        Set<Action> may) {

    boolean mayCreate() {
        return may.contains(Action.CREATE_PERSON);
    }

    boolean mayImport() {
        return may.contains(Action.IMPORT_PEOPLE);
    }

    boolean mayBreakGlass() {
        return may.contains(Action.BREAK_GLASS);
    }

    /**
     * Somebody found.
     *
     * @param strength null where nothing was compared
     * @param why how it was weighed; null where nothing was compared
     * @param place school and area, as far as they may be listed
     */
    public record Hit(
            String name,
            String href,
            String age,
            String born,
            String reference,
            String place,
            @Nullable String strength,
            String reasons,
            @Nullable String hint,
            @Nullable Why why,
            List<String> dangers,
            List<String> flags) {}
}
