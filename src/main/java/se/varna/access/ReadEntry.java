package se.varna.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That someone has read a case, when, and which part. The application can add to this log and nothing else. */
@Entity
@Table(name = "read_log")
class ReadEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String person;

    private String part;

    @Enumerated(EnumType.STRING)
    private Extent extent;

    @Column(name = "for_repetition")
    private boolean forRepetition;

    protected ReadEntry() {}

    ReadEntry(String caseNumber, Instant at, String person, String part, Extent extent, boolean forRepetition) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.person = person;
        this.part = part;
        this.extent = extent;
        this.forRepetition = forRepetition;
    }
}
