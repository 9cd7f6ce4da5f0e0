package se.varna.casepage;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.followup.CalendarFile;

/** The time of the next contact for the exposed person's own calendar, which others may see: it tells nothing else. */
@Controller
class NextContactPage {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFile calendar;

    NextContactPage(CalendarFile calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/arenden/{number}/tid.ics")
    @ForCase(Action.SAVE_DATE)
    ResponseEntity<String> save(@PathVariable String number) {
        return calendar.nextContact(number)
                .map(file -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("tid.ics")
                                        .build()
                                        .toString())
                        .body(file))
                // Nothing is planned any longer: back to the page, which says how it goes.
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, "/arenden/" + number)
                        .build());
    }
}
