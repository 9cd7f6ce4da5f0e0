package se.varna.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.varna.common.Language;

/**
 * The pages to read: those that ship, and those of the city, which take their places or take them away. The Swedish page
 * decides whether there is one; the English is a translation of it, so the city's own Swedish page is never shown with
 * the English that ships.
 */
@Component
public class Readings {

    /** What a page may be called. */
    static final String NAME = "[a-z0-9][a-z0-9-]{0,59}";

    private static final String SWEDISH = "sv";
    private static final String ENGLISH = "en";

    private final Map<String, ReadingPage> shippedSwedish = shipped(SWEDISH);
    private final Map<String, ReadingPage> shippedEnglish = shipped(ENGLISH);
    private final PageFolder folder;

    /** @param directory the city's own pages; empty for none */
    Readings(@Value("${varna.reading.directory}") String directory) {
        this.folder = new PageFolder(directory.isBlank() ? null : Path.of(directory));
    }

    /** The pages that are listed, in their order. */
    public List<ReadingPage> listed(Locale language) {
        return pages(language).values().stream()
                .filter(ReadingPage::listed)
                .sorted(Comparator.comparingInt(ReadingPage::order).thenComparing(ReadingPage::title))
                .toList();
    }

    /** The page of that name, in Swedish when there is no translation. */
    public Optional<ReadingPage> page(String name, Locale language) {
        return Optional.ofNullable(pages(language).get(name));
    }

    private Map<String, ReadingPage> pages(Locale language) {
        Map<String, Optional<ReadingPage>> citysSwedish = folder.pages(SWEDISH);
        Map<String, ReadingPage> pages = new HashMap<>(shippedSwedish);
        citysSwedish.forEach((name, page) -> pages.put(name, page.orElse(null)));
        pages.values().removeIf(Objects::isNull);
        if (Language.ENGLISH.equals(language)) {
            Map<String, ReadingPage> english = new HashMap<>(shippedEnglish);
            english.keySet().removeAll(citysSwedish.keySet());
            folder.pages(ENGLISH).forEach((name, page) -> page.ifPresent(its -> english.put(name, its)));
            pages.replaceAll((name, page) -> english.getOrDefault(name, page));
        }
        return pages;
    }

    private static Map<String, ReadingPage> shipped(String language) {
        Map<String, ReadingPage> pages = new HashMap<>();
        try {
            Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:reading/" + language + "/*.md"))
                    .map(file -> MarkdownPage.read(name(file), language, text(file)))
                    .forEach(page -> pages.put(page.name(), page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static String name(Resource file) {
        return file.getFilename().replaceFirst("\\.md$", "");
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
