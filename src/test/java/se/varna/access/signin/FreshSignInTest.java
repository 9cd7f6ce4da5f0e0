package se.varna.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.Jwt;

/** How long ago and how surely a person has signed in at the provider: asked for, and looked at. */
class FreshSignInTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(12);

    @Test
    void a_sign_in_longer_ago_than_a_session_may_last_is_refused() {
        assertThat(isAccepted("", Map.of("auth_time", NOW.minus(Duration.ofHours(12)))))
                .isTrue();
        assertThat(isAccepted("", Map.of("auth_time", NOW.minus(Duration.ofMinutes(12 * 60 + 2)))))
                .isFalse();
        assertThat(isAccepted("", Map.of())).as("a provider that does not say").isTrue();
    }

    @Test
    void where_it_is_said_how_surely_nothing_else_is_enough() {
        assertThat(isAccepted("loa3 loa4", Map.of("acr", "loa3"))).isTrue();
        assertThat(isAccepted("loa3 loa4", Map.of("acr", "loa4"))).isTrue();
        assertThat(isAccepted("loa3 loa4", Map.of("acr", "loa2"))).isFalse();
        assertThat(isAccepted("loa3 loa4", Map.of())).isFalse();
        assertThat(isAccepted("", Map.of("acr", "loa2"))).isTrue();
    }

    @Test
    void the_provider_is_asked_for_both() {
        assertThat(question("loa3 loa4")).contains("max_age=43200", "acr_values=loa3%20loa4", "code_challenge=");
        assertThat(question("")).contains("max_age=43200").doesNotContain("acr_values");
    }

    private static boolean isAccepted(String acr, Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", "someone");
        Jwt token = new Jwt("token", NOW, NOW.plusSeconds(60), Map.of("alg", "RS256"), all);
        return !new FreshSignIn(LONGEST, acr, Clock.fixed(NOW, ZoneOffset.UTC))
                .validate(token)
                .hasErrors();
    }

    private static String question(String acr) {
        var provider = new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("varna")
                .clientId("varna")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login")
                .authorizationUri("https://login.example.org/authorize")
                .tokenUri("https://login.example.org/token")
                .scope("openid")
                .build());
        return new WayToProvider(provider, LONGEST, acr)
                .resolve(new MockHttpServletRequest("GET", "/oauth2/authorization/varna"), "varna")
                .getAuthorizationRequestUri();
    }
}
