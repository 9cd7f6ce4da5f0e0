package se.varna.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import se.varna.access.Concern;
import se.varna.common.Refused;
import se.varna.directory.Owner;

/**
 * A case, from report to close. It guards its own life: a transition that the rules do not allow is refused, whoever
 * asks for it. It is never without an owner once its responsibility has been decided (R26).
 */
@Entity
@Table(name = "case_file")
public class CaseFile {

    @Id
    private String number;

    @Enumerated(EnumType.STRING)
    private Concern concern;

    @Version
    private Long version;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String reporter;

    private String exposed;

    @Column(name = "exposed_other")
    private String exposedOther;

    @Column(name = "party_consent")
    private boolean partyConsent;

    @Column(name = "moved_to_council")
    private boolean movedToCouncil;

    @Column(name = "acute_danger")
    private boolean acuteDanger;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(name = "level_assessed")
    private boolean levelAssessed;

    @Column(name = "process_instance")
    private String processInstance;

    @Enumerated(EnumType.STRING)
    private Owner.Function responsible;

    @Column(name = "responsible_code")
    private String responsibleCode;

    @Enumerated(EnumType.STRING)
    private Owner.Function owner;

    @Column(name = "owner_code")
    private String ownerCode;

    @Column(name = "owner_since")
    private Instant ownerSince;

    @Column(name = "without_actors")
    private boolean withoutActors;

    @Column(name = "contact_due_at")
    private Instant contactDueAt;

    @Column(name = "contact_counted_from")
    private Instant contactCountedFrom;

    @Column(name = "contacted_at")
    private Instant contactedAt;

    @Column(name = "on_call_until")
    private Instant onCallUntil;

    @Column(name = "escalated_to_sob")
    private boolean escalatedToSob;

    @Column(name = "phase_since")
    private Instant phaseSince;

    @Column(name = "follow_ups")
    private int followUps;

    @Column(name = "follow_up_due_at")
    private Instant followUpDueAt;

    @Column(name = "assessed_at")
    private Instant assessedAt;

