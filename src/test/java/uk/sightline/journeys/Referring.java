package uk.sightline.journeys;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of the referral form, as somebody fills them in who knows only what a school knows. */
final class Referring {

    private static final Pattern DRAFT = Pattern.compile("(/marf/[0-9a-f-]{36}).*");
    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{7}");

    private final Visitor visitor;
    private String draft = "";

    Referring(Visitor visitor) {
        this.visitor = visitor;
    }

    Referring begin(String about) {
        return begin("/marf/new", about);
    }

    Referring beginByPhone(String about) {
        return begin("/marf/new?phone", about);
    }

    private Referring begin(String path, String about) {
        visitor.open(path).pick("danger", "no").pick("about", about).press("Continue");
        Matcher at = DRAFT.matcher(visitor.path());
        if (!at.matches()) {
            throw new AssertionError("Not in a draft: " + visitor.path());
        }
        draft = at.group(1);
        return this;
    }

    String draft() {
        return draft;
    }

    Referring open(String section) {
        visitor.open(draft + "/" + section);
        return this;
    }

    /** Fills the page a visitor is at with a person. */
    Referring person(String name, String birth, String postcode) {
        visitor.type("name", name).type("birth", birth).pick("sex", "2").from("ethnicity", "NOBT");
        visitor.type("address", "1 Invented Row").type("postcode", postcode).pick("disabilities", "NONE");
        return this;
    }

    Referring happened(String facts, String words) {
        open("happened");
        visitor.type("facts", facts).type("when", "for about a month").type("where", "near the school gate");
        visitor.pick("source", "told-by-child").type("ownWords", words).press("Save and continue");
        return this;
    }

    Referring worry(String worry) {
        open("worry");
        visitor.type("worry", worry).press("Save and continue");
        return this;
    }

    Referring exploitation(String strand) {
        open("exploitation");
        visitor.pick("strands", strand).press("Save and continue");
        return this;
    }

    Referring level(String level, String why) {
        open("level");
        visitor.pick("level", level).type("why", why).press("Save and continue");
        return this;
    }

    /** Sends it, and gives the receipt number. */
    String send() {
        open("check");
        visitor.pick("accurate", "yes")
                .pick("notice", "yes")
                .pick("feedback", "portal")
                .press("Send");
        Matcher receipt = RECEIPT.matcher(visitor.page().locator("main").innerText());
        if (!receipt.find()) {
            throw new AssertionError("No receipt number at " + visitor.path());
        }
        return receipt.group();
    }
}
