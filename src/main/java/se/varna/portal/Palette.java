package se.varna.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours that pages are painted with, by name, and whether what is painted can be read: WCAG 2.2 asks for a contrast
 * of 4.5 for text and of 3 for what shows where a field or the focus is (1.4.3, 1.4.11).
 */
record Palette(Map<String, String> colours) {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6});");
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    /** What lies on what, and how well it must stand out. */
    private record Pair(String front, String back, double least) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("text", "page", TEXT),
            new Pair("text", "surface", TEXT),
            new Pair("text", "warm", TEXT),
            new Pair("text", "good", TEXT),
            new Pair("text", "danger-surface", TEXT),
            new Pair("muted", "page", TEXT),
            new Pair("muted", "surface", TEXT),
            new Pair("link", "page", TEXT),
            new Pair("link", "surface", TEXT),
            new Pair("link", "warm", TEXT),
            new Pair("link", "good", TEXT),
            new Pair("on-action", "action", TEXT),
            new Pair("on-action", "action-hover", TEXT),
            new Pair("quiet-text", "quiet", TEXT),
            new Pair("danger", "danger-surface", TEXT),
            new Pair("danger", "page", TEXT),
            new Pair("danger", "surface", TEXT),
            new Pair("field-line", "surface", SHAPE),
            new Pair("field-line", "page", SHAPE),
            new Pair("action", "page", SHAPE),
            new Pair("action", "surface", SHAPE),
            new Pair("focus", "page", SHAPE),
            new Pair("focus", "surface", SHAPE));

    /** Something that cannot be painted so: a key of {@code startup.design.*}, and what its sentence names. */
    record Fault(String key, List<String> args) {}

    /** The colours of a part of a style sheet. */
    static Palette of(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher found = COLOUR.matcher(css);
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        return new Palette(colours);
    }

    /** Names that there are not, and values that are no colours. */
    List<Fault> faultsOf(Map<String, String> own) {
        List<Fault> faults = new ArrayList<>();
        own.forEach((name, colour) -> {
            if (!colours.containsKey(name)) {
                faults.add(new Fault("unknown", List.of(name, String.join(", ", colours.keySet()))));
            } else if (!HEX.matcher(colour).matches()) {
                faults.add(new Fault("notAColour", List.of(name, colour)));
            }
        });
        return faults;
    }

    /** With some colours changed. */
    Palette with(Map<String, String> own) {
        Map<String, String> changed = new LinkedHashMap<>(colours);
        own.forEach((name, colour) -> changed.put(name, colour.toLowerCase(Locale.ROOT)));
        return new Palette(changed);
    }

    /** What would be hard to read or to see. */
    List<Fault> faint() {
        return PAIRS.stream()
                .filter(pair -> contrast(pair) < pair.least())
                .map(pair -> new Fault(
                        "faint",
                        List.of(
                                pair.front(),
                                pair.back(),
                                String.format(Locale.ROOT, "%.2f", contrast(pair)),
                                String.valueOf(pair.least()))))
                .toList();
    }

    private double contrast(Pair pair) {
        double front = luminance(colours.get(pair.front()));
        double back = luminance(colours.get(pair.back()));
        return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(String colour) {
        return 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
    }

    private static double light(String colour, int from) {
        double share = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
