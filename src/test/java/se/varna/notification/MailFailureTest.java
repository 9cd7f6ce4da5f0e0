package se.varna.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Phase;

/** A mail server that is down costs nobody anything but time. */
class MailFailureTest extends VarnaTest {

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail mailServer;

    @Autowired
    JdbcClient jdbc;

    @Test
    void mail_that_fails_is_tried_again_then_an_incident_and_a_retry_sends_it_while_the_case_goes_on()
            throws MessagingException, IOException {
        String number = report("ledamot-kf", AReport.about("KF")).caseNumber();
        Job job = receiptJob(number);
        int port = sender.getPort();
        sender.setPort(1);
        try {
            Date earlier = new Date(0);
            int tries = 0;
            while (reload(job).getRetries() > 0) {
                assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                        .isInstanceOf(RuntimeException.class);
                tries++;
                Job failed = reload(job);
                assertThat(failed.getExceptionMessage()).doesNotContain("ledamot", "@", "localhost");
                if (failed.getRetries() > 0) {
                    assertThat(failed.getDuedate()).isAfter(earlier);
                    earlier = failed.getDuedate();
                    clock.set(failed.getDuedate().toInstant());
                }
            }
            assertThat(tries).isGreaterThan(3);
            Incident incident = engine.getRuntimeService()
                    .createIncidentQuery()
                    .configuration(job.getId())
                    .singleResult();
            assertThat(incident.getIncidentMessage())
                    .startsWith("Ett e-postmeddelande kunde inte skickas.")
                    .doesNotContain("ledamot", "@");

            // The case goes on meanwhile.
            complete("sob-1", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Ja.");
            assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        } finally {
            sender.setPort(port);
        }

        List<MimeMessage> before = List.of(mailServer.getReceivedMessages());
        engine.getManagementService().setJobRetries(job.getId(), 1);
        engine.getManagementService().executeJob(job.getId());
        List<MimeMessage> sent = Stream.of(mailServer.getReceivedMessages())
                .filter(message -> !before.contains(message))
                .toList();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).getSubject()).isEqualTo("Du har ett meddelande i Värna");
        assertThat(sent.get(0).getContent().toString())
                .contains(number, "112")
                .doesNotContain("Fullmäktige", "ropade", "hot");
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .configuration(job.getId())
                        .count())
                .isZero();
    }

    @Test
    void what_has_been_sent_is_not_sent_again() {
        String number = report("ledamot-kf", AReport.about("KF")).caseNumber();
        runJobs(number);
        int sent = mailServer.getReceivedMessages().length;
        runJobs(number);
        assertThat(mailServer.getReceivedMessages()).hasSize(sent);
    }

    /** The job that sends the exposed person's receipt; the officers' mail has jobs of its own. */
    private Job receiptJob(String number) {
        String receipt = jdbc.sql("SELECT id::text FROM varna.outgoing_mail WHERE case_number = ? AND kind = 'RECEIPT'")
                .param(number)
                .query(String.class)
                .single();
        String instance = engine.getRuntimeService()
                .createVariableInstanceQuery()
                .variableValueEquals("subjectId", receipt)
                .singleResult()
                .getProcessInstanceId();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private Job reload(Job job) {
        return engine.getManagementService().createJobQuery().jobId(job.getId()).singleResult();
    }
}
