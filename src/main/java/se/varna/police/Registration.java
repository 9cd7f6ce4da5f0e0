package se.varna.police;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That what came by letter or e-mail has been entered in the city's register (diarieförd). Only ever added. */
@Entity
@Table(name = "registration")
public class Registration {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String person;

    @Column(name = "diary_number")
    private String diaryNumber;

    protected Registration() {}

    Registration(String caseNumber, Instant at, String person, String diaryNumber) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.person = person;
        this.diaryNumber = diaryNumber;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who recorded it. */
    public String person() {
        return person;
    }

    public String diaryNumber() {
        return diaryNumber;
    }
}
