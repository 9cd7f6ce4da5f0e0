package se.varna.followup;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.util.Duration;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;

/**
 * The time of the next follow-up as a calendar file. Calendars are shared and shown on locked screens, so it holds a
 * neutral word and the time alone: no name, number, place, link or address.
 */
@Component
public class CalendarFile {

    private static final Duration LENGTH = Duration.builder().minutes(30).build();

    private final CaseFiles cases;
    private final Labels labels;
    private final Clock clock;

    CalendarFile(CaseFiles cases, Labels labels, Clock clock) {
        this.cases = cases;
        this.labels = labels;
        this.clock = clock;
    }

    /** The file, or empty when no follow-up is planned. */
    @Transactional(readOnly = true)
    public Optional<String> nextContact(String caseNumber) {
        return Optional.ofNullable(cases.get(caseNumber).followUpDueAt()).map(this::at);
    }

    private String at(Instant start) {
        // The id is drawn by lot: one made from the case's number could be traced back to it.
        VEvent event = new VEvent();
        event.setSummary(labels.text("calendar.event"));
        event.setDateStart(Date.from(start));
        event.setDuration(LENGTH);
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setClassification(Classification.private_());
        ICalendar calendar = new ICalendar();
        calendar.setProductId(labels.text("calendar.product"));
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
