package se.varna.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something told about a case after the report. */
@Entity
@Table(name = "information")
public class Information {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String author;

    private String text;

    private String[] indicators;

    protected Information() {}

    Information(String caseNumber, Instant at, String author, String text, Set<Indicator> indicators) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.author = author;
        this.text = text;
        this.indicators = indicators.stream().map(Enum::name).toArray(String[]::new);
    }

    public Instant at() {
        return at;
    }

    public String author() {
        return author;
    }

    public String text() {
        return text;
    }

    public Set<Indicator> indicators() {
        return Stream.of(indicators).map(Indicator::valueOf).collect(Collectors.toSet());
    }
}
