package se.varna.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.varna.common.OwnId;

/** That the on-call company has a case at night, until somebody has taken it over or there is nothing to take over. */
@Entity
@Table(name = "handover")
class Handover extends OwnId<UUID> {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "taken_call")
    private boolean takenCall;

    @Column(name = "staffed_at")
    private Instant staffedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    protected Handover() {}

    /** @param takenCall whether somebody of the company has written the report, for one who called */
    Handover(String caseNumber, Instant beganAt, boolean takenCall, Instant staffedAt) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.beganAt = beganAt;
        this.takenCall = takenCall;
        this.staffedAt = staffedAt;
    }

    void staffedAt(Instant moment) {
        staffedAt = moment;
    }

    /** @param person who took the case over; null when there was nothing to take over */
    void ended(Instant now, String person) {
        endedAt = now;
        acknowledgedBy = person;
    }

    String caseNumber() {
        return caseNumber;
    }

    Instant beganAt() {
        return beganAt;
    }

    boolean takenCall() {
        return takenCall;
    }

    /** When the support line is staffed again, or was. */
    Instant staffedAt() {
        return staffedAt;
    }

    @Override
    public UUID getId() {
        return id;
    }
}
