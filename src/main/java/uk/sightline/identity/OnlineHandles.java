package uk.sightline.identity;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accounts on platforms, kept as {@code platform:name}. Read from "snapchat: @name", "@name on Instagram",
 * "tiktok name" or a pasted address of the profile.
 */
final class OnlineHandles {

    private static final Map<String, String> ALSO_CALLED = Map.ofEntries(
            Map.entry("snap", "snapchat"),
            Map.entry("sc", "snapchat"),
            Map.entry("insta", "instagram"),
            Map.entry("ig", "instagram"),
            Map.entry("fb", "facebook"),
            Map.entry("tt", "tiktok"),
            Map.entry("twitter", "x"),
            Map.entry("yt", "youtube"),
            Map.entry("psn", "playstation"),
            Map.entry("wa", "whatsapp"),
            Map.entry("whats app", "whatsapp"),
            Map.entry("t.me", "telegram"),
            Map.entry("tik tok", "tiktok"));

    private static final String NAME = "@?([^\\s:/@]{1,64}(?:#\\d{4})?)";
    private static final String PLATFORM = "([A-Za-z][A-Za-z0-9.]{0,29}|tik tok|whats app)";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://)?(?:www\\.|m\\.)?([a-z]+)\\.(?:com|net|tv|org)/(?:add/|user/|in/|channel/)?" + NAME
                    + "/?(?:\\?.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLATFORM_FIRST =
            Pattern.compile(PLATFORM + "\\s*(?:[:\\-/]\\s*|\\s)" + NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_FIRST =
            Pattern.compile(NAME + "\\s*(?:\\(|on |@ )\\s*" + PLATFORM + "\\)?", Pattern.CASE_INSENSITIVE);

    private OnlineHandles() {}

    static Checked check(String tidied) {
        Matcher address = ADDRESS.matcher(tidied);
        if (address.matches()) {
            return valid(address.group(1), address.group(2));
        }
        Matcher nameFirst = NAME_FIRST.matcher(tidied);
        if (nameFirst.matches()) {
            return valid(nameFirst.group(2), nameFirst.group(1));
        }
        Matcher platformFirst = PLATFORM_FIRST.matcher(tidied);
        return platformFirst.matches()
                ? valid(platformFirst.group(1), platformFirst.group(2))
                : new Checked.Invalid("Give the platform and the name of the account, like \"snapchat: name123\".");
    }

    /** Equal for names that differ only in dots, underscores and look-alike characters. */
    static String lookAlikeKey(String normalised) {
        return normalised
                .replaceAll("[._\\-]", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l');
    }

    private static Checked valid(String platform, String name) {
        String said = platform.toLowerCase(Locale.ROOT);
        String known = ALSO_CALLED.getOrDefault(said, said);
        String account = name.toLowerCase(Locale.ROOT);
        return new Checked.Valid(known + ":" + account, account + " on " + known);
    }
}
