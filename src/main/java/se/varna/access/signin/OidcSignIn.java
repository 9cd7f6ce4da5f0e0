package se.varna.access.signin;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import se.varna.access.RateLimits;
import se.varna.access.SessionLife;
import se.varna.common.TooOften;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Directory;
import se.varna.directory.GlobalRoles;
import se.varna.directory.SignIns;

/**
 * Signing in with the city's identity provider (OpenID Connect). It says who; the directory says what for, except the two
 * roles of the whole city, which a claim gives. The provider is looked up when it is first needed: a dead one stops
 * sign-ins, and neither timers nor mail.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(OidcSignIn.IS_ON)
@EnableConfigurationProperties(OidcSettings.class)
class OidcSignIn implements SignIn {

    static final String IS_ON = "!'${varna.oidc.issuer:}'.isBlank()";

    /** What the provider is called in our own addresses. */
    static final String PROVIDER = "varna";

    private static final String UNKNOWN = "unknown_person";
    private static final String SOMEBODY_ELSE = "somebody_else";

    /** What the sign-in page says to one who has nothing to do here. */
    private static final Map<String, String> TOLD = Map.of(UNKNOWN, "okand", SOMEBODY_ELSE, "upptaget");

    private final OidcSettings settings;
    private final Directory directory;
    private final GlobalRoles roles;
    private final SignIns signIns;
    private final RateLimits limits;
    private final SessionLife life;
    private final Clock clock;
    private final ClientRegistrationRepository provider;
    private final ProviderLogout logout;
    private final EndedElsewhere ended;

    OidcSignIn(
            OidcSettings settings,
            Directory directory,
            GlobalRoles roles,
            SignIns signIns,
            RateLimits limits,
            SessionLife life,
            Clock clock) {
        this.settings = settings;
        this.directory = directory;
        this.roles = roles;
        this.signIns = signIns;
        this.limits = limits;
        this.life = life;
        this.clock = clock;
        this.provider = new SupplierClientRegistrationRepository(this::lookUp);
        this.logout = new ProviderLogout(provider);
        this.ended = new EndedElsewhere(clock);
    }

    private InMemoryClientRegistrationRepository lookUp() {
        return new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(PROVIDER)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                .userNameAttributeName(settings.personClaim())
                .build());
    }

    @Bean
    ClientRegistrationRepository clientRegistrations() {
        return provider;
    }

    /** The provider's tokens live in the session and die with it. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OidcSessionRegistry endedSessions() {
        return ended;
    }

    /** Checks the token that says who has signed in, by the one clock. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(registration -> {
            OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
            validator.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(
                    inTime(), validator, new FreshSignIn(life.longest(), settings.acr(), clock));
        });
        return decoders;
    }

    private JwtTimestampValidator inTime() {
        JwtTimestampValidator validator = new JwtTimestampValidator();
        validator.setClock(clock);
        return validator;
    }

    // --- pages

    @Override
    public void pages(HttpSecurity http, AuthenticationSuccessHandler signedIn) throws Exception {
        http.oauth2Login(login -> login.loginPage(PAGE)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                                new WayToProvider(provider, life.longest(), settings.acr())))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::person))
                        .successHandler(signedIn)
                        .failureHandler(notSignedIn())
                        .withObjectPostProcessor(providerDoesNotAnswer()))
                .oidcLogout(byProvider -> byProvider.backChannel(Customizer.withDefaults()))
                .logout(out -> out.addLogoutHandler(logout))
                .addFilterAfter(logout.onTheWayOut(), LogoutFilter.class);
    }

    private OidcUser person(OidcUserRequest request) {
        OidcUser user;
        try {
            user = new OidcUserService().loadUser(request);
        } catch (IllegalArgumentException noSuchClaim) {
            throw refused(UNKNOWN);
        }
        if (signIns.isSomebodyElses(user.getName(), subject(user.getSubject()))) {
            throw refused(SOMEBODY_ELSE);
        }
        String name = user.getFullName() == null ? user.getName() : user.getFullName();
        roles.signedIn(user.getName(), name, offices(user.getClaim(settings.rolesClaim())));
        if (!mayComeIn(user.getName())) {
            throw refused(UNKNOWN);
        }
        if (!signIns.signsIn(user.getName(), subject(user.getSubject()))) {
            throw refused(SOMEBODY_ELSE);
        }
        return user;
    }

    private String subject(String atTheProvider) {
        return settings.issuer() + " " + atTheProvider;
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(why));
    }

    private boolean mayComeIn(String person) {
        return directory.person(person).isPresent() && !directory.groups(person).isEmpty();
    }

    private Set<Office> offices(Object claimed) {
        Collection<?> words = claimed instanceof Collection<?> list ? list : List.of(String.valueOf(claimed));
        Set<Office> offices = EnumSet.noneOf(Office.class);
        if (words.contains(settings.processOwnerRole())) {
            offices.add(Office.PROCESS_OWNER);
        }
        if (words.contains(settings.administratorRole())) {
            offices.add(Office.ADMINISTRATOR);
        }
        return offices;
    }

    /**
     * Whoever has nothing to do here gets no session at all, and is told whom to ask. An answer that nobody has asked the
     * provider for ends no session of someone who is signed in: anybody's link could bring it.
     */
    private AuthenticationFailureHandler notSignedIn() {
        return (request, response, failure) -> {
            String why = failure instanceof OAuth2AuthenticationException refused
                    ? TOLD.get(refused.getError().getErrorCode())
                    : null;
            HttpSession session = request.getSession(false);
            if (session != null && (why != null || session.getAttribute(SessionLife.SIGNED_IN_AT) == null)) {
                session.invalidate();
            }
            try {
                limits.count(RateLimits.Of.SIGN_IN, request.getRemoteAddr());
            } catch (TooOften tooOften) {
                TooManyTries.answer(tooOften, response);
                return;
            }
            response.sendRedirect(request.getContextPath() + PAGE + "?" + (why == null ? "fel" : why));
        };
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> providerDoesNotAnswer() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler((request, response, failure) ->
                        response.sendRedirect(request.getContextPath() + PAGE + "?svarar-inte"));
                return filter;
            }
        };
    }

    @Override
    public LogoutSuccessHandler signedOut() {
        return logout;
    }

    @Override
    public boolean isEndedElsewhere(Authentication person, Instant since) {
        return ended.has(person, since);
    }

    /** Signing out is a form whose answer leads to the provider. */
    @Override
    public String formTarget() {
        URI issuer = URI.create(settings.issuer());
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    // --- the API

    @Override
    public void api(HttpSecurity http) throws Exception {
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(tokenNeeded())
                .jwt(jwt -> jwt.decoder(tokens()).jwtAuthenticationConverter(this::caller)));
    }

    private JwtDecoder tokens() {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
            OAuth2TokenValidator<Jwt> forUs = new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.apiAudience()));
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    List.of(inTime(), new JwtIssuerValidator(settings.issuer()), forUs, noIdToken())));
            return decoder;
        });
    }

    /** What says that somebody has signed in travels in addresses, and must open nothing. */
    private static OAuth2TokenValidator<Jwt> noIdToken() {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtClaimValidator<>(IdTokenClaimNames.NONCE, Objects::isNull),
                new JwtClaimValidator<>("typ", type -> !"ID".equals(type)));
    }

    private AbstractAuthenticationToken caller(Jwt token) {
        String person = token.getClaimAsString(settings.personClaim());
        String subject = token.getSubject();
        if (person == null || subject == null || !mayComeIn(person) || !signIns.signsIn(person, subject(subject))) {
            throw new InvalidBearerTokenException(UNKNOWN);
        }
        return new JwtAuthenticationToken(token, List.of(), person);
    }

    /** Says no alike to whatever is wrong with the token. */
    private static AuthenticationEntryPoint tokenNeeded() {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(401);
        };
    }
}
