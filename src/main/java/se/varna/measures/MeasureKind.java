package se.varna.measures;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of protective measure that the city can take: data, not code. */
@Entity
@Table(name = "measure_kind")
public class MeasureKind {

    @Id
    private String code;

    private String name;

    protected MeasureKind() {}

    public MeasureKind(String code, String name) {
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
