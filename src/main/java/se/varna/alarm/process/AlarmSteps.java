package se.varna.alarm.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varna.alarm.Alarms;
import se.varna.engine.CaseStep;

/** The step of {@code send-alarm.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AlarmSteps {

    @Bean
    CaseStep sendAlarm(Alarms alarms) {
        return CaseStep.about(alarms::send);
    }
}
