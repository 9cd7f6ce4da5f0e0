package se.varna.duty;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day that the city has decided about itself, whatever the almanac says. */
@Entity
@Table(name = "calendar_day")
public class CalendarDay {

    @Id
    private LocalDate day;

    private boolean staffed;

    private String reason;

    protected CalendarDay() {}

    CalendarDay(LocalDate day, boolean staffed, String reason) {
        this.day = day;
        this.staffed = staffed;
        this.reason = reason;
    }

    public LocalDate day() {
        return day;
    }

    public boolean staffed() {
        return staffed;
    }

    public String reason() {
        return reason;
    }
}
