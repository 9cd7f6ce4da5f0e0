package se.varna.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import se.varna.AReport;
import se.varna.VarnaTest;

/** What Cockpit says of a step that has stopped. */
class IncidentTextsTest extends VarnaTest {

    private static final String KEY = "incident.";
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages.incidents");

    @Autowired
    FlywayConnectionDetails owner;

    @Test
    void every_step_that_can_stop_by_itself_says_what_it_means_and_what_to_do() {
        Set<String> steps = ids(nodes().filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()));

        assertThat(steps).hasSizeGreaterThan(4).allSatisfy(step -> assertThat(TEXTS.keySet())
                .contains(KEY + step));
        assertThat(TEXTS.keySet().stream().filter(key -> key.startsWith(KEY)))
                .allSatisfy(key -> assertThat(TEXTS.getString(key))
                        .containsIgnoringCase("försök")
                        .contains("igen")
                        .doesNotContain("{"));
    }

    @Test
    void every_sentence_belongs_to_a_step_or_a_timer_that_exists() {
        Set<String> steps = ids(nodes());
        assertThat(TEXTS.keySet().stream()
                        .filter(key -> key.startsWith(KEY))
                        .map(key -> key.substring(KEY.length()))
                        .filter(key -> !Set.of("timer", "step").contains(key)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(steps).contains(key));
    }

    @Test
    void a_deadline_that_could_not_do_its_work_says_who_may_be_waiting() throws SQLException {
        String number = report(newMember("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .caseNumber();
        assertThat(saidOf(number, "boundaryEvent_contactReminder"))
                .startsWith("En påminnelse eller en frist har kommit")
                .endsWith("Felets namn i loggen: PSQLException.");
        assertThat(saidOf(number, "boundaryEvent_contactOverdue"))
                .startsWith("Fristen för den första kontakten har passerat")
                .contains("Den utsatta kan vänta på ett samtal");
    }

    /** Lets the timer at that element come while nothing can be written to the timeline. */
    private String saidOf(String number, String timer) throws SQLException {
        Job job = job(number, timer);
        clock.set(job.getDuedate().toInstant());
        owner("ALTER TABLE varna.timeline_event ADD CONSTRAINT broken CHECK (case_number <> '" + number
                + "') NOT VALID");
        try {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            owner("ALTER TABLE varna.timeline_event DROP CONSTRAINT broken");
        }
        return engine.getManagementService()
                .createJobQuery()
                .jobId(job.getId())
                .singleResult()
                .getExceptionMessage();
    }

    private Stream<FlowNode> nodes() {
        return engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getId)
                .map(id -> engine.getRepositoryService().getBpmnModelInstance(id))
                .map(model -> model.getModelElementsByType(FlowNode.class))
                .flatMap(Collection::stream);
    }

    private static Set<String> ids(Stream<FlowNode> nodes) {
        return nodes.map(FlowNode::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    private void owner(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
