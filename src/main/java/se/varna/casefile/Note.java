package se.varna.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An officer's note. Append-only: a mistake is corrected by a new note. */
@Entity
@Table(name = "note")
public class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String author;

    private String text;

    protected Note() {}

    Note(String caseNumber, Instant at, String author, String text) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.author = author;
        this.text = text;
    }

    public Instant at() {
        return at;
    }

    public String author() {
        return author;
    }

    public String text() {
        return text;
    }
}
