package se.varna.measures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import se.varna.casefile.EventKind;

/** One step of a measure: who took it, when, why, and how the measure stood after it. Only ever added. */
@Entity
@Table(name = "measure_entry")
public class MeasureEntry {

    /** What was done. */
    public enum Step {
        PROPOSED,
        PROPOSED_ACUTE,
        REJECTED,
        APPROVED,
        ORDERED,
        ABANDONED,
        IN_FORCE,
        /** The application: it must be decided upon because the case has been assessed. */
        CALLED_ASSESSED,
        CALLED_LEVEL_DROPPED,
        CALLED_CASE_CLOSING,
        REVIEW_REMINDED,
        REVIEW_OVERDUE,
        EXTENDED,
        CHANGED,
        ENDED;

        /** The same on the case's timeline. */
        public EventKind event() {
            return EventKind.valueOf("MEASURE_" + name());
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID measure;

    private Instant at;

    private String person;

    @Enumerated(EnumType.STRING)
    private Step step;

    @Enumerated(EnumType.STRING)
    private Measure.Provider provider;

    private LocalDate day;

    @Column(name = "review_at")
    private LocalDate reviewAt;

    private String detail;

    private String reason;

    protected MeasureEntry() {}

    MeasureEntry(Measure measure, Step step, Instant at, String person, LocalDate day, String detail, String reason) {
        this.measure = measure.id();
        this.step = step;
        this.at = at;
        this.person = person;
        this.provider = measure.provider();
        this.reviewAt = measure.reviewAt();
        this.day = day;
        this.detail = detail;
        this.reason = reason;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who took the step, or null when the application did. */
    public String person() {
        return person;
    }

    public Step step() {
        return step;
    }

    public Measure.Provider provider() {
        return provider;
    }

    /** The day that the step is about: when it was ordered, from when it is in force, when it ended; or null. */
    public LocalDate day() {
        return day;
    }

    public LocalDate reviewAt() {
        return reviewAt;
    }

    /** What the person wrote about what was done: from whom it was ordered, what has been changed; or null. */
    public String detail() {
        return detail;
    }

    /** Why, in the person's words, or null. */
    public String reason() {
        return reason;
    }
}
