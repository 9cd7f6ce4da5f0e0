package se.varna.access.signin;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/** Signing in with a password of our own: in the demo, and nowhere else. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@ConditionalOnExpression("!(" + OidcSignIn.IS_ON + ")")
@Import(Passwords.class)
class PasswordSignIn implements SignIn {

    @Override
    public void pages(HttpSecurity http, AuthenticationSuccessHandler signedIn) throws Exception {
        AuthenticationFailureHandler failed = (request, response, failure) -> {
            if (failure instanceof TooManyTries tooMany) {
                tooMany.answer(response);
            } else {
                response.sendRedirect(request.getContextPath() + PAGE + "?fel");
            }
        };
        http.formLogin(form -> form.loginPage(PAGE)
                .loginProcessingUrl(PAGE)
                .successHandler(signedIn)
                .failureHandler(failed));
    }

    @Override
    public void api(HttpSecurity http) throws Exception {
        BasicAuthenticationEntryPoint usual = new BasicAuthenticationEntryPoint();
        usual.setRealmName("Varna");
        AuthenticationEntryPoint entry = (request, response, failure) -> {
            if (failure instanceof TooManyTries tooMany) {
                tooMany.answer(response);
            } else {
                usual.commence(request, response, failure);
            }
        };
        http.httpBasic(basic -> basic.authenticationEntryPoint(entry));
    }

    @Override
    public LogoutSuccessHandler signedOut() {
        return (request, response, person) -> {
            if (Paths.isWebapp(request)) {
                response.setStatus(204);
            } else {
                response.sendRedirect(request.getContextPath() + PAGE + "?utloggad");
            }
        };
    }

    @Override
    public boolean isEndedElsewhere(Authentication person, Instant since) {
        return false;
    }

    @Override
    public String formTarget() {
        return "";
    }
}
