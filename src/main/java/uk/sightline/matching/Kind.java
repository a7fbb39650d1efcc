package uk.sightline.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of comparison, each with its levels from "different" to "the same". The chances that stand beside them are
 * what is usual where names and dates are typed by hand; they count until a model is estimated from the data, and lend a
 * small index their weight.
 */
public enum Kind {
    /** A given or a family name. */
    NAME(List.of(
            new Level("different", 0.03, 0.938),
            new Level("only an initial, the same", 0.01, 0.004),
            new Level("part of it is the same", 0.02, 0.01),
            new Level("similar spelling", 0.03, 0.02),
            new Level("sounds alike", 0.02, 0.006),
            new Level("short form or other form", 0.03, 0.004),
            new Level("one letter differs", 0.06, 0.008),
            new Level("the same", 0.8, 0.01))),

    /** Whether the given name of one is the family name of the other; nobody types it, {@link Schema} finds it. */
    NAME_ORDER(List.of(new Level("turned round", 0.02, 0.4), new Level("in the same order", 0.98, 0.6))),

    BIRTH_DATE(List.of(
            new Level("different", 0.01, 0.78),
            new Level("up to ten years apart", 0.005, 0.17),
            new Level("fits the age or the part that is known", 0.01, 0.02),
            new Level("up to a year apart", 0.01, 0.02),
            new Level("year, month and day each nearly the same", 0.01, 0.003),
            new Level("up to a month apart", 0.01, 0.002),
            new Level("one digit differs, or day and month changed places", 0.045, 0.004),
            new Level("the same", 0.9, 0.001))),

    ADDRESS(List.of(
            new Level("different", 0.15, 0.9),
            new Level("a word of it is the same", 0.1, 0.06),
            new Level("half of it is the same", 0.1, 0.025),
            new Level("nearly all of it is the same", 0.15, 0.01),
            new Level("the same", 0.5, 0.005))),

    POSTCODE(List.of(
            new Level("different", 0.15, 0.9),
            new Level("the same district", 0.08, 0.09),
            new Level("one character differs", 0.05, 0.005),
            new Level("the same", 0.72, 0.005))),

    /** A town or suburb, or any other text of few words. */
    PLACE(List.of(
            new Level("different", 0.12, 0.92),
            new Level("part of it is the same", 0.04, 0.02),
            new Level("similar spelling", 0.04, 0.01),
            new Level("one letter differs", 0.05, 0.01),
            new Level("the same", 0.75, 0.04))),

    EMAIL(List.of(
            new Level("different", 0.2, 0.9888),
            new Level("similar spelling", 0.05, 0.008),
            new Level("the same before the @", 0.03, 0.001),
            new Level("one or two letters differ", 0.07, 0.002),
            new Level("the same", 0.65, 0.0002))),

    PHONE(List.of(
            new Level("different", 0.3, 0.998),
            new Level("one digit differs", 0.05, 0.001),
            new Level("the same", 0.65, 0.001))),

    /** A number that belongs to one person; checked says that whoever issued it has confirmed it. */
    NUMBER(List.of(
            new Level("different, both checked", 0.001, 0.3),
            new Level("different", 0.03, 0.699899998),
            new Level("one character differs, or two changed places", 0.069, 0.0001),
            new Level("the same", 0.4, 0.000000001),
            new Level("the same, both checked", 0.5, 0.000000001))),

    /** A protected characteristic (Equality Act 2010 s.4): no evidence unless the partnership's pack says so. */
    PROTECTED(List.of(new Level("different", 0.02, 0.5), new Level("the same", 0.98, 0.5)));

    private final List<Level> levels;

    Kind(List<Level> levels) {
        this.levels = levels;
    }

    /** From "different" to "the same". */
    public List<Level> levels() {
        return levels;
    }

    /** What somebody typed or another system wrote, prepared; null when it says nothing. */
    public @Nullable Value read(String typed) {
        return switch (this) {
            case NAME, PLACE, PROTECTED, NAME_ORDER -> Words.of(typed);
            case BIRTH_DATE -> Dated.of(typed);
            case ADDRESS -> Located.of(typed);
            case POSTCODE, PHONE, NUMBER -> Coded.of(typed, false);
            case EMAIL -> Mailed.of(typed);
        };
    }

    /** Which level two values are at; the same whichever is named first. */
    public int level(Value one, Value other) {
        return switch (this) {
            case NAME -> ((Words) one).alike((Words) other).ordinal();
            case PLACE -> place((Words) one, (Words) other);
            case BIRTH_DATE -> ((Dated) one).alike((Dated) other).ordinal();
            case ADDRESS -> ((Located) one).alike((Located) other).ordinal();
            case POSTCODE -> postcode((Coded) one, (Coded) other);
            case EMAIL -> ((Mailed) one).alike((Mailed) other).ordinal();
            case PHONE -> one.isSame(other) ? 2 : ((Coded) one).isOneMistakeFrom((Coded) other) ? 1 : 0;
            case NUMBER -> number((Coded) one, (Coded) other);
            case PROTECTED -> one.isSame(other) ? 1 : 0;
            case NAME_ORDER -> throw new IllegalArgumentException("the order of names has no values");
        };
    }

    /** Whether a value that many share weighs less than one that few do. */
    boolean weighsByValue() {
        return this != NAME_ORDER && this != PROTECTED;
    }

    /** From which level on the two values are the same. */
    int sameFrom() {
        return this == NUMBER ? 3 : levels.size() - 1;
    }

    private static int place(Words one, Words other) {
        return switch (one.alike(other)) {
            case DIFFERENT, INITIAL -> 0;
            case PART -> 1;
            case CLOSE, SOUND, OTHER_FORM -> 2;
            case ONE_LETTER -> 3;
            case SAME -> 4;
        };
    }

    private static int postcode(Coded one, Coded other) {
        if (one.isSame(other)) {
            return 3;
        }
        return one.isOneMistakeFrom(other) ? 2 : one.district().equals(other.district()) ? 1 : 0;
    }

    private static int number(Coded one, Coded other) {
        boolean checked = one.isChecked() && other.isChecked();
        if (one.isSame(other)) {
            return checked ? 4 : 3;
        }
        return one.isOneMistakeFrom(other) ? 2 : checked ? 0 : 1;
    }
}
