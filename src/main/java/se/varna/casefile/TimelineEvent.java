package se.varna.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import se.varna.directory.Owner;

/** Something that happened in a case: who did it, when, and what. Only ever added. */
@Entity
@Table(name = "timeline_event")
public class TimelineEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String actor;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    private String[] details;

    private String text;

    protected TimelineEvent() {}

    TimelineEvent(String caseNumber, Instant at, String actor, EventKind kind, String[] details, String text) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.actor = actor;
        this.kind = kind;
        this.details = details;
        this.text = text;
    }

    /** Details that name functions, each by its kind and its unit as others know it, and after them other codes. */
    public static String[] naming(List<Owner> functions, String... codes) {
        Stream<String> named = functions.stream()
                .flatMap(owner -> Stream.of(owner.function().name(), String.valueOf(owner.publicUnit())));
        return Stream.concat(named, Stream.of(codes)).toArray(String[]::new);
    }

    String caseNumber() {
        return caseNumber;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who did it, or null when the application did. */
    public String actor() {
        return actor;
    }

    public EventKind kind() {
        return kind;
    }

    /** Codes that the sentence names: levels, units, dates. */
    public List<String> details() {
        return List.of(details);
    }

    /** What a person wrote, or null. */
    public String text() {
        return text;
    }
}
