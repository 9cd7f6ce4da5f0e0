package se.varna.evidence.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varna.engine.CaseStep;
import se.varna.evidence.Evidences;

/** The step of {@code scan-evidence.bpmn}. */
@Configuration(proxyBeanMethods = false)
class EvidenceSteps {

    @Bean
    CaseStep searchEvidence(Evidences evidences) {
        return CaseStep.about(evidences::search);
    }
}
