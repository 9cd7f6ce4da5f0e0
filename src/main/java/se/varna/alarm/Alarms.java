package se.varna.alarm;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.engine.Processes;

/**
 * Alarms to the city's own system. Raising one is part of the caller's transaction; sending it is a process instance of
 * its own, tried again with growing pauses, then an incident in Cockpit. What is sent is the case's number, its level, the
 * moment and a link: nothing of a person, and nothing that anyone wrote.
 */
@Service
@Transactional
@EnableConfigurationProperties(AlarmSettings.class)
public class Alarms {

    private static final String PROCESS = "sendAlarm";

    private final AlarmRepository alarms;
    private final AlarmReceiver receiver;
    private final Processes processes;
    private final String baseUrl;
    private final Clock clock;

    Alarms(
            AlarmRepository alarms,
            AlarmReceiver receiver,
            Processes processes,
            @Value("${varna.base-url}") String baseUrl,
            Clock clock) {
        this.alarms = alarms;
        this.receiver = receiver;
        this.processes = processes;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Raises the alarm for the case, once; nothing where the city has no such system. */
    public void raise(String caseNumber, String level) {
        if (receiver.isOn() && !alarms.existsByCaseNumber(caseNumber)) {
            Alarm raised = alarms.saveAndFlush(new Alarm(caseNumber, level, clock.instant()));
            processes.start(PROCESS, caseNumber, raised.getId());
        }
    }

    /**
     * Sends a raised alarm; one that has been delivered is not sent again.
     *
     * @throws IllegalStateException when it was not received; it is to be tried again
     */
    public void send(UUID id) {
        Alarm alarm = alarms.findById(id).orElseThrow();
        if (alarm.isDelivered()) {
            return;
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("delivery", id.toString());
        said.put("case", alarm.caseNumber());
        said.put("level", alarm.level());
        said.put("at", alarm.raisedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        said.put("link", baseUrl + "/arenden/" + alarm.caseNumber());
        receiver.send(id, said, clock.instant());
        alarm.delivered(clock.instant());
    }
}
