package se.varna.access.signin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Out here is out everywhere: who signs out goes on to the identity provider, which ends its own session and leads back.
 * Tasklist and Cockpit sign out by a call that can lead nowhere; they come to the sign-in page next, and go on from there.
 */
class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler {

    private static final String ON_THE_WAY_OUT = "se.varna.endProviderSession";

    ProviderLogout(ClientRegistrationRepository provider) {
        super(provider);
        setDefaultTargetUrl(SignIn.PAGE + "?utloggad");
        setPostLogoutRedirectUri("{baseUrl}" + SignIn.PAGE + "?utloggad");
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        if (!Paths.isWebapp(request)) {
            super.onLogoutSuccess(request, response, person);
            return;
        }
        request.getSession(true).setAttribute(ON_THE_WAY_OUT, determineTargetUrl(request, response, person));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Leads one who has signed out in a webapp from the sign-in page to the provider, once. */
    Filter onTheWayOut() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                // A font or a picture that is led to the sign-in page must not use up the way out.
                return !Paths.of(request).equals(SignIn.PAGE) || !Paths.isPage(request);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                HttpSession session = request.getSession(false);
                if (session != null && session.getAttribute(ON_THE_WAY_OUT) instanceof String provider) {
                    session.invalidate();
                    response.sendRedirect(provider);
                } else {
                    chain.doFilter(request, response);
                }
            }
        };
    }
}
