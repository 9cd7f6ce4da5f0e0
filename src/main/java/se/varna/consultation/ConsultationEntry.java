package se.varna.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varna.access.Part;
import se.varna.casefile.SecrecyGround;

/** Something said in a consultation: by whom, when, and whether it was signed. Only ever added. */
@Entity
@Table(name = "consultation_entry")
public class ConsultationEntry {

    /** What it is. */
    public enum EntryKind {
        PROPOSAL,
        STATEMENT,
        ANSWER,
        WITHDRAWAL,
        CONCLUSION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "consultation_id")
    private UUID consultation;

    private Instant at;

    private String person;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private String text;

    private String attempts;

    @Enumerated(EnumType.STRING)
    private Consultation.Answer answer;

    @Enumerated(EnumType.STRING)
    private SecrecyGround ground;

    private String[] parts = {};

    private boolean signed;

    @Column(name = "on_entry")
    private Long onEntry;

    protected ConsultationEntry() {}

    private ConsultationEntry(UUID consultation, Instant at, String person, EntryKind kind, String text) {
        this.consultation = consultation;
        this.at = at;
        this.person = person;
        this.kind = kind;
        this.text = text;
    }

    static ConsultationEntry proposal(UUID consultation, Instant at, String person, String reason) {
        return new ConsultationEntry(consultation, at, person, EntryKind.PROPOSAL, reason);
    }

    static ConsultationEntry statement(
            UUID consultation, Instant at, String person, String text, SecrecyGround ground, Set<Part> parts) {
        ConsultationEntry entry = new ConsultationEntry(consultation, at, person, EntryKind.STATEMENT, text);
        entry.ground = ground;
        entry.parts = parts.stream().sorted().map(Part::name).toArray(String[]::new);
        entry.signed = true;
        return entry;
    }

    static ConsultationEntry answer(
            UUID consultation,
            Instant at,
            String person,
            Consultation.Answer answer,
            String reason,
            boolean signed,
            ConsultationEntry statement) {
        ConsultationEntry entry = new ConsultationEntry(consultation, at, person, EntryKind.ANSWER, reason);
        entry.answer = answer;
        entry.signed = signed;
        entry.onEntry = statement.id;
        return entry;
    }

    static ConsultationEntry withdrawal(UUID consultation, Instant at, String person, String reason) {
        return new ConsultationEntry(consultation, at, person, EntryKind.WITHDRAWAL, reason);
    }

    static ConsultationEntry conclusion(UUID consultation, Instant at, String person, String reason, String attempts) {
        ConsultationEntry entry = new ConsultationEntry(consultation, at, person, EntryKind.CONCLUSION, reason);
        entry.attempts = attempts;
        entry.signed = true;
        return entry;
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who said it, or null when the application proposed. */
    public String person() {
        return person;
    }

    public EntryKind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    /** How and when the silent ones were tried, in a conclusion; otherwise null. */
    public String attempts() {
        return attempts;
    }

    /** Null in anything but an answer. */
    public Consultation.Answer answer() {
        return answer;
    }

    /** The ground on which the parts of a statement go along. */
    public SecrecyGround ground() {
        return ground;
    }

    /** The parts that go along with a statement. */
    public Set<Part> parts() {
        return Stream.of(parts).map(Part::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    public boolean signed() {
        return signed;
    }

    /** Id of the statement that an answer is about, and that its signature stands under; otherwise null. */
    public Long onEntry() {
        return onEntry;
    }
}
