package se.varna.database;

import java.util.ResourceBundle;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The artifact that goes to production has no database of its own: without a server's address it stops at once. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingClass("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "false")
class NoDatabaseNamed {

    /** Before any other bean is made, so that nothing else complains first. */
    @Bean
    static BeanFactoryPostProcessor databaseCheck() {
        throw new DatabaseMissing();
    }

    static final class DatabaseMissing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DatabaseMissing() {
            super("spring.datasource.url names no database");
        }
    }

    /** Tells whoever starts the application what to set. */
    static class Explanation extends AbstractFailureAnalyzer<DatabaseMissing> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, DatabaseMissing cause) {
            ResourceBundle texts = ResourceBundle.getBundle("messages.texts");
            return new FailureAnalysis(
                    texts.getString("startup.noDatabase"), texts.getString("startup.nameDatabase"), cause);
        }
    }
}
