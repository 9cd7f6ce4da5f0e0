package se.varna.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A try to reach the exposed person, and what was said if they answered. */
@Entity
@Table(name = "contact_attempt")
public class ContactAttempt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    @Column(name = "by_person")
    private String by;

    private boolean reached;

    private String note;

    protected ContactAttempt() {}

    ContactAttempt(String caseNumber, Instant at, String by, boolean reached, String note) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.by = by;
        this.reached = reached;
        this.note = note;
    }

    public Instant at() {
        return at;
    }

    public String by() {
        return by;
    }

    public boolean reached() {
        return reached;
    }

    public String note() {
        return note;
    }
}
