package se.varna.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varna.casefile.Level;

/** How an officer, or two, has judged the risk of a planned event. Never changed: a new one is made. */
@Entity
@Table(name = "risk_assessment")
public class RiskAssessment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String person;

    @Enumerated(EnumType.STRING)
    private Conflict conflict;

    private String[] signs;

    @Enumerated(EnumType.STRING)
    private Level recommended;

    @Column(name = "recommended_why")
    private String recommendedWhy;

    @Column(name = "decision_version")
    private String decisionVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "first_level")
    private Level firstLevel;

    @Enumerated(EnumType.STRING)
    @Column(name = "second_level")
    private Level secondLevel;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String reason;

    protected RiskAssessment() {}

    RiskAssessment(String caseNumber, Instant at, String person, Judgement judged, EventRisk.Recommendation table) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.person = person;
        this.conflict = judged.conflict();
        this.signs = judged.signs().stream().map(Enum::name).toArray(String[]::new);
        this.recommended = table.level();
        this.recommendedWhy = table.reason();
        this.decisionVersion = table.version();
        this.firstLevel = judged.level();
        this.secondLevel = judged.secondLevel();
        this.level = judged.higher();
        this.reason = judged.reason();
    }

    /**
     * What the officer answered in the three steps.
     *
     * @param secondLevel what another one found, or null when they were alone
     */
    public record Judgement(Conflict conflict, Set<RiskSign> signs, Level level, Level secondLevel, String reason) {

        /** Where two disagree, the higher holds. */
        Level higher() {
            return secondLevel != null && secondLevel.isAtLeast(level) ? secondLevel : level;
        }
    }

    public Instant at() {
        return at;
    }

    public String person() {
        return person;
    }

    public Conflict conflict() {
        return conflict;
    }

    public Set<RiskSign> signs() {
        return Stream.of(signs).map(RiskSign::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    public Level recommended() {
        return recommended;
    }

    public String recommendedWhy() {
        return recommendedWhy;
    }

    public String decisionVersion() {
        return decisionVersion;
    }

    /** Whether two judged it, and not alike. */
    public boolean isDisagreed() {
        return secondLevel != null && secondLevel != firstLevel;
    }

    public Level level() {
        return level;
    }

    public String reason() {
        return reason;
    }
}
