package se.varna.reporting.web;

import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varna.common.web.UploadRoute;
import se.varna.evidence.EvidenceSettings;

@Configuration(proxyBeanMethods = false)
class DraftUploadConfiguration {

    @Bean
    UploadRoute draftUploads(EvidenceSettings settings) {
        return new UploadRoute(Pattern.compile("/rapportera/[^/]+/" + Question.EVIDENCE.number()), settings.request());
    }
}
