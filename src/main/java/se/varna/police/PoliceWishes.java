package se.varna.police;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the exposed person wants the police to be told beside the report. Only ever added; the latest holds. */
@Entity
@Table(name = "police_wishes")
public class PoliceWishes {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String person;

    private String earlier;

    @Column(name = "work_mobile")
    private String workMobile;

    @Column(name = "ask_protection")
    private boolean askProtection;

    protected PoliceWishes() {}

    PoliceWishes(
            String caseNumber, Instant at, String person, String earlier, String workMobile, boolean askProtection) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.person = person;
        this.earlier = earlier;
        this.workMobile = workMobile;
        this.askProtection = askProtection;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who wrote it down. */
    public String person() {
        return person;
    }

    /** Earlier incidents, in the exposed person's words, or null. */
    public String earlier() {
        return earlier;
    }

    /** The number at which the police reach them: one that belongs to the mandate, never a private one; or null. */
    public String workMobile() {
        return workMobile;
    }

    /** Whether åtkomstskydd is asked for. */
    public boolean askProtection() {
        return askProtection;
    }
}
