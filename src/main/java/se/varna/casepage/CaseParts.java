package se.varna.casepage;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.varna.access.Part;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.web.SwedishTime;
import se.varna.responsibility.NamedFunction;

/**
 * The parts of a case that can be handed over or kept back, as far as the reader sees them. What is kept back is null, or
 * not in its list, and {@code withheld} says so: never silently.
 *
 * @param reportedBy who reported it, by name; null when that is somebody else whom the reader may not know of
 * @param timeline what has happened; what somebody wrote with it only where that is open
 */
record CaseParts(
        String phone,
        String reportedBy,
        Answers report,
        List<Information> information,
        List<CaseEvidence> evidence,
        List<CaseMessage> messages,
        List<PoliceStep> police,
        List<Note> notes,
        List<Event> timeline,
        List<Withheld> withheld) {

    /** What is said where something of the part is kept back; null when nothing is. */
    public String withheldOf(String part) {
        return withheld.stream()
                .filter(each -> each.part().name().equals(part))
                .map(Withheld::said)
                .findFirst()
                .orElse(null);
    }

    /** The same, with each sentence once: the parts that it is said of. */
    public Map<String, List<Part>> withheldTogether() {
        return withheld.stream()
                .collect(Collectors.groupingBy(
                        Withheld::said, LinkedHashMap::new, Collectors.mapping(Withheld::part, Collectors.toList())));
    }

    /** The report, without the parts in {@code withheld}. */
    record Answers(
            String description,
            @SwedishTime Instant occurredAt,
            Place place,
            Matter matter,
            String unit,
            String politicalQuestion,
            Set<Kind> kinds,
            Set<Indicator> indicators,
            String reachAt,
            Boolean voicemailAllowed,
            Boolean happenedBefore,
            String perpetrator,
            String impact,
            Boolean evidenceSaved,
            Boolean policeReported,
            String upcomingMeetings,
            List<Part> withheld) {

        /** Whether anything that happened can be read in it; how to reach the exposed person is not. */
        public boolean tells() {
            return !withheld.containsAll(EnumSet.of(Part.DESCRIPTION, Part.PERSONS, Part.EVIDENCE, Part.POLICE));
        }

        public boolean keepsBack(String part) {
            return withheld.contains(Part.valueOf(part));
        }
    }

    record Information(@SwedishTime Instant at, String by, String text, Set<Indicator> indicators) {}

    /** A step of a referral to the police, as a Swedish sentence; {@code by} is null when the application took it. */
    record PoliceStep(
            @SwedishTime Instant at, String by, String sentence, String note, @SwedishTime Instant nextCheckAt) {}

    record Note(@SwedishTime Instant at, String by, String text) {}

    /** Something that happened, as a Swedish sentence; {@code by} is null when the application did it. */
    record Event(@SwedishTime Instant at, String kind, String sentence, String by, String text) {

        public Topic topic() {
            return Topic.of(kind);
        }
    }

    /**
     * A part of which something is kept back.
     *
     * @param by those who hold it back, and can hand it over
     * @param said that, in Swedish
     */
    record Withheld(Part part, List<NamedFunction> by, String said) {}
}
