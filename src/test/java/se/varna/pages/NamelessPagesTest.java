package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.EngineTables;
import se.varna.VarnaTest;

/** Words typed on every page stand in the case file, and neither in the engine nor in the log. */
@ExtendWith(OutputCaptureExtension.class)
class NamelessPagesTest extends VarnaTest {

    private static final String CANARY = "koltrastsång";
    private static final String REASON = CANARY + " är skälet, och det är långt nog.";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void words_typed_on_the_pages_stand_nowhere_in_the_engine(CapturedOutput log) {
        Visitor official = Visitor.signedIn(port, "ledamot-ks");
        Visitor.Answer receipt = Reporter.report(
                official,
                "description",
                CANARY,
                "matter",
                "CITY",
                "unit",
                "GRUNDSKOLENAMNDEN",
                "politicalQuestion",
                CANARY,
                "reachAt",
                CANARY,
                "perpetrator",
                CANARY,
                "impact",
                CANARY,
                "upcomingMeetings",
                CANARY,
                "exposedOther",
                CANARY,
                "whom",
                "self");
        String number = Reporter.number(receipt);
        assertThat(cases.answers(number).impact()).isEqualTo(CANARY);

        String page = "/arenden/" + number;
        official.get(page);
        official.post(page + "/information", "text", CANARY);
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        officer.get(page);
        officer.post(page + "/anteckning", "text", CANARY);
        officer.post(page + "/samrad", "reason", REASON);
        officer.post(page + "/atgard", "kind", CANARY);
        Visitor department = Visitor.signedIn(port, "sob-1");
        department.get(page);
        department.post(page + "/samrad", "reason", CANARY);
        runJobs(number);

        assertThat(cases.notes(number)).hasSize(1);
        assertThat(cases.information(number)).hasSize(1);
        assertThat(openTasks(number)).contains("userTask_stateConsultation");
        assertThat(EngineTables.holding(jdbc, CANARY, "ledamot-ks")).isEmpty();
        assertThat(log.getAll()).doesNotContain(CANARY);
    }
}
