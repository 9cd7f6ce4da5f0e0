package se.varna.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.varna.casefile.Level;

/** A level that was set: what the table recommended and why, and what the person decided, why, and set going. */
@Entity
@Table(name = "level_decision")
public class LevelDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    @Column(name = "decided_by")
    private String decidedBy;

    @Enumerated(EnumType.STRING)
    private Level recommended;

    @Column(name = "recommended_why")
    private String[] recommendedWhy;

    @Column(name = "decision_version")
    private String decisionVersion;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String[] factors;

    private String[] repetition;

    private String reason;

    @Column(name = "police_referral")
    private boolean policeReferral;

    private String[] measures;

    private boolean consultation;

    @Column(name = "inform_party")
    private boolean informParty;

    protected LevelDecision() {}

    /** What the assessor wants set going. */
    public record Orders(boolean policeReferral, List<String> measures, boolean consultation, boolean informParty) {

        public static final Orders NONE = new Orders(false, List.of(), false, false);
    }

    LevelDecision(
            String caseNumber,
            Instant at,
            String decidedBy,
            LevelTable.Recommendation recommendation,
            Level level,
            Set<String> factors,
            Repeated repeated,
            String reason,
            Orders orders) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.decidedBy = decidedBy;
        this.recommended = recommendation.level();
        this.recommendedWhy = recommendation.reasons().toArray(String[]::new);
        this.decisionVersion = recommendation.version();
        this.level = level;
        this.factors = factors.toArray(String[]::new);
        this.repetition = repeated.kept().toArray(String[]::new);
        this.reason = reason;
        this.policeReferral = orders.policeReferral();
        this.measures = orders.measures().toArray(String[]::new);
        this.consultation = orders.consultation();
        this.informParty = orders.informParty();
    }

    public Instant at() {
        return at;
    }

    /** The person who decided, or null for a provisional level that the table set. */
    public String decidedBy() {
        return decidedBy;
    }

    public Level recommended() {
        return recommended;
    }

    public List<String> recommendedWhy() {
        return List.of(recommendedWhy);
    }

    /** What the recommendation rests on beside the case itself, as {@link Repeated#kept} gives it. */
    List<String> repetition() {
        return List.of(repetition);
    }

    public String decisionVersion() {
        return decisionVersion;
    }

    public Level level() {
        return level;
    }

    public String reason() {
        return reason;
    }

    Orders orders() {
        return new Orders(policeReferral, List.of(measures), consultation, informParty);
    }
}
