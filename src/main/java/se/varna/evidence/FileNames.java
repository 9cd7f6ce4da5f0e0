package se.varna.evidence;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files, as they come from other people's computers and as they go out again. */
public final class FileNames {

    private static final int LONGEST = 200;

    /** Ends of lines, and signs that cannot be seen: some turn the direction of what follows, and hide an ending. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private static final String NAMELESS = "fil";

    private FileNames() {}

    /** The name without path and unseen signs, and not longer than can be kept; its ending stays. */
    public static String clean(String given) {
        String name = UNSEEN.matcher(given == null ? "" : given).replaceAll("");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (name.replace(".", "").isBlank()) {
            return NAMELESS;
        }
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - ending.length()) + ending;
    }

    /** The name in letters that every program can read: ä becomes a, what has no such letter becomes _. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9. _()-]", "_");
    }
}
