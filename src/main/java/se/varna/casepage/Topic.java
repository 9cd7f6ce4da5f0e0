package se.varna.casepage;

import java.util.List;

/** What events of a case are about, to look at some of them alone. An event's kind says it by its first word. */
enum Topic {
    OWNERSHIP(
            "RESPONSIBILITY",
            "HELD",
            "QUESTION",
            "SETTLEMENT",
            "CASE",
            "CONSULTATION",
            "DISPUTE",
            "INFORMED",
            "ADVICE",
            "RECUSED",
            "ACTS",
            "PARTS",
            "REPETITION"),
    CONTACT("CONTACT", "INFORMATION", "MESSAGE", "ALERT", "ON", "RECEIPT", "REPORTED", "ASKED", "ANSWER"),
    ASSESSMENT("LEVEL", "ASSESSED", "ASSESSMENT", "DEADLINE"),
    POLICE("POLICE", "MAIL"),
    MEASURES("MEASURE"),
    PLANNED("PLANNED"),
    FOLLOW_UP("FOLLOW", "FOLLOWED", "CLOSED", "REOPENED"),
    OTHER;

    private final List<String> words;

    Topic(String... words) {
        this.words = List.of(words);
    }

    static Topic of(String kind) {
        String word = kind.split("_")[0];
        for (Topic topic : values()) {
            if (topic.words.contains(word)) {
                return topic;
            }
        }
        return OTHER;
    }
}
