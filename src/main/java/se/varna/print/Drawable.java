package se.varna.print;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Words as a PDF can draw them. A sign that the font lacks, or that cannot be seen, is written as its number in Unicode,
 * {@code [U+1F52A]}: so nothing that somebody has written is lost, and nothing hides between the lines.
 */
final class Drawable {

    private final IntPredicate inFont;

    /** @param inFont whether the font can draw the sign */
    Drawable(IntPredicate inFont) {
        this.inFont = inFont;
    }

    String of(String text) {
        StringBuilder drawn = new StringBuilder();
        // The font has letters with their accents as one sign, which looks better than two.
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(sign -> {
            if (isDrawn(sign)) {
                drawn.appendCodePoint(sign);
            } else {
                drawn.append(String.format(Locale.ROOT, "[U+%04X]", sign));
            }
        });
        return drawn.toString();
    }

    private boolean isDrawn(int sign) {
        if (sign == '\n' || sign == '\t' || sign == '\r') {
            return true;
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> inFont.test(sign);
        };
    }
}
