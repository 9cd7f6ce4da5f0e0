package se.varna.portal;

import java.security.Principal;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.SessionLife;

/** For the pages' warning before someone is signed out: asking is doing something, so it keeps the session alive. */
@RestController
@ForArea(Area.OPEN)
class SessionStatus {

    private final SessionLife life;

    SessionStatus(SessionLife life) {
        this.life = life;
    }

    /**
     * Who is signed in, and what a form needs to be sent.
     *
     * @param person the person's id
     * @param seconds how long the session lasts if nothing more is done
     * @param csrf the token that goes with a form
     */
    record Status(String person, long seconds, String csrf) {}

    @GetMapping("/session")
    ResponseEntity<Status> status(
            Principal person,
            @SessionAttribute(name = SessionLife.SIGNED_IN_AT, required = false) Instant since,
            CsrfToken csrf) {
        if (person == null || since == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Status(person.getName(), life.left(since).toSeconds(), csrf.getToken()));
    }
}
