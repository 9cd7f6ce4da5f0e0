package se.varna.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who has signed out at the identity provider, or has been signed out there, as it tells us by the back channel. The
 * sessions themselves are ended by {@link SessionWatch}, when they are used next. Kept in memory, on the node that was told.
 */
class EndedElsewhere implements OidcSessionRegistry {

    private static final int KEPT = 100_000;

    private final Clock clock;
    private final Cache<String, Instant> ended =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    EndedElsewhere(Clock clock) {
        this.clock = clock;
    }

    /** @param since when the person signed in here */
    boolean has(Authentication person, Instant since) {
        if (!(person.getPrincipal() instanceof OidcUser user)) {
            return false;
        }
        String session = user.getClaimAsString("sid");
        Instant all = ended.getIfPresent(person(user.getSubject()));
        return session != null && ended.getIfPresent(session(session)) != null || all != null && !since.isAfter(all);
    }

    /** The provider ends one session, or all that a person has. */
    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken told) {
        String session = told.getSessionId();
        ended.put(session == null ? person(told.getSubject()) : session(session), clock.instant());
        return List.of();
    }

    /** Nothing to keep: the sessions know for themselves whose they are. */
    @Override
    public void saveSessionInformation(OidcSessionInformation session) {}

    @Override
    public OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }

    private static String session(String id) {
        return "session " + id;
    }

    private static String person(String subject) {
        return "person " + subject;
    }
}
