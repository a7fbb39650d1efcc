package uk.sightline.marf;

import java.util.List;
import uk.sightline.govuk.FieldErrors;

/**
 * One page of the form: what it asks, and what must be answered. Its template has the page's key as its name; what it
 * becomes in the referral is a method of each page's own.
 */
interface Section {

    /** In addresses, in the draft and as the template's name. */
    String key();

    String title();

    /** What the page asks in this draft, in its order. */
    List<Field> fields(Filling filling);

    /** Adds what is wrong or missing. */
    void check(Answers answers, Filling filling, FieldErrors.Builder wrong);

    /** Whether this draft has the page at all. */
    default boolean asked(Filling filling) {
        return true;
    }

    /** Whether a referral is whole without it. */
    default boolean optional(Filling filling) {
        return false;
    }

    /** Whether it comes once for each of several people. */
    default boolean repeated() {
        return false;
    }

    default String template() {
        return key();
    }

    /** What is kept of what was typed: what is decided elsewhere outlives a change of this page. */
    default Answers kept(Answers typed, Filling filling) {
        return typed;
    }

    /** What the page says when it is opened or read through: what was typed, and what other pages say already. */
    default Answers shown(Answers typed, Filling filling) {
        return typed;
    }

    /** What is read through before it is sent: without what these answers leave aside. */
    default List<Field> told(Answers answers, Filling filling) {
        return fields(filling);
    }

    default FieldErrors errors(Answers answers, Filling filling) {
        FieldErrors.Builder wrong = FieldErrors.builder();
        Basics.check(answers, fields(filling), filling, wrong);
        check(answers, filling, wrong);
        return wrong.build();
    }
}
