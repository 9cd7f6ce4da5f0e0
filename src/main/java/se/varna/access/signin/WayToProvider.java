package se.varna.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * How we ask the identity provider who someone is: with PKCE, with how long ago and how surely they may
 * have shown it there, and with the question put anew to one who wants to come in as somebody else than the provider
 * remembers.
 */
class WayToProvider implements OAuth2AuthorizationRequestResolver {

    private final DefaultOAuth2AuthorizationRequestResolver usual;

    /**
     * @param longest how long ago they may have signed in at the provider
     * @param acr how surely, in the provider's words; empty for as it decides
     */
    WayToProvider(ClientRegistrationRepository provider, Duration longest, String acr) {
        usual = new DefaultOAuth2AuthorizationRequestResolver(
                provider, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(question -> question.additionalParameters(more -> {
                    more.put("max_age", longest.toSeconds());
                    if (!acr.isBlank()) {
                        more.put("acr_values", acr.strip());
                    }
                })));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asSomebodyElse(request, usual.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asSomebodyElse(request, usual.resolve(request, registration));
    }

    private static OAuth2AuthorizationRequest asSomebodyElse(
            HttpServletRequest request, OAuth2AuthorizationRequest question) {
        if (question == null || request.getParameter("annan") == null) {
            return question;
        }
        return OAuth2AuthorizationRequest.from(question)
                .additionalParameters(more -> more.putAll(Map.of("prompt", "login")))
                .build();
    }
}
