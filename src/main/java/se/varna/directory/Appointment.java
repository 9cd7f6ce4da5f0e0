package se.varna.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/**
 * What a person holds, where, and from when to when: a mandate, a security office or a function in the city. Everything
 * that a person may do follows from the appointments that are valid today.
 */
@Entity
@Table(name = "appointment")
public class Appointment {

    /** The kinds of office that the directory knows. */
    public enum Office {
        /** A seat in a unit; a substitute counts as a member. */
        MEMBER,
        SUBSTITUTE,
        LOCAL_SECURITY_OFFICER,
        LOCAL_SECURITY_DEPUTY,
        PARTY_SECURITY_OFFICER,
        PARTY_SECURITY_DEPUTY,
        SECURITY_AND_PREPAREDNESS,
        /** Belongs to Säkerhet och Beredskap too, and is told when somebody there or anybody else stays silent. */
        HEAD_OF_SECURITY_AND_PREPAREDNESS,
        ON_CALL_COMPANY,
        PROCESS_OWNER,
        ADMINISTRATOR;

        /** Whether it is held in a unit. */
        public boolean isInUnit() {
            return isMandate() || isOfSecurityOfficer();
        }

        /** Whether it is held in a party. */
        public boolean isInParty() {
            return this == PARTY_SECURITY_OFFICER || this == PARTY_SECURITY_DEPUTY;
        }

        public boolean isMandate() {
            return this == MEMBER || this == SUBSTITUTE;
        }

        /** Whether it is a unit's security officer or deputy: either fills the unit's post. */
        public boolean isOfSecurityOfficer() {
            return this == LOCAL_SECURITY_OFFICER || this == LOCAL_SECURITY_DEPUTY;
        }

        /** Whether who holds it belongs to Säkerhet och Beredskap. */
        public boolean isOfDepartment() {
            return this == SECURITY_AND_PREPAREDNESS || this == HEAD_OF_SECURITY_AND_PREPAREDNESS;
        }

        /** Whether it is handed out in the directory; the others come with the sign-in. */
        public boolean isKeptHere() {
            return this != PROCESS_OWNER && this != ADMINISTRATOR;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private Long version;

    private String person;

    @Enumerated(EnumType.STRING)
    private Office office;

    /** The unit's or the party's code; null for the city-wide functions. */
    @Column(name = "organisation")
    private String organisation;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected Appointment() {}

    Appointment(String person, Office office, String organisation, LocalDate validFrom, LocalDate validTo) {
        this.person = person;
        this.office = office;
        this.organisation = organisation;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** The last day that it holds; null means until further notice. */
    void endsOn(LocalDate day) {
        validTo = day;
    }

    public Long id() {
        return id;
    }

    /** Tells whether somebody has changed it since it was shown. */
    public Long version() {
        return version;
    }

    public String person() {
        return person;
    }

    public Office office() {
        return office;
    }

    public String organisation() {
        return organisation;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day that it holds, or null for until further notice. */
    public LocalDate validTo() {
        return validTo;
    }

    public Tenure tenure() {
        return new Tenure(office, organisation, validFrom, validTo);
    }

    /** Whether it holds on the day, or will later. */
    public boolean holdsFrom(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }

    /** Whether the appointment holds on that day; the last day counts, and no last day means until further notice. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
