package uk.sightline.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name a stored file is shown and downloaded under. It can do no harm on anyone's disk or screen: no folders, no
 * characters that hide or reverse its end, no name that Windows keeps for devices.
 */
final class FileName {
    /** Of the whole name, extension included. */
    public static final int MOST_CHARACTERS = 120;

    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,8})\\s*$");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern UNSAFE = Pattern.compile("[<>:\"|?*%;]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private FileName() {}

    /**
     * A safe name with the extension of what the file truly is; "file" where nothing of the name is left.
     *
     * @param declared as the browser sent it
     */
    public static String clean(String declared, FileType type) {
        String name = seen(declared);
        String stem = edges(withoutExtension(name, type));
        if (stem.isEmpty()) {
            stem = "file";
        } else if (DEVICE.matcher(stem).matches()) {
            stem = "file " + stem;
        }
        return cut(stem, MOST_CHARACTERS - 1 - type.extension().length()) + "." + type.extension();
    }

    /** As it may be shown in a message about a file that was not taken, of whatever kind it is. */
    static String shown(String declared) {
        String name = cut(edges(seen(declared)), MOST_CHARACTERS);
        return name.isEmpty() ? "The file" : name;
    }

    /** In lower case, without its dot; empty where there is none. */
    static String extension(String declared) {
        var found = EXTENSION.matcher(seen(declared));
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static String seen(String declared) {
        String name = Normalizer.normalize(UNSEEN.matcher(declared).replaceAll(""), Normalizer.Form.NFC);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return SPACES.matcher(UNSAFE.matcher(last).replaceAll(" ")).replaceAll(" ");
    }

    private static String withoutExtension(String name, FileType type) {
        return FileType.byExtension(extension(name))
                        .filter(declared -> agrees(declared, type))
                        .isPresent()
                ? EXTENSION.matcher(name).replaceFirst("")
                : name;
    }

    private static boolean agrees(FileType declared, FileType type) {
        return declared == type || declared.isImage() && type.isImage();
    }

    private static String edges(String stem) {
        return EDGES.matcher(stem).replaceAll("");
    }

    private static String cut(String stem, int most) {
        if (stem.length() <= most) {
            return stem;
        }
        int end = Character.isHighSurrogate(stem.charAt(most - 1)) ? most - 1 : most;
        return edges(stem.substring(0, end));
    }
}
