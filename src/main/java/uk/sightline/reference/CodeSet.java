package uk.sightline.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A versioned list of codes (PRACTICE §19). Codes are never removed, they end: a record keeps the code it was made with.
 *
 * @param key name of the list
 * @param codes in the order in which they are offered
 */
public record CodeSet(String key, String label, Standing standing, List<Code> codes) {

    /** Those that may be chosen on a day. */
    public List<Code> current(LocalDate day) {
        return codes.stream().filter(code -> code.validity().holdsOn(day)).toList();
    }

    /** The newest entry for a code, current or ended. */
    public Optional<Code> find(String code) {
        return codes.stream().filter(each -> each.code().equals(code)).reduce((first, second) -> second);
    }

    /** What to show for a code; the code itself when a record made with another pack carries one unknown here. */
    public String label(String code) {
        return find(code).map(Code::label).orElse(code);
    }

    public boolean isCurrent(String code, LocalDate day) {
        return current(day).stream().anyMatch(each -> each.code().equals(code));
    }

    static CodeSet read(Entry entry) {
        var codes = entry.rows("codes", Code::read);
        if (codes.isEmpty()) {
            entry.problem("a code set needs at least one code under 'codes'");
        }
        Rows.refuseDoubles(codes, Code::code, Code::validity, "code");
        return new CodeSet(
                entry.key("set"),
                entry.text("label"),
                Standing.read(entry),
                codes.stream().map(Row::value).toList());
    }
}
