package se.varna.reading;

/**
 * One page to read, as it was written.
 *
 * @param name what it is called in addresses: the file's name
 * @param language {@code sv} or {@code en}: what it is written in, which need not be what was asked for
 * @param title its heading
 * @param summary one sentence about it, or empty
 * @param order its place among the others, lowest first
 * @param listed whether it stands among the pages to read, and not only as a part of another page
 * @param html its text, safe to show as it is
 */
public record ReadingPage(
        String name, String language, String title, String summary, int order, boolean listed, String html) {}
