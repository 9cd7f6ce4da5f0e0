package se.varna.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The city's own pages, {@code <language>/<name>.md}. A file is read when somebody asks, and anew when it has changed. */
final class PageFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PageFolder.class);

    private static final String ENDING = ".md";

    /** Longer than any page that is read to its end. */
    private static final long LONGEST = 200_000;

    /** What a file held when it had that time and that length; no page when it could not be read or says nothing. */
    private record Kept(FileTime time, long size, Optional<ReadingPage> page) {}

    private final Path directory;
    private final Map<Path, Kept> read = new ConcurrentHashMap<>();

    /** @param directory null for none */
    PageFolder(Path directory) {
        this.directory = directory;
    }

    /** The pages that there are now; one whose file says nothing is there without a page. */
    Map<String, Optional<ReadingPage>> pages(String language) {
        Map<String, Optional<ReadingPage>> pages = new HashMap<>();
        if (directory == null || !Files.isDirectory(directory.resolve(language))) {
            return pages;
        }
        try (Stream<Path> files = Files.list(directory.resolve(language))) {
            files.filter(file -> name(file).matches(Readings.NAME))
                    .forEach(file -> page(file, language).ifPresent(kept -> pages.put(name(file), kept.page())));
        } catch (IOException e) {
            LOG.warn(
                    "The directory of pages to read cannot be listed: {}",
                    e.getClass().getSimpleName());
        }
        return pages;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    }

    /** Nothing for a file that is none of the city's pages: then the page that ships stands. */
    private Optional<Kept> page(Path file, String language) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Kept before = read.get(file);
            if (before != null && before.time().equals(now.lastModifiedTime()) && before.size() == now.size()) {
                return Optional.of(before);
            }
            if (!now.isRegularFile() || now.size() > LONGEST) {
                LOG.warn("{} is no page to read: a link, a directory or too long", file.getFileName());
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Kept kept = new Kept(
                    now.lastModifiedTime(),
                    now.size(),
                    Optional.ofNullable(MarkdownPage.read(name(file), language, text)));
            read.put(file, kept);
            return Optional.of(kept);
        } catch (IOException e) {
            // Also what is not in UTF-8.
            LOG.warn("{} cannot be read: {}", file.getFileName(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
