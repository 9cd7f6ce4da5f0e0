package se.varna.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;

/**
 * Whether the provider has done what {@link WayToProvider} asked for: the person has shown who they are recently enough,
 * where the provider says when, and surely enough, where we have said how.
 */
class FreshSignIn implements OAuth2TokenValidator<Jwt> {

    /** Clocks differ. */
    private static final Duration LENIENCE = Duration.ofMinutes(1);

    private final OAuth2TokenValidator<Jwt> both;

    FreshSignIn(Duration longest, String acr, Clock clock) {
        both = new DelegatingOAuth2TokenValidator<>(
                new JwtClaimValidator<Instant>(
                        IdTokenClaimNames.AUTH_TIME,
                        at -> at == null || !at.plus(longest).plus(LENIENCE).isBefore(clock.instant())),
                new JwtClaimValidator<String>(
                        IdTokenClaimNames.ACR,
                        said -> acr.isBlank()
                                || said != null
                                        && Set.of(acr.strip().split(" +")).contains(said)));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return both.validate(token);
    }
}
