package uk.sightline.marf;

import java.time.LocalDate;
import java.util.List;
import uk.sightline.reference.Code;
import uk.sightline.reference.PracticePack;

/** A draft, with what its pages are checked by: the practice pack and the day. */
record Filling(Draft draft, PracticePack pack, LocalDate today) {

    /** The codes of a list that may be chosen today; none when the pack has no such list. */
    List<Code> codes(String set) {
        return pack.codeSets().stream()
                .filter(each -> each.key().equals(set))
                .flatMap(each -> each.current(today).stream())
                .toList();
    }

    boolean chosen(Answers answers, String name, String set) {
        return codes(set).stream().anyMatch(code -> code.code().equals(answers.text(name)));
    }

    Answers of(Section section) {
        return draft.answers(section.key());
    }
}
