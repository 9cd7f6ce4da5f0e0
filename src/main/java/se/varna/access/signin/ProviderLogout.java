package se.varna.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Out here is out everywhere: who signs out goes on to the identity provider, which ends its own session and leads back.
 * Tasklist and Cockpit sign out by a call that can lead nowhere. The next page that the browser asks for, still by the
 * session that has just ended, is where they are led on: whichever page it is, and also when it is asked for before that
 * call has been answered.
 */
class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler implements LogoutHandler {

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);
    private static final int KEPT = 10_000;

    /** What the sign-in page is told about one who has signed out. */
    private static final String OUT = "utloggad";

    /** The way to the provider, by the id of the session that ends. */
    private final Cache<String, String> waysOut =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

    ProviderLogout(ClientRegistrationRepository provider) {
        super(provider);
        setDefaultTargetUrl(SignIn.PAGE + "?" + OUT);
        setPostLogoutRedirectUri("{baseUrl}" + SignIn.PAGE + "?" + OUT);
    }

    /** Before the session ends, so that there is no moment in which nobody is signed in and no way out is known. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        if (Paths.isWebapp(request) && request.getRequestedSessionId() != null) {
            waysOut.put(request.getRequestedSessionId(), determineTargetUrl(request, response, person));
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        if (Paths.isWebapp(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            super.onLogoutSuccess(request, response, person);
        }
    }

    /**
     * Leads one who has signed out in a webapp to the provider until they are back from it: a browser asks twice for a page
     * when it is told to go there while it is on its way.
     */
    Filter onTheWayOut() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                // A font or a picture must not use up the way out.
                return request.getRequestedSessionId() == null || !Paths.isPage(request);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (Paths.of(request).equals(SignIn.PAGE) && request.getParameter(OUT) != null) {
                    waysOut.invalidate(request.getRequestedSessionId());
                }
                String wayOut = request.isRequestedSessionIdValid()
                        ? null
                        : waysOut.getIfPresent(request.getRequestedSessionId());
                if (wayOut == null) {
                    chain.doFilter(request, response);
                } else {
                    response.sendRedirect(wayOut);
                }
            }
        };
    }
}
