package se.varna.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An organisation that a mandate or a matter can belong to. */
@Entity
@Table(name = "unit")
public class Unit {

    /** What a unit is, which decides who guards its matters. */
    public enum Kind {
        /** The council and the executive board: Säkerhet och Beredskap guards their matters (R9, R24). */
        COUNCIL,
        /** An office of the executive board, guarded as the council is; nobody has a mandate in it. */
        OFFICE,
        /** A board with its administration, with a local security officer of its own (R10). */
        BOARD,
        /** A company owned by the city, with a local security officer of its own (R10). */
        COMPANY;

        public boolean hasLocalOfficer() {
            return this == BOARD || this == COMPANY;
        }
    }

    @Id
    private String code;

    @Version
    private Long version;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "security_phone")
    private String securityPhone;

    protected Unit() {}

    public Unit(String code, String name, Kind kind, String securityPhone) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.securityPhone = securityPhone;
    }

    void change(String newName, String newSecurityPhone) {
        name = newName;
        securityPhone = newSecurityPhone;
    }

    /** Tells whether somebody has changed it since it was shown. */
    public Long version() {
        return version;
    }

    public String code() {
        return code;
    }

    /** The unit's own Swedish name. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Telephone to the unit's security function, or null when none is known. */
    public String securityPhone() {
        return securityPhone;
    }
}
