package uk.sightline.journeys;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of the referral form, one after the other, as somebody fills them in who knows only what a school knows. */
final class Referring {

    private static final Pattern DRAFT = Pattern.compile("(/marf/[0-9a-f-]{36}).*");
    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{7}");

    private final Visitor visitor;
    private String draft = "";

    Referring(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Begins with the link that the visitor finds on the page of referrals. */
    Referring begin(String link, String danger, String about) {
        visitor.follow(link).pick("danger", danger).pick("about", about).press("Continue");
        Matcher at = DRAFT.matcher(visitor.path());
        if (!at.matches()) {
            throw new AssertionError("Not in a draft: " + visitor.path());
        }
        draft = at.group(1);
        return this;
    }

    Referring begin(String about) {
        visitor.open("/referrals");
        return begin("Make a referral", "no", about);
    }

    String draft() {
        return draft;
    }

    Visitor open(String section) {
        return visitor.open(draft + "/" + section);
    }

    Visitor taskList() {
        return visitor.open(draft);
    }

    Referring task(String title) {
        taskList().followExactly(title);
        return this;
    }

    /** Everything a school has to answer, from the first page that waits to the last look. */
    Referring whole(String name, String birth) {
        visitor.press("Carry on");
        return fromPerson(name, birth);
    }

    Referring fromPerson(String name, String birth) {
        return throughSigns(name, birth)
                .level("4", "She owes money to an adult who threatens her.")
                .consentOfParents("no-unsafe", "Her brother is a friend of the man.", "not-sought");
    }

    Referring upToLevel(String name, String birth) {
        visitor.press("Carry on");
        return throughSigns(name, birth);
    }

    private Referring throughSigns(String name, String birth) {
        return person(name, birth)
                .happened(
                        "A man waits for her in a car most days. She has two new telephones.", "He said I owe him now")
                .worry("That she is made to carry drugs to pay what he says she owes.")
                .exploitation("CCE")
                .signs("D3-04")
                .assessmentOfOneSide();
    }

    Referring person(String name, String birth) {
        at("/people/").type("name", name);
        visitor.type("birth", birth).pick("sex", "2").from("ethnicity", "NOBT");
        visitor.type("address", "1 Invented Row").type("postcode", "BD3 9CK").pick("disabilities", "NONE");
        return saved();
    }

    Referring happened(String facts, String words) {
        at("/happened").type("facts", facts);
        visitor.type("when", "for about a month").type("where", "near home");
        visitor.pick("source", "told-by-child").type("ownWords", words);
        return saved();
    }

    Referring worry(String worry) {
        at("/worry").type("worry", worry);
        return saved();
    }

    Referring exploitation(String strand) {
        at("/exploitation").pick("strands", strand);
        return saved();
    }

    Referring signs(String sign) {
        at("/signs").pick("signs", sign);
        return saved();
    }

    /** As little as a school can say: the side of life that the signs have ticked already, as it stands. */
    Referring assessmentOfOneSide() {
        if (visitor.path().endsWith("/level")) {
            return this;
        }
        at("/assessment").pick("partial", "one-side").picture("assessment-sides");
        saved();
        at("/assessment/D3");
        return saved();
    }

    Referring level(String level, String why) {
        at("/level").pick("level", level).type("why", why);
        return saved();
    }

    Referring consentOfParents(String informed, String whyNot, String sharing) {
        at("/consent").pick("parentInformed", informed).type("whyNotInformed", whyNot);
        visitor.pick("sharing", sharing).pick("childView", "yes");
        return saved();
    }

    Referring saved() {
        visitor.picture("form-" + visitor.path().split("/")[3]).press("Save and continue");
        return this;
    }

    /** Sends it, and gives the receipt number. */
    String send() {
        at("/check").pick("accurate", "yes");
        visitor.pick("notice", "yes").pick("feedback", "portal").press("Send");
        return receipt(visitor);
    }

    static String receipt(Visitor visitor) {
        Matcher receipt = RECEIPT.matcher(visitor.page().locator("main").innerText());
        if (!receipt.find()) {
            throw new AssertionError("No receipt number at " + visitor.path());
        }
        return receipt.group();
    }

    Visitor at(String section) {
        return visitor.isAt(draft + section);
    }
}
