package uk.sightline.govuk;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of every page needs to know about the request: bound once by the web filter, read only by the layout
 * and by the form tag, so that no controller passes it on.
 *
 * @param csrfName the name of the hidden field that protects a form
 * @param csrfToken its value
 * @param nonce the content security policy's nonce of this response
 * @param signedIn who is signed in, or null on a public page
 * @param navigation the signed-in person's own entries
 * @param demo whether these are invented people that anyone may sign in as
 * @param idleSeconds after how many seconds without a request the session ends
 * @param printedAt the time as it stands on a printed page, in Europe/London
 */
public record Chrome(
        String csrfName,
        String csrfToken,
        String nonce,
        @Nullable SignedIn signedIn,
        List<NavItem> navigation,
        boolean demo,
        int idleSeconds,
        String printedAt) {

    private static final ScopedValue<Once> SCOPE = ScopedValue.newInstance();

    /** @throws IllegalStateException when a page is rendered outside a request */
    public static Chrome current() {
        return SCOPE.orElseThrow(() -> new IllegalStateException("No Chrome is bound: pages are rendered in a request"))
                .get();
    }

    /** Bound for the length of a request; asked for once, and not at all by a request that shows no page. */
    public static ScopedValue.Carrier bind(Supplier<Chrome> chrome) {
        return ScopedValue.where(SCOPE, new Once(chrome));
    }

    private static final class Once {
        private final Supplier<Chrome> source;
        private @Nullable Chrome chrome;

        Once(Supplier<Chrome> source) {
            this.source = source;
        }

        Chrome get() {
            if (chrome == null) {
                chrome = source.get();
            }
            return chrome;
        }
    }

    /** Who the page is for, by name and the post they are acting in. */
    public record SignedIn(String name, String post) {}
}
