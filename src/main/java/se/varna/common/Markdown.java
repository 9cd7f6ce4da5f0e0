package se.varna.common;

import java.util.stream.Collectors;

/** Puts people's words into the Markdown of a form so that they stand there as they were written and do nothing. */
public final class Markdown {

    private Markdown() {}

    /** Every character that Markdown, HTML or the forms' own templates could take for a command is written as itself. */
    public static String plain(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point < 128 && !Character.isLetterOrDigit(point) && point != ' ' && point != '\n') {
                escaped.append("&#").append(point).append(';');
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    /** The text as a quotation, line by line. */
    public static String quote(String text) {
        return plain(text).lines().map(line -> "> " + line).collect(Collectors.joining("\n>\n"));
    }
}
