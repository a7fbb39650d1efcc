package uk.sightline.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that a browser may be sent on to after signing in: paths of this site, whatever was asked for. */
final class SameSite {

    private static final Pattern PATH = Pattern.compile(
            "/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]+(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*)?(?:\\?[^\\s\\\\#<>\"]*)?");

    private static final int LONGEST = 2_000;

    private SameSite() {}

    static boolean isPath(String address) {
        return address.length() <= LONGEST && PATH.matcher(address).matches() && !address.startsWith("/sign-");
    }

    static String orStart(@Nullable String address) {
        return address != null && isPath(address) ? address : "/";
    }
}
