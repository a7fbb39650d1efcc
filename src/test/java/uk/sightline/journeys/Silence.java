package uk.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

/** What somebody may not know of looks like what is not there. */
final class Silence {

    /** Its nonces, and the minute it was printed in. */
    private static final Pattern OF_THIS_ANSWER =
            Pattern.compile("(nonce|value)=\"[^\"]*\"|(?<=printed by )[^<]* at [^<]*(?=<)");

    private Silence() {}

    /** The page of a record that is hidden is, to the letter, the page of a record that does not exist. */
    static void isKept(Visitor visitor, String path, UUID hidden) {
        String absent = content(visitor, path, UUID.randomUUID());
        assertThat(content(visitor, path, hidden)).as(path).isEqualTo(absent);
    }

    private static String content(Visitor visitor, String path, UUID id) {
        String html = visitor.open(path + id).page().content().replace(id.toString(), "");
        return OF_THIS_ANSWER.matcher(html).replaceAll("");
    }
}
