package se.varna.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.regex.Pattern;
import org.hibernate.annotations.Generated;

/** Someone who can sign in or be exposed. The id is what the person signs in with. */
@Entity
@Table(name = "person")
public class Person {

    /** What an id may look like: a user name or a mail address. The engine takes the same. */
    public static final Pattern ID = Pattern.compile("(?!\\.)[A-Za-z0-9._@-]{1,80}");

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

    /** See {@link SignIns}, which alone writes it. */
    @Column(name = "sign_in_subject", insertable = false, updatable = false)
    private String signInSubject;

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
