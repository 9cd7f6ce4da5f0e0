package se.varna.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** That somebody has changed the directory: who, when and what, in codes and days. Only ever added. */
@Entity
@Table(name = "directory_change")
public class DirectoryChange {

    /** What was changed, and what the details are. */
    public enum Kind {
        /** A unit; its kind. */
        UNIT_ADDED,
        /** A unit; the fields. */
        UNIT_CHANGED,
        /** A party. */
        PARTY_ADDED,
        PARTY_CHANGED,
        /** A person. */
        PERSON_ADDED,
        /** A person; the fields, never what they held. */
        PERSON_CHANGED,
        /** A person; office, organisation, first and last day. */
        APPOINTMENT_GIVEN,
        /** A person; office, organisation, the last day before and now. */
        APPOINTMENT_END_MOVED,
        /** A person; office, organisation, first and last day of what never began. */
        APPOINTMENT_WITHDRAWN,
        /** A person; the first day on which they hold nothing. */
        PERSON_LEAVES,
        /** A person; whoever signs in as them next is them. */
        SIGN_IN_FORGOTTEN,
        /** A unit, whose post nobody is to fill for now; with the reason. */
        POST_LEFT_VACANT,
        /** Everything was written to a file. */
        EXPORTED;

        public boolean isAboutUnit() {
            return this == UNIT_ADDED || this == UNIT_CHANGED || this == POST_LEFT_VACANT;
        }

        public boolean isAboutParty() {
            return this == PARTY_ADDED || this == PARTY_CHANGED;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;

    private String actor;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;

    private String[] details;

    private String reason;

    protected DirectoryChange() {}

    DirectoryChange(Instant at, String actor, Kind kind, String subject, String[] details, String reason) {
        this.at = at;
        this.actor = actor;
        this.kind = kind;
        this.subject = subject;
        this.details = details;
        this.reason = reason;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public Kind kind() {
        return kind;
    }

    /** The code of the unit or party, or the person's id; null when it concerns everything. */
    public String subject() {
        return subject;
    }

    /** What {@link Kind} says; an empty text for what there is none of. */
    public List<String> details() {
        return List.of(details);
    }

    /** What somebody wrote about why, or null. */
    public String reason() {
        return reason;
    }
}
