package se.varna.access.signin;

import java.time.Instant;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** The one way to sign in that this application runs with: {@link OidcSignIn} or {@link PasswordSignIn}. */
interface SignIn {

    /** The sign-in page's own address. */
    String PAGE = "/logga-in";

    /** How a person signs in to pages and Tasklist, once. */
    void pages(HttpSecurity http, AuthenticationSuccessHandler signedIn) throws Exception;

    /** How another system signs in, with each request. */
    void api(HttpSecurity http) throws Exception;

    /** What is answered to one who has signed out. */
    LogoutSuccessHandler signedOut();

    /** Whether the session that began then has been ended elsewhere, at the identity provider. */
    boolean isEndedElsewhere(Authentication person, Instant since);

    /** The origin of where pages may send a form or its answer, beside our own; empty for none. */
    String formTarget();
}
