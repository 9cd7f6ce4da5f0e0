package se.varna.evidence.web;

import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varna.common.web.UploadRoute;
import se.varna.evidence.EvidenceSettings;

@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    UploadRoute evidenceUploads(EvidenceSettings settings) {
        return new UploadRoute(Pattern.compile("/arenden/[^/]+/bevis"), settings.request());
    }
}
