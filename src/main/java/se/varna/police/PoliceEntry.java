package se.varna.police;

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

/** One step of a referral to the police, with its day and when it is looked at next. Only ever added. */
@Entity
@Table(name = "police_entry")
public class PoliceEntry {

    /** What was done; most have a code beside: whose report, which reason, which answer. */
    public enum Step {
        ADVISED,
        /** The exposed person said themselves who is to report. */
        ANSWERED,
        TO_REPORT,
        RECONSIDERED,
        REPORTED,
        POSTPONED,
        DECLINED,
        PROTECTION,
        OUTCOME
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID referral;

    private Instant at;

    private String person;

    @Enumerated(EnumType.STRING)
    private Step step;

    private String code;

    @Column(name = "report_number")
    private String reportNumber;

    private LocalDate day;

    @Column(name = "next_check_at")
    private Instant nextCheckAt;

    private String note;

    protected PoliceEntry() {}

    PoliceEntry(UUID referral, Instant at, String person, Step step) {
        this.referral = referral;
        this.at = at;
        this.person = person;
        this.step = step;
    }

    PoliceEntry code(Enum<?> value) {
        code = value.name();
        return this;
    }

    PoliceEntry reportNumber(String number) {
        reportNumber = number;
        return this;
    }

    PoliceEntry on(LocalDate when) {
        day = when;
        return this;
    }

    PoliceEntry nextCheckAt(Instant when) {
        nextCheckAt = when;
        return this;
    }

    PoliceEntry note(String text) {
        note = text;
        return this;
    }

    public UUID referral() {
        return referral;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who recorded it, or null when the application did. */
    public String person() {
        return person;
    }

    public Step step() {
        return step;
    }

    /** What the step's code stands for, or null where the step has none. */
    public Enum<?> value() {
        return code == null
                ? null
                : switch (step) {
                    case ANSWERED, TO_REPORT, REPORTED -> PoliceReferral.ReportedBy.valueOf(code);
                    case POSTPONED, DECLINED -> PoliceReferral.DeclineReason.valueOf(code);
                    case PROTECTION -> PoliceReferral.Protection.valueOf(code);
                    case OUTCOME -> PoliceReferral.Outcome.valueOf(code);
                    case ADVISED, RECONSIDERED -> null;
                };
    }

    public String reportNumber() {
        return reportNumber;
    }

    public LocalDate day() {
        return day;
    }

    public Instant nextCheckAt() {
        return nextCheckAt;
    }

    /** What a person wrote, or null. */
    public String note() {
        return note;
    }
}
