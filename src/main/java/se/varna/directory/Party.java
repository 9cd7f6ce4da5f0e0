package se.varna.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A political party, responsible for its own matters (R23, R32). */
@Entity
@Table(name = "party")
public class Party {

    @Id
    private String code;

    @Version
    private Long version;

    private String name;

    protected Party() {}

    Party(String code, String name) {
        this.code = code;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    /** Tells whether somebody has changed it since it was shown. */
    public Long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }
}
