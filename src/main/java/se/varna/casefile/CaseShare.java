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
import se.varna.access.Relation;

/** That a group beside the owner has been let in on part of a case, on which ground and until when. */
@Entity
@Table(name = "case_share")
class CaseShare {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "group_id")
    private String group;

    @Enumerated(EnumType.STRING)
    private Relation ground;

    private Instant at;

    private Instant until;

    protected CaseShare() {}

    CaseShare(String caseNumber, String group, Relation ground, Instant at, Instant until) {
        this.caseNumber = caseNumber;
        this.group = group;
        this.ground = ground;
        this.at = at;
        this.until = until;
    }

    void prolong(Instant until) {
        this.until = until;
    }

    String group() {
        return group;
    }

    Relation relation() {
        return ground;
    }

    boolean holdsAt(Instant moment) {
        return until == null || moment.isBefore(until);
    }
}
