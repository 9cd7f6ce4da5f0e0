package se.varna.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A political party, responsible for its own matters (R23, R32). */
@Entity
@Table(name = "party")
public class Party {

    @Id
    private String code;

    private String name;

    protected Party() {}

    Party(String code, String name) {
        this.code = code;
        this.name = name;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }
}
