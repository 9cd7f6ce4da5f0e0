package se.varna.common;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The language that a person reads in just now. Swedish, except on the pages that are written in both languages, for the
 * one who has chosen English there: what is stored, mailed, or read by officers is always Swedish.
 */
public final class Language {

    public static final Locale SWEDISH = new Locale("sv", "SE");
    public static final Locale ENGLISH = Locale.UK;

    /** Told from what the browser prefers, which counts for nothing here. */
    private record Chosen(Locale getLocale) implements LocaleContext {}

    private Language() {}

    public static Locale current() {
        return LocaleContextHolder.getLocaleContext() instanceof Chosen chosen ? chosen.getLocale() : SWEDISH;
    }

    /** What the rest of this request is answered in. */
    public static void use(Locale language) {
        LocaleContextHolder.setLocaleContext(new Chosen(language));
    }
}
