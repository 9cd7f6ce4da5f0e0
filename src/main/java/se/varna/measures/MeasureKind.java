package se.varna.measures;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of protective measure that the city can take: data, not code. */
@Entity
@Table(name = "measure_kind")
public class MeasureKind {

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private Measure.Provider provider;

    protected MeasureKind() {}

    public MeasureKind(String code, String name, Measure.Provider provider) {
        this.code = code;
        this.name = name;
        this.provider = provider;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Who usually carries it out; whoever decides may choose another. */
    public Measure.Provider provider() {
        return provider;
    }
}
