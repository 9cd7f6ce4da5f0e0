package se.varna.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import se.varna.directory.Directory;

/** Signing in with a password of our own: in the demo, and nowhere else. */
@Configuration(proxyBeanMethods = false)
class DemoSignIn {

    /** In the demo, whoever the directory knows and gives something to do signs in with one password. */
    @Bean
    @Profile("demo")
    UserDetailsService demoUsers(Directory directory, @Value("${varna.demo.password}") String password) {
        return id -> directory
                .person(id)
                .filter(person -> !directory.groups(id).isEmpty())
                .map(person ->
                        User.withUsername(id).password("{noop}" + password).build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    /** Outside the demo there are no passwords of our own: nobody gets in this way. */
    @Bean
    @Profile("!demo")
    UserDetailsService noUsers() {
        return id -> {
            throw new UsernameNotFoundException("unknown");
        };
    }
}
