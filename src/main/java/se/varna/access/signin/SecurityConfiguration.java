package se.varna.access.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import se.varna.access.SessionLife;
import se.varna.directory.Directory;

/** One sign-in for portal, Tasklist and Cockpit; the API signs in with each request and keeps no session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** How Tasklist and Cockpit sign out; it ends our own session. */
    private static final String WEBAPP_LOGOUT = "/camunda/api/admin/auth/user/{engine}/logout";

    private final SignIn signIn;
    private final SessionWatch watch;

    SecurityConfiguration(SignIn signIn, Directory directory, SessionLife life, Clock clock) {
        this.signIn = signIn;
        this.watch = new SessionWatch(signIn, directory, life, clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/responsibility")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(new ResponseHeaders(""));
        signIn.api(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        var webappLogout = paths.matcher(HttpMethod.POST, WEBAPP_LOGOUT);
        http
                // Camunda's webapps bring their own CSRF filter for their API. They sign out without any token, so
                // there
                // the browser has to say that it is one of our pages; a token of ours no other site has.
                .csrf(csrf -> csrf.ignoringRequestMatchers(request ->
                        Paths.isWebapp(request) && !(webappLogout.matches(request) && isFromElsewhere(request))))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                // The framework would tell which addresses there are; nobody here needs to ask.
                                .requestMatchers(HttpMethod.OPTIONS)
                                .denyAll()
                                .requestMatchers(
                                        "/",
                                        "/vem-kontaktar-jag",
                                        "/rad/**",
                                        "/tillganglighet",
                                        SignIn.PAGE,
                                        "/session",
                                        "/css/**",
                                        "/js/**",
                                        "/img/**",
                                        "/favicon.ico",
                                        "/actuator/health")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .logout(logout -> logout.logoutRequestMatcher(request ->
                                paths.matcher(HttpMethod.POST, "/logga-ut").matches(request)
                                        || webappLogout.matches(request))
                        .logoutSuccessHandler(signIn.signedOut()))
                .requestCache(cache -> cache.requestCache(watch.places()))
                .addFilterAfter(watch, LogoutFilter.class)
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SignIn.PAGE), request -> true))
                .headers(new ResponseHeaders(signIn.formTarget()));
        signIn.pages(http, watch.begins());
        return http.build();
    }

    /** Older browsers do not say. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin");
    }
}
