package se.varna.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import se.varna.common.OwnId;

/** A planned meeting or question, what is planned for it, and how it went. */
@Entity
@Table(name = "planned_event")
public class PlannedEvent extends OwnId<String> {

    public enum Kind {
        MEETING,
        /** A political question or decision. */
        QUESTION
    }

    /**
     * What those who work it have planned.
     *
     * @param present who is there on the day
     * @param shared what all who take part may read; nothing about threats or about individuals
     */
    public record Plan(String before, String during, String after, String present, String shared) {}

    @Id
    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String title;

    private String unit;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private String place;

    @Column(name = "is_public")
    private boolean isPublic;

    private String participants;

    private boolean late;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "before_it")
    private String before;

    @Column(name = "during_it")
    private String during;

    @Column(name = "after_it")
    private String after;

    private String present;

    private String shared;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "asked_by")
    private String askedBy;

    private String happened;

    private String went;

    private boolean cancelled;

    protected PlannedEvent() {}

    PlannedEvent(String caseNumber, Notice notice, Instant startsAt, Instant endsAt, boolean late) {
        this.caseNumber = caseNumber;
        this.kind = notice.kind();
        this.title = notice.title();
        this.unit = notice.unit();
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.place = notice.place();
        this.isPublic = notice.isPublic();
        this.participants = notice.participants();
        this.late = late;
    }

    void move(Instant starts, Instant ends, String where) {
        startsAt = starts;
        endsAt = ends;
        place = where;
    }

    void plan(Plan plan, String person, Instant now) {
        before = plan.before();
        during = plan.during();
        after = plan.after();
        present = plan.present();
        shared = plan.shared();
        plannedBy = person;
        plannedAt = now;
    }

    void went(String how, String whatHappened, String person, Instant now) {
        went = how;
        happened = whatHappened;
        askedBy = person;
        askedAt = now;
    }

    void cancel() {
        cancelled = true;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** Code of the unit whose question it is, or null. */
    public String unit() {
        return unit;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public String place() {
        return place;
    }

    public boolean isPublic() {
        return isPublic;
    }

    public String participants() {
        return participants;
    }

    /** It was told with less than the city's shortest notice left. */
    public boolean isLate() {
        return late;
    }

    public Plan plan() {
        return new Plan(before, during, after, present, shared);
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public String plannedBy() {
        return plannedBy;
    }

    /** When it was asked how it went, or null. */
    public Instant askedAt() {
        return askedAt;
    }

    /** Id of the one who asked how it went, or null. */
    public String askedBy() {
        return askedBy;
    }

    /** What happened, in the words of the one who asked; null when nothing did. */
    public String happened() {
        return happened;
    }

    public String went() {
        return went;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
