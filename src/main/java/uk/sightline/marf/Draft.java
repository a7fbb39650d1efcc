package uk.sightline.marf;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.Receipt;

/**
 * A referral that is being filled in: one sheet for each page, in the order in which they were begun. Pages that come
 * more than once (people, family) have the page's key, a stroke and an id.
 *
 * @param place the sheet that was open last
 * @param purgeAt when it goes, unless it is changed before; null while a call waits to be written up
 * @param receipt once it has been sent; nothing changes from then on
 */
record Draft(
        UUID id,
        UUID owner,
        Channel channel,
        Map<String, Sheet> sheets,
        @Nullable String place,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant purgeAt,
        @Nullable Receipt receipt) {

    static final String ABOUT_ADULT = "adult";
    static final String ABOUT_UNBORN = "unborn";

    /**
     * One page's answers.
     *
     * @param version counts its changes, so that two windows do not overwrite each other
     * @param done it was left with nothing wrong
     * @param window the page in a browser that saved it last, if one did
     */
    record Sheet(
            Answers answers,
            int version,
            boolean done,
            @Nullable UUID window) {
        static final Sheet BLANK = new Sheet(Answers.NONE, 0, false);

        Sheet(Answers answers, int version, boolean done) {
            this(answers, version, done, null);
        }

        Sheet next(Answers newAnswers, boolean nowDone) {
            return new Sheet(newAnswers, version + 1, nowDone);
        }

        Sheet savedBy(@Nullable UUID saver) {
            return new Sheet(answers, version, done, saver);
        }

        boolean isOf(@Nullable UUID asker) {
            return window != null && window.equals(asker);
        }
    }

    Sheet sheet(String key) {
        return sheets.getOrDefault(key, Sheet.BLANK);
    }

    Answers answers(String key) {
        return sheet(key).answers();
    }

    /** The keys of a page that comes more than once, in order. */
    List<String> entries(String section) {
        return sheets.keySet().stream()
                .filter(key -> key.startsWith(section + "/"))
                .toList();
    }

    boolean phone() {
        return channel == Channel.PHONE;
    }

    boolean sent() {
        return receipt != null;
    }

    String about() {
        return answers(OpeningSection.KEY).text("about");
    }

    boolean adult() {
        return about().equals(ABOUT_ADULT);
    }

    boolean unborn() {
        return about().equals(ABOUT_UNBORN);
    }

    /** The first name on the form, for lists of one's own drafts. */
    String title() {
        String names = String.join(
                ", ",
                entries(PersonSection.KEY).stream()
                        .map(key -> answers(key).text("name"))
                        .filter(name -> !name.isEmpty())
                        .toList());
        return names.isEmpty() ? "Nobody named yet" : names;
    }

    Draft with(String key, Sheet sheet) {
        Map<String, Sheet> next = new LinkedHashMap<>(sheets);
        next.put(key, sheet);
        return holding(next, place);
    }

    Draft without(String key) {
        Map<String, Sheet> next = new LinkedHashMap<>(sheets);
        if (next.remove(key) == null) {
            throw new NoSuchRecord();
        }
        return holding(next, null);
    }

    Draft at(String key) {
        return holding(sheets, key);
    }

    Draft touched(Instant at, @Nullable Instant purge) {
        return new Draft(id, owner, channel, sheets, place, createdAt, at, purge, receipt);
    }

    static String newEntry(String section) {
        return section + "/" + Ids.next();
    }

    private Draft holding(Map<String, Sheet> next, @Nullable String at) {
        return new Draft(id, owner, channel, next, at, createdAt, changedAt, purgeAt, receipt);
    }
}
