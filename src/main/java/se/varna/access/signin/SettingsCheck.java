package se.varna.access.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Outside the demo the application does not start with anything of the demo, nor open to eavesdropping. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class SettingsCheck {

    /** What the demo and our own examples use. */
    static final Set<String> KNOWN_SECRETS =
            Set.of("demo", "demo-app", "demo-owner", "demo-secret", "varna_app", "varna_owner", "postgres");

    private static final int SHORTEST_ALARM_SECRET = 32;

    /** Before any other bean is made, so that nothing else complains first. */
    @Bean
    static BeanFactoryPostProcessor settingsAreFit(Environment settings) {
        return beans -> {
            List<String> unfit = unfit(settings);
            if (!unfit.isEmpty()) {
                throw new UnfitSettings(unfit);
            }
        };
    }

    /** Keys of what has to be set, without the prefix {@code startup.set.}. */
    static List<String> unfit(Environment settings) {
        List<String> unfit = new ArrayList<>();
        String issuer = value(settings, "varna.oidc.issuer");
        addIf(unfit, issuer.isEmpty(), "issuer");
        addIf(unfit, !issuer.isEmpty() && !issuer.startsWith("https://"), "issuerHttps");
        String client = value(settings, "varna.oidc.client-id");
        addIf(unfit, client.isEmpty(), "clientId");
        String audience = settings.getProperty("varna.oidc.api-audience", OidcSettings.API_AUDIENCE);
        addIf(unfit, audience.strip().equals(client), "apiAudience");
        String secret = value(settings, "varna.oidc.client-secret");
        addIf(unfit, secret.isEmpty() || KNOWN_SECRETS.contains(secret), "clientSecret");
        addIf(unfit, !value(settings, "varna.demo.password").isEmpty(), "demoPassword");
        addIf(unfit, !value(settings, "varna.demo.cases").isEmpty(), "demoCases");
        addIf(unfit, KNOWN_SECRETS.contains(value(settings, "spring.datasource.password")), "datasourcePassword");
        addIf(unfit, KNOWN_SECRETS.contains(value(settings, "spring.flyway.password")), "flywayPassword");
        addIf(unfit, !value(settings, "server.servlet.session.cookie.secure").equals("true"), "secureCookie");
        addIf(unfit, !value(settings, "varna.base-url").startsWith("https://"), "baseUrl");
        String alarm = value(settings, "varna.alarm.url");
        addIf(unfit, !alarm.isEmpty() && !alarm.startsWith("https://"), "alarmUrl");
        String alarmSecret = value(settings, "varna.alarm.secret");
        addIf(unfit, !alarm.isEmpty() && alarmSecret.length() < SHORTEST_ALARM_SECRET, "alarmSecret");
        return unfit;
    }

    private static String value(Environment settings, String name) {
        return settings.getProperty(name, "").strip();
    }

    private static void addIf(List<String> unfit, boolean isUnfit, String key) {
        if (isUnfit) {
            unfit.add(key);
        }
    }

    static final class UnfitSettings extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> keys;

        UnfitSettings(List<String> keys) {
            super("not fit for production: " + String.join(", ", keys));
            this.keys = List.copyOf(keys);
        }
    }

    /** Tells whoever starts the application what to set. */
    static class Explanation extends AbstractFailureAnalyzer<UnfitSettings> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnfitSettings cause) {
            ResourceBundle texts = ResourceBundle.getBundle("messages.texts");
            String toSet = cause.keys.stream()
                    .map(key -> "\n    " + texts.getString("startup.set." + key))
                    .collect(Collectors.joining());
            return new FailureAnalysis(
                    texts.getString("startup.unfit"), texts.getString("startup.setThese") + toSet, cause);
        }
    }
}
