package se.varna.parties;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import se.varna.parties.PartyRegister.Said;

/** What a party has said about its security work, and whether it is being asked about it. */
@Entity
@Table(name = "party_entry")
class PartyEntry {

    @Id
    private String party;

    @Version
    private Long version;

    private String reach;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "party_answer", joinColumns = @JoinColumn(name = "party"))
    @MapKeyColumn(name = "point")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<CheckPoint, PartyAnswer> answers = new EnumMap<>(CheckPoint.class);

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "process_instance")
    private String processInstance;

    @Column(name = "contacted_at")
    private Instant contactedAt;

    @Column(name = "contacted_by")
    private String contactedBy;

    @Column(name = "contact_note")
    private String contactNote;

    protected PartyEntry() {}

    PartyEntry(String party) {
        this.party = party;
    }

    /** Takes in what was said. When every point has an answer, all of it is confirmed by the one who said it. */
    void said(Map<CheckPoint, Said> said, Instant now, String person) {
        said.forEach((point, each) -> answers.put(point, new PartyAnswer(each.answer(), each.note(), now, person)));
        if (isAnswered()) {
            answers.replaceAll((point, each) -> new PartyAnswer(each.answer(), each.note(), now, person));
            confirmedAt = now;
            confirmedBy = person;
        }
    }

    void reachedAt(String newReach) {
        reach = newReach;
    }

    /** Whether every point has an answer. */
    boolean isAnswered() {
        return answers.size() == CheckPoint.values().length;
    }

    void asked(Instant now, String instance) {
        askedAt = now;
        processInstance = instance;
    }

    void checkEnded() {
        processInstance = null;
    }

    /** Säkerhet och Beredskap has been in touch, since nobody had answered. */
    void contacted(String note, Instant now, String person) {
        contactNote = note;
        contactedAt = now;
        contactedBy = person;
    }

    boolean isBeingChecked() {
        return processInstance != null;
    }

    String party() {
        return party;
    }

    String reach() {
        return reach;
    }

    Map<CheckPoint, PartyAnswer> answers() {
        return answers;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    String confirmedBy() {
        return confirmedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    String processInstance() {
        return processInstance;
    }

    Instant contactedAt() {
        return contactedAt;
    }

    String contactedBy() {
        return contactedBy;
    }

    String contactNote() {
        return contactNote;
    }
}
