package se.varna.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a person stays signed in: so long without doing anything, and never longer than so long in all. */
@Component
public class SessionLife {

    /** The session's attribute with the {@link Instant} when the person signed in. */
    public static final String SIGNED_IN_AT = "se.varna.signedInAt";

    private final Duration idle;
    private final Duration longest;
    private final Clock clock;

    SessionLife(
            @Value("${server.servlet.session.timeout}") Duration idle,
            @Value("${varna.session.longest}") Duration longest,
            Clock clock) {
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    /** How long a person stays signed in at most, however much is done. */
    public Duration longest() {
        return longest;
    }

    /** Whether so long has passed since the person last did something that the session is over. */
    public boolean hasRested(Instant lastDone) {
        return !clock.instant().isBefore(lastDone.plus(idle));
    }

    /** How long the session lasts from now on if nothing more is done; zero or less when it has lasted long enough. */
    public Duration left(Instant signedInAt) {
        Duration inAll = Duration.between(clock.instant(), signedInAt.plus(longest));
        return inAll.compareTo(idle) < 0 ? inAll : idle;
    }
}
