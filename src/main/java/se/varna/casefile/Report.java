package se.varna.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varna.common.OwnId;

/** What was reported, in the reporter's own words. Never changed: what comes later is {@link Information}. */
@Entity
@Table(name = "report")
public class Report extends OwnId<String> {

    /** The reporter's answers, as the form asks for them; only the description is required (R44). */
    public record Answers(
            String description,
            Instant occurredAt,
            Place place,
            Matter matter,
            String unit,
            String politicalQuestion,
            Set<Kind> kinds,
            Set<Indicator> indicators,
            String reachAt,
            boolean voicemailAllowed,
            boolean happenedBefore,
            String perpetrator,
            String impact,
            boolean evidenceSaved,
            boolean policeReported,
            String upcomingMeetings) {}

    @Id
    @Column(name = "case_number")
    private String caseNumber;

    private String description;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Enumerated(EnumType.STRING)
    private Place place;

    @Enumerated(EnumType.STRING)
    private Matter matter;

    private String unit;

    @Column(name = "political_question")
    private String politicalQuestion;

    private String[] kinds;

    private String[] indicators;

    @Column(name = "reach_at")
    private String reachAt;

    @Column(name = "voicemail_allowed")
    private boolean voicemailAllowed;

    @Column(name = "happened_before")
    private boolean happenedBefore;

    private String perpetrator;

    private String impact;

    @Column(name = "evidence_saved")
    private boolean evidenceSaved;

    @Column(name = "police_reported")
    private boolean policeReported;

    @Column(name = "upcoming_meetings")
    private String upcomingMeetings;

    protected Report() {}

    Report(String caseNumber, Answers answers) {
        this.caseNumber = caseNumber;
        this.description = answers.description();
        this.occurredAt = answers.occurredAt();
        this.place = answers.place();
        this.matter = answers.matter();
        this.unit = answers.unit();
        this.politicalQuestion = answers.politicalQuestion();
        this.kinds = answers.kinds().stream().map(Enum::name).toArray(String[]::new);
        this.indicators = answers.indicators().stream().map(Enum::name).toArray(String[]::new);
        this.reachAt = answers.reachAt();
        this.voicemailAllowed = answers.voicemailAllowed();
        this.happenedBefore = answers.happenedBefore();
        this.perpetrator = answers.perpetrator();
        this.impact = answers.impact();
        this.evidenceSaved = answers.evidenceSaved();
        this.policeReported = answers.policeReported();
        this.upcomingMeetings = answers.upcomingMeetings();
    }

    /** The answers as they were given. */
    public Answers answers() {
        return new Answers(
                description,
                occurredAt,
                place,
                matter,
                unit,
                politicalQuestion,
                values(kinds, Kind.class),
                values(indicators, Indicator.class),
                reachAt,
                voicemailAllowed,
                happenedBefore,
                perpetrator,
                impact,
                evidenceSaved,
                policeReported,
                upcomingMeetings);
    }

    private static <E extends Enum<E>> Set<E> values(String[] names, Class<E> type) {
        return Stream.of(names)
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
