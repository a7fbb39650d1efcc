package uk.sightline.marf;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.reference.Code;

/**
 * Signs of the kinds of exploitation chosen, to tick (block G's prompts). They propose a level of need; they are no
 * assessment, and nothing is counted.
 */
final class SignsSection implements Section {

    static final String KEY = "signs";
    static final String CODES = "marf-sign";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Signs you know of";
    }

    @Override
    public List<Field> fields(Filling filling) {
        return List.of(Field.choice("signs", "Signs", CODES));
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        // Nothing has to be ticked: not to know of a sign is an answer.
    }

    /** The signs to offer: those of any exploitation, and those of the kinds chosen. */
    static List<Code> offered(Filling filling) {
        Set<String> kinds = kinds(filling);
        return filling.codes(CODES).stream().filter(code -> fits(code, kinds)).toList();
    }

    /** Those that were ticked and still fit what is thought to happen. */
    static Stream<Code> ticked(Filling filling) {
        List<String> ticked = filling.draft().answers(KEY).all("signs");
        return offered(filling).stream().filter(code -> ticked.contains(code.code()));
    }

    private static boolean fits(Code code, Set<String> kinds) {
        String strands = Objects.requireNonNullElse(code.fact("strands"), "all");
        return strands.equals("all") || kinds.stream().anyMatch(strands::contains);
    }

    private static Set<String> kinds(Filling filling) {
        List<String> chosen = filling.draft().answers(ExploitationSection.KEY).all("strands");
        return filling.codes("strand").stream()
                .filter(code -> chosen.contains(code.code()))
                .map(code -> Objects.requireNonNullElse(code.fact("indicator"), ""))
                .filter(letter -> !letter.isEmpty())
                .collect(Collectors.toSet());
    }
}