    @Column(name = "information_at")
    private Instant informationAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "close_outcome")
    private CloseOutcome closeOutcome;

    protected CaseFile() {}

    CaseFile(
            String number,
            Concern concern,
            Instant receivedAt,
            String reporter,
            String exposed,
            String exposedOther,
            boolean partyConsent,
            boolean movedToCouncil,
            boolean acuteDanger) {
        this.number = number;
        this.concern = concern;
        this.receivedAt = receivedAt;
        this.reporter = reporter;
        this.exposed = exposed;
        this.exposedOther = exposedOther;
        this.partyConsent = partyConsent;
        this.movedToCouncil = movedToCouncil;
        this.acuteDanger = acuteDanger;
        this.informationAt = receivedAt;
        // By which deadlines are counted until somebody has judged it; an incident's own is set from its report.
        this.level = concern == Concern.INCIDENT ? null : Level.LOW;
        enter(Phase.first(concern), receivedAt);
    }

    // --- its process

    /**
     * Ties the case to the one process instance that carries it.
     *
     * @throws IllegalStateException when an instance carries it already: a case is never handled twice
     */
    public void carriedBy(String instance) {
        if (processInstance != null && !processInstance.equals(instance) && phase != Phase.CLOSED) {
            throw new IllegalStateException(number + " is carried by another instance");
        }
        processInstance = instance;
    }

    public boolean isCarried() {
        return processInstance != null;
    }

    public String processInstance() {
        return processInstance;
    }

    // --- whose it is

    /**
     * Called by {@link CaseFiles#holdBy}, which also keeps who has held it.
     *
     * @param responsible who answers for the security work, by the table or by a person's decision
     * @param holder who works the case: the same, or Säkerhet och Beredskap in place of a party that may not be told
     */
    void ownedBy(Owner responsible, Owner holder, Instant now) {
        Objects.requireNonNull(holder);
        this.responsible = responsible.function();
        this.responsibleCode = responsible.code();
        if (!holder.equals(owner())) {
            this.owner = holder.function();
            this.ownerCode = holder.code();
            this.ownerSince = now;
            this.withoutActors = false;
        }
    }

    /** The function that holds the case; null only before the very first decision. */
    public Owner owner() {
        return owner == null ? null : new Owner(owner, ownerCode);
    }

    /** The function that the decision names; differs from the owner when a party is responsible but may not be told. */
    public Owner responsible() {
        return responsible == null ? null : new Owner(responsible, responsibleCode);
    }

    /** Nobody of the owner's own function may act (jäv): Säkerhet och Beredskap does. */
    public boolean isWithoutActors() {
        return withoutActors;
    }

    void withoutActors(boolean nobodyMay) {
        withoutActors = nobodyMay;
    }

    public Instant ownerSince() {
        return ownerSince;
    }

    /** The exposed person's yes or no to their party being told; each is an event of its own on the timeline. */
    public void partyConsent(boolean given) {
        partyConsent = given;
    }

    public void questionMovedToCouncil() {
        movedToCouncil = true;
    }

    /** The question has come back to where it was: the table answers as if it had never moved. */
    public void questionMovedBack() {
        movedToCouncil = false;
    }

    // --- first contact

    /** Sets the provisional level and by when the exposed person must have been contacted, before anyone has assessed. */
    public void provisionalLevel(Level provisional, Instant countedFrom, Instant dueAt) {
        requireNotClosed();
        if (levelAssessed) {
            return;
        }
        level = provisional;
        contactCountedFrom = countedFrom;
        contactDueAt = dueAt;
    }

    /** Until when the on-call company calls: the support line is staffed again; null when it calls no more. */
    public void onCallUntil(Instant until) {
        onCallUntil = until;
    }

    public void escalatedToSob() {
        escalatedToSob = true;
    }

    public void contactDueAt(Instant dueAt) {
        contactDueAt = dueAt;
    }

    public void contacted(Instant now) {
        require(phase == Phase.FIRST_CONTACT);
        contactedAt = now;
        enter(Phase.ASSESSMENT, now);
    }

    // --- assessment and follow-up

    /** An officer has decided the level. */
    public void assessed(Level decided, Instant now) {
        require(phase == Phase.ASSESSMENT);
        level = decided;
        levelAssessed = true;
        assessedAt = now;
        followUps = 0;
        enter(Phase.FOLLOW_UP, now);
    }

    public void followUpDueAt(Instant dueAt) {
        followUpDueAt = dueAt;
    }

    public void followedUp() {
        require(phase == Phase.FOLLOW_UP);
        followUps++;
        followUpDueAt = null;
    }

    /** Back to assessment: by the officer's choice or because something new has come. */
    public void toBeAssessedAgain(Instant now) {
        require(phase == Phase.FOLLOW_UP);
        followUpDueAt = null;
        enter(Phase.ASSESSMENT, now);
    }

    public void informationAdded(Instant now) {
        informationAt = now;
    }

    // --- before anything has happened

    /** An officer has judged the risk of a planned meeting or question; again when it has changed. */
    public void riskAssessed(Level decided, Instant now) {
        require(phase == Phase.PLANNING);
        level = decided;
        levelAssessed = true;
        assessedAt = now;
    }

    /** The plan is made: now the day is waited for. */
    public void planned(Instant now) {
        require(phase == Phase.PLANNING);
        enter(Phase.PLANNED, now);
    }

    /** The plan no longer holds, since the time or something else has changed. */
    public void toBePlannedAgain(Instant now) {
        require(phase == Phase.PLANNED);
        enter(Phase.PLANNING, now);
    }

    // --- the end, and back

    /** A planned meeting or question, or a question about security, has come to its end. */
    public void end(Instant now) {
        require(concern != Concern.INCIDENT && phase != Phase.CLOSED);
        enter(Phase.CLOSED, now);
        closedAt = now;
    }

    public void close(CloseOutcome outcome, Instant now) {
        require(phase == Phase.FOLLOW_UP);
        enter(Phase.CLOSED, now);
        closedAt = now;
        closeOutcome = outcome;
        followUpDueAt = null;
    }

    public void reopen(Instant now) {
        require(phase == Phase.CLOSED);
        enter(Phase.ASSESSMENT, now);
        closedAt = null;
        closeOutcome = null;
        processInstance = null;
    }

    private void enter(Phase next, Instant now) {
        phase = next;
        phaseSince = now;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw Refused.because("case.wrongPhase");
        }
    }

    private void requireNotClosed() {
        require(phase != Phase.CLOSED);
    }

    // --- what is known

    public String number() {
        return number;
    }

    public Concern concern() {
        return concern;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String reporter() {
        return reporter;
    }

    /** Id of the exposed person; empty when they are not in the directory. */
    public Optional<String> exposed() {
        return Optional.ofNullable(exposed);
    }

    /** Who was exposed, in the reporter's words, when they are not in the directory. */
    public String exposedOther() {
        return exposedOther;
    }

    public boolean partyConsent() {
        return partyConsent;
    }

    public boolean movedToCouncilQuestion() {
        return movedToCouncil;
    }

    public boolean acuteDanger() {
        return acuteDanger;
    }

    public Phase phase() {
        return phase;
    }

    /** The level in force: provisional until an officer has assessed. */
    public Level level() {
        return level;
    }

    /** The level to show: none while nothing has happened and nobody has judged. */
    public Level shownLevel() {
        return concern == Concern.INCIDENT || levelAssessed ? level : null;
    }

    public boolean levelAssessed() {
        return levelAssessed;
    }

    public Instant contactDueAt() {
        return contactDueAt;
    }

    public Instant contactCountedFrom() {
        return contactCountedFrom;
    }

    public Instant contactedAt() {
        return contactedAt;
    }

    public Instant onCallUntil() {
        return onCallUntil;
    }

    public boolean isEscalatedToSob() {
        return escalatedToSob;
    }

    /** When the case came into its phase. */
    public Instant phaseSince() {
        return phaseSince;
    }

    /** How many follow-ups have been made since the last assessment. */
    public int followUps() {
        return followUps;
    }

    public Instant followUpDueAt() {
        return followUpDueAt;
    }

    public Instant assessedAt() {
        return assessedAt;
    }

    /** When something was last told about the case: the report, or information added since. */
    public Instant informationAt() {
        return informationAt;
    }

    public CloseOutcome closeOutcome() {
        return closeOutcome;
    }
}
