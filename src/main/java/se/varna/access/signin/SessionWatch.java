package se.varna.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;
import se.varna.access.SessionLife;
import se.varna.directory.Directory;

/**
 * Ends a session when the person's roles have changed since they signed in, when it has lasted long enough, when nothing
 * has been done for long enough, and when it has been ended elsewhere. What a webapp asks for by itself, every few
 * seconds, is nothing that a person does, though the container takes it for that. The one who was reading comes to the sign-in page, the one who was sending something gets their words back, and Tasklist hears
 * that nobody is signed in.
 */
class SessionWatch extends OncePerRequestFilter {

    private static final String GROUPS = "se.varna.groups";
    private static final String LAST_DONE = "se.varna.lastDone";

    private final SignIn signIn;
    private final Directory directory;
    private final SessionLife life;
    private final Clock clock;
    private final HttpSessionRequestCache places = new HttpSessionRequestCache();

    SessionWatch(SignIn signIn, Directory directory, SessionLife life, Clock clock) {
        this.signIn = signIn;
        this.directory = directory;
        this.life = life;
        this.clock = clock;
        places.setRequestMatcher(Paths::isPage);
    }

    /** Where people were going when they had to sign in. */
    RequestCache places() {
        return places;
    }

    /** What happens when someone has signed in: the watch begins, and they come to where they were going. */
    AuthenticationSuccessHandler begins() {
        SavedRequestAwareAuthenticationSuccessHandler goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        goOn.setRequestCache(places);
        return (request, response, person) -> {
            HttpSession session = request.getSession();
            session.setAttribute(GROUPS, new TreeSet<>(directory.groups(person.getName())));
            session.setAttribute(SessionLife.SIGNED_IN_AT, clock.instant());
            session.setAttribute(LAST_DONE, clock.instant());
            goOn.onAuthenticationSuccess(request, response, person);
        };
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.isStatic(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session == null || person == null || person instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        if (!(session.getAttribute(SessionLife.SIGNED_IN_AT) instanceof Instant since)
                || life.left(since).toSeconds() <= 0) {
            end(session, "lang", request, response);
        } else if (!(session.getAttribute(LAST_DONE) instanceof Instant lastDone) || life.hasRested(lastDone)) {
            end(session, "vila", request, response);
        } else if (signIn.isEndedElsewhere(person, since)) {
            end(session, "utloggad", request, response);
        } else if (!(session.getAttribute(GROUPS) instanceof Set<?> groups)
                || !groups.equals(directory.groups(person.getName()))) {
            end(session, "roller", request, response);
        } else {
            if (!Paths.isAskedByItself(request)) {
                session.setAttribute(LAST_DONE, clock.instant());
            }
            chain.doFilter(request, response);
        }
    }

    private void end(HttpSession session, String why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        session.invalidate();
        SecurityContextHolder.clearContext();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (Paths.isWebappApi(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (reads) {
            places.saveRequest(request, response);
            response.sendRedirect(request.getContextPath() + SignIn.PAGE + "?" + why);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
