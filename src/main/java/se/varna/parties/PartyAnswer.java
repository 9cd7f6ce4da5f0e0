package se.varna.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What was last said about one point, by whom and when. */
@Embeddable
public class PartyAnswer {

    /** Whether it is in place. */
    public enum Answer {
        YES,
        NO
    }

    @Enumerated(EnumType.STRING)
    private Answer answer;

    private String note;

    @Column(name = "said_at")
    private Instant at;

    @Column(name = "said_by")
    private String by;

    protected PartyAnswer() {}

    PartyAnswer(Answer answer, String note, Instant at, String by) {
        this.answer = answer;
        this.note = note;
        this.at = at;
        this.by = by;
    }

    public Answer answer() {
        return answer;
    }

    /** A few words, or null. */
    public String note() {
        return note;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who said it. */
    public String by() {
        return by;
    }
}
