package se.varna.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Generated;

/** Someone who can sign in or be exposed. The id is what the person signs in with. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private String id;

    @Version
    private Long version;

    @Generated
    private Long number;

    @Column(name = "display_name")
    private String displayName;

    private String email;

    private String phone;

    private String party;

    protected Person() {}

    Person(String id, String displayName, String email, String phone, String party) {
        this.id = id;
        this.displayName = displayName;
        this.email = email;
        this.phone = phone;
        this.party = party;
    }

    void change(String newName, String newEmail, String newPhone, String newParty) {
        displayName = newName;
        email = newEmail;
        phone = newPhone;
        party = newParty;
    }

    /** Tells whether somebody has changed it since it was shown. */
    public Long version() {
        return version;
    }

    /** What may stand for the person in an address. */
    public Long number() {
        return number;
    }

    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    /** Code of the person's party, or null. Sensitive (GDPR art. 9): never searched or listed by. */
    public String party() {
        return party;
    }
}
