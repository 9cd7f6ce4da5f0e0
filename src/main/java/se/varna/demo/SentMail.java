package se.varna.demo;

import java.util.List;

/** What the demo has sent by mail. */
@FunctionalInterface
public interface SentMail {

    /** A mail as its reader sees it. */
    record Letter(String to, String subject, String text) {}

    /**
     * @param address whose mail; nobody is shown another's, since it holds case numbers
     * @param limit how many at most, the newest first
     */
    List<Letter> newestTo(String address, int limit);
}
