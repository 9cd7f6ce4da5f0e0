package se.varna.notification.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varna.engine.CaseStep;
import se.varna.notification.Mail;

/** The step of {@code send-message.bpmn}. */
@Configuration(proxyBeanMethods = false)
class SendMessageSteps {

    @Bean
    CaseStep sendMail(Mail mail) {
        return CaseStep.about(mail::send);
    }
}
