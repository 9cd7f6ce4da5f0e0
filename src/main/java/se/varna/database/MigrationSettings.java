package se.varna.database;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MigrationSettings {

    /** Migrations grant rights to the role that the application runs as, whatever a city calls it. */
    @Bean
    FlywayConfigurationCustomizer applicationRole(ObjectProvider<JdbcConnectionDetails> application) {
        return flyway -> application.ifAvailable(
                connection -> flyway.placeholders(Map.of("applicationRole", connection.getUsername())));
    }
}
