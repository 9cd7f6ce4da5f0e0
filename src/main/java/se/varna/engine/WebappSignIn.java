package se.varna.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasklist, Cockpit and Admin take the person from our own sign-in; they have none of their own. */
@Configuration(proxyBeanMethods = false)
class WebappSignIn {

    /** After Spring Security's filter chain, which stands at -100. */
    private static final int ORDER = 200;

    @Bean
    FilterRegistrationBean<Filter> webappAuthentication() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>();
        registration.setFilter(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", SignedInPerson.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(ORDER);
        return registration;
    }

    /** The person whom Spring Security has signed in, with the groups that the directory gives them now. */
    public static class SignedInPerson extends ContainerBasedAuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            String person = request.getRemoteUser();
            if (person == null) {
                return AuthenticationResult.unsuccessful();
            }
            AuthenticationResult result = new AuthenticationResult(person, true);
            List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                    .map(Group::getId)
                    .toList();
            result.setGroups(groups);
            return result;
        }
    }
}
