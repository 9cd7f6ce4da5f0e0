package se.varna.access.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider ({@code varna.oidc}).
 *
 * @param issuer the provider's address, as it stands in its tokens
 * @param clientId what this application is called there
 * @param clientSecret its password there
 * @param personClaim the claim that says who: the person's id in the directory
 * @param rolesClaim the claim that holds the roles of the whole city: a list, or one word
 * @param processOwnerRole the word for process owners in it
 * @param administratorRole the word for administrators in it
 * @param apiAudience the audience that a token for the API must have; never the client id, which is the audience of what
 *     says that somebody has signed in
 * @param acr how surely people must be known to the provider, in its own words, one of those between blanks; empty when
 *     the provider decides
 */
@ConfigurationProperties("varna.oidc")
record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("preferred_username") String personClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("processagare") String processOwnerRole,
        @DefaultValue("administrator") String administratorRole,
        @DefaultValue(API_AUDIENCE) String apiAudience,
        @DefaultValue("") String acr) {

    static final String API_AUDIENCE = "varna-api";
}
