package se.varna.parties;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts an end to the checks of parties that a test has let begin, which are everybody's in the shared database. */
public final class Checks {

    private Checks() {}

    public static void end(ProcessEngine engine, JdbcClient jdbc) {
        List<ProcessInstance> open = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("partyCheck")
                .list();
        open.forEach(check -> engine.getRuntimeService().deleteProcessInstance(check.getId(), "the test is over"));
        jdbc.sql("UPDATE varna.party_entry SET process_instance = NULL, asked_at = NULL")
                .update();
    }
}
