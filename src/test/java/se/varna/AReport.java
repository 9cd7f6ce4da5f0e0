package se.varna;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.reporting.IncidentReport;

/** A report as a story tells it: everything that is not said has the value of an empty form. */
public final class AReport {

    private String exposed = IncidentReport.SELF;
    private String exposedOther;
    private String description = "Någon ropade efter mig utanför mötet.";
    private OffsetDateTime occurredAt;
    private Place place;
    private Matter matter = Matter.CITY;
    private String unit;
    private boolean acuteDanger;
    private boolean moved;
    private boolean partyConsent;
    private final Set<Kind> kinds = new LinkedHashSet<>();
    private final Set<Indicator> indicators = new LinkedHashSet<>();
    private String reachAt;
    private String politicalQuestion;
    private String perpetrator;
    private boolean reportedToPolice;

    private AReport() {}

    /** About a unit's own matters. */
    public static AReport about(String unit) {
        AReport report = new AReport();
        report.unit = unit;
        return report;
    }

    /** About something that is not a unit's matter, or that nobody knows. */
    public static AReport about(Matter matter) {
        AReport report = new AReport();
        report.matter = matter;
        return report;
    }

    public AReport matter(Matter what) {
        matter = what;
        return this;
    }

    public AReport exposed(String person) {
        exposed = person;
        return this;
    }

    public AReport someoneElse(String who) {
        exposed = IncidentReport.OTHER;
        exposedOther = who;
        return this;
    }

    public AReport saying(String text) {
        description = text;
        return this;
    }

    public AReport happenedAt(OffsetDateTime time) {
        occurredAt = time;
        return this;
    }

    public AReport at(Place where) {
        place = where;
        return this;
    }

    public AReport acute() {
        acuteDanger = true;
        return this;
    }

    public AReport questionMoved() {
        moved = true;
        return this;
    }

    public AReport partyMayBeContacted() {
        partyConsent = true;
        return this;
    }

    public AReport kind(Kind kind) {
        kinds.add(kind);
        return this;
    }

    public AReport mentioning(Indicator indicator) {
        indicators.add(indicator);
        return this;
    }

    public AReport reachAt(String where) {
        reachAt = where;
        return this;
    }

    /** Which political question it is about. */
    public AReport question(String question) {
        politicalQuestion = question;
        return this;
    }

    /** Who did it, as far as the reporter knows. */
    public AReport by(String whoever) {
        perpetrator = whoever;
        return this;
    }

    public AReport reportedToPolice() {
        reportedToPolice = true;
        return this;
    }

    public IncidentReport build() {
        return new IncidentReport(
                exposed,
                exposedOther,
                description,
                occurredAt,
                place,
                matter,
                unit,
                politicalQuestion,
                acuteDanger,
                moved,
                kinds,
                indicators,
                reachAt,
                false,
                partyConsent,
                reportedToPolice,
                false,
                perpetrator,
                null,
                false,
                null);
    }
}
