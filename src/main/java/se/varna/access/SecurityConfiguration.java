package se.varna.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** One sign-in for portal, Tasklist and Cockpit; the API signs in with each request and keeps no session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** How Tasklist and Cockpit sign out; it ends our own session. */
    private static final String WEBAPP_LOGOUT = "/camunda/api/admin/auth/user/{engine}/logout";

    /** Our pages run and show what we serve ourselves, and only Tasklist, which we serve too, may frame them. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'self';" + " form-action 'self'; frame-ancestors 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/responsibility")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        return http
                // Camunda's webapps bring their own CSRF filter for their API.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**"))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        "/",
                                        "/vem-kontaktar-jag",
                                        "/logga-in",
                                        "/css/**",
                                        "/js/**",
                                        "/img/**",
                                        "/favicon.ico",
                                        "/actuator/health")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/logga-in")
                        .loginProcessingUrl("/logga-in")
                        .failureUrl("/logga-in?fel")
                        .defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutRequestMatcher(request -> paths.matcher(HttpMethod.POST, "/logga-ut")
                                        .matches(request)
                                || paths.matcher(HttpMethod.POST, WEBAPP_LOGOUT).matches(request))
                        .logoutSuccessHandler(signedOut()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/logga-in"), request -> true))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        // Camunda's webapps bring their own policy too.
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(paths.matcher("/camunda/**")),
                                new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY)))
                        .referrerPolicy(referrer -> referrer.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    private static LogoutSuccessHandler signedOut() {
        return (request, response, authentication) -> {
            if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/")) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                response.sendRedirect(request.getContextPath() + "/logga-in?utloggad");
            }
        };
    }
}
