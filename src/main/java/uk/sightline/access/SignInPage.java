package uk.sightline.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.FieldErrors;

/**
 * The pages of signing in.
 *
 * @param notice why the page is shown, when the person did not ask for it
 * @param to where to go on to after signing in
 * @param kept what they posted when their session had ended
 * @param demo accounts to choose from, in the demonstration only
 */
record SignInPage(
        String email,
        @Nullable String notice,
        String to,
        @Nullable KeptPost kept,
        FieldErrors errors,
        List<DemoAgency> demo) {

    /** The hidden fields of every form on the page. */
    List<KeptPost.Field> hidden() {
        return kept == null ? List.of(new KeptPost.Field("to", to)) : kept.hidden();
    }

    /** The demonstration's accounts of one agency. */
    record DemoAgency(String label, List<DemoAccount> accounts) {}

    /** One of them. */
    record DemoAccount(String id, String name, String posts) {}
}
