package se.varna.reporting.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions of a report, in their order and one on each page; two of them must be answered (R44). */
enum Question {
    EXPOSED("whom", "exposedListed", "exposedOther"),
    REACH("reachAt"),
    VOICEMAIL("voicemailAllowed"),
    WHAT("description", "acuteDanger", "kinds"),
    WHEN("occurredOn", "occurredTime"),
    WHERE("place"),
    MATTER("matter", "unit"),
    POLITICS("politicalQuestion", "movedToCouncil"),
    BEFORE("happenedBefore"),
    WHO("perpetrator"),
    MENTIONED("indicators"),
    IMPACT("impact"),
    EVIDENCE("evidenceSaved"),
    POLICE("policeReported"),
    MEETINGS("upcomingMeetings"),
    PARTY("partyMayBeContacted");

    private final List<String> fields;

    Question(String... fields) {
        this.fields = List.of(fields);
    }

    static Optional<Question> numbered(String number) {
        return Stream.of(values())
                .filter(each -> String.valueOf(each.number()).equals(number))
                .findFirst();
    }

    /** The question to which the field belongs. */
    static Question asking(String field) {
        return Stream.of(values())
                .filter(each -> each.fields.contains(field))
                .findFirst()
                .orElseThrow();
    }

    /** What it is called in addresses, which tell nothing. */
    public int number() {
        return ordinal() + 1;
    }

    List<String> fields() {
        return fields;
    }

    public boolean isRequired() {
        return this == EXPOSED || this == WHAT;
    }

    /** Whether enough has been asked to send the report from here: two minutes means two minutes. */
    public boolean maySend() {
        return compareTo(WHAT) >= 0;
    }
}
