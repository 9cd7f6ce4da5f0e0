package se.varna.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Out here is out everywhere: who signs out goes on to the identity provider, which ends its own session and leads back.
 * Tasklist and Cockpit sign out by a call that can lead nowhere; they come to the sign-in page next, and go on from there.
 */
class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler {

    /** Names the way out. No session: what Tasklist had asked for before may still be answered, with a session of its own. */
    private static final String COOKIE = "varna-ut";

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);
    private static final int KEPT = 10_000;

    private final Cache<String, String> waysOut =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

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
        String name = UUID.randomUUID().toString();
        waysOut.put(name, determineTargetUrl(request, response, person));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, name)
                        .path(request.getContextPath() + SignIn.PAGE)
                        .maxAge(KEPT_FOR)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
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
                Cookie cookie = WebUtils.getCookie(request, COOKIE);
                String wayOut = cookie == null ? null : waysOut.asMap().remove(cookie.getValue());
                if (wayOut == null) {
                    chain.doFilter(request, response);
                } else {
                    response.sendRedirect(wayOut);
                }
            }
        };
    }
}
