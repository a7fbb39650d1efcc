package uk.sightline.shell;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.govuk.NavItem;

/** The entries of the service navigation: those that the person's posts can use, in the order of a working day. */
@Component
class Navigation {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("My work", "/work"),
            new Entry("Front door", "/front-door", Action.DECIDE_REFERRAL),
            new Entry("Cohort", "/cohort", Action.DECIDE_DRAM),
            new Entry("Find a person", "/people", Action.CREATE_PERSON, Action.CHANGE),
            new Entry("Duplicates", "/duplicates", Action.CREATE_PERSON, Action.CHANGE),
            new Entry("Referrals", "/referrals", Action.REFER, Action.PHONE_REFERRAL),
            new Entry("Nothing lost", "/proof", Action.PROVE_NOTHING_LOST),
            new Entry("Reviews", "/access/reviews", Action.REVIEW_BREAK_GLASS),
            new Entry("Alarms", "/access/alarms", Action.WATCH_AUDIT),
            new Entry("Who did what", "/audit", Action.WATCH_AUDIT),
            new Entry("E-mail not sent", "/messages", Action.ADMINISTER),
            new Entry("People who use Sightline", "/administer", Action.ADMINISTER));

    private final Access access;

    Navigation(Access access) {
        this.access = access;
    }

    List<NavItem> entries(String path) {
        var may = access.actions();
        List<NavItem> items = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            if (entry.needs().isEmpty() || entry.needs().stream().anyMatch(may::contains)) {
                items.add(new NavItem(entry.text(), entry.href(), path.startsWith(entry.href()), null));
            }
        }
        return items;
    }

    private record Entry(String text, String href, List<Action> needs) {
        Entry(String text, String href, Action... needs) {
            this(text, href, List.of(needs));
        }
    }
}
