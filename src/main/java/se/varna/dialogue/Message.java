package se.varna.dialogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the exposed person has written to those who hold the case, or they to them. Only ever added. */
@Entity
@Table(name = "message")
public class Message {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String author;

    @Column(name = "from_exposed")
    private boolean fromExposed;

    private String text;

    protected Message() {}

    Message(String caseNumber, Instant at, String author, boolean fromExposed, String text) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.author = author;
        this.fromExposed = fromExposed;
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who wrote it. */
    public String author() {
        return author;
    }

    /** Whether the exposed person wrote it; otherwise it was written to them. */
    public boolean isFromExposed() {
        return fromExposed;
    }

    public String text() {
        return text;
    }
}
