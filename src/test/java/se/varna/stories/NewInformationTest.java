package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.followup.Following;

/** Something new comes, in each phase of a case's life; it is saved first, and never lost. */
class NewInformationTest extends VarnaTest {

    @Autowired
    Following following;

    private void tell(String person, String number, String text, Indicator... indicators) {
        later(Duration.ofMinutes(1));
        following.addInformation(number, person, text, Set.of(indicators), false);
    }

    @Test
    void during_follow_up_it_leads_back_to_assessment() {
        String number = caseInFollowUp("ledamot-kf", "KF", "sob-1", "LOW");
        tell("ledamot-kf", number, "Nu har det kommit ett brev också.");

        // It is saved before anything is done about it.
        assertThat(cases.information(number)).hasSize(1);
        assertThat(file(number).phase()).isEqualTo(Phase.FOLLOW_UP);

        runJobs(number);
        assertThat(instance(number, "incidentHandling"))
                .hasPassed("boundaryEvent_informationDuringFollowUp")
                .isWaitingAt("userTask_assessIncident");
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(openTasks(number)).doesNotContain("userTask_followUp").contains("userTask_advisePoliceReport");
    }

    @Test
    void nobody_assesses_without_having_read_it() {
        String number = caseInAssessment("ledamot-kf", "KF", "sob-1");
        tell("ledamot-kf", number, "Han har en hund.");
        runJobs(number);

        Object[] assessment = {"level", "ELEVATED", "reason", "Ingen ny fara."};
        assertThatThrownBy(() -> complete("sob-1", number, "userTask_assessIncident", assessment))
                .hasMessageContaining("assessment.unreadInformation");
        assertThat(openTasks(number)).containsExactly("userTask_assessIncident");

        read("sob-1", number);
        complete("sob-1", number, "userTask_assessIncident", assessment);
        assertThat(file(number).phase()).isEqualTo(Phase.FOLLOW_UP);
    }

    @Test
    void before_the_first_contact_it_can_raise_the_level_and_bring_the_deadline_nearer() {
        String number =
                report("ledamot-kf", AReport.about("KF").kind(Kind.HATE)).caseNumber();
        assertThat(file(number).level()).isEqualTo(Level.LOW);
        tell("ledamot-kf", number, "Han säger att han har en kniv.", Indicator.WEAPON);
        runJobs(number);

        assertThat(file(number).level()).isEqualTo(Level.HIGH);
        assertThat(taskDue(number, "userTask_contactExposed")).isEqualTo(swedish("2026-11-24T11:01"));
        assertThat(dueAt(number, "boundaryEvent_contactOverdue")).isEqualTo(swedish("2026-11-24T11:01"));
        assertThat(dueAt(number, "boundaryEvent_contactOverdueTwice")).isEqualTo(swedish("2026-11-24T12:01"));
        assertThat(timeline(number)).contains(EventKind.LEVEL_RAISED);
        assertThat(instance(number, "incidentHandling")).isWaitingAt("callActivity_firstContact");
    }

    @Test
    void it_never_lowers_a_level_or_puts_a_deadline_off() {
        String number = report("ledamot-kf", AReport.about("KF").mentioning(Indicator.WEAPON))
                .caseNumber();
        tell("ledamot-kf", number, "Det var nog inget.");
        runJobs(number);

        assertThat(file(number).level()).isEqualTo(Level.HIGH);
        assertThat(taskDue(number, "userTask_contactExposed")).isEqualTo(swedish("2026-11-24T11:00"));
    }

    @Test
    void during_assessment_a_raised_level_brings_the_assessment_nearer() {
        String number = caseInAssessment("ledamot-kf", "KF", "sob-1");
        assertThat(taskDue(number, "userTask_assessIncident")).isEqualTo(swedish("2026-11-26T10:00"));
        tell("ledamot-kf", number, "Han stod utanför huset.", Indicator.HOME_VISIT);
        runJobs(number);

        assertThat(file(number).level()).isEqualTo(Level.HIGH);
        assertThat(taskDue(number, "userTask_assessIncident")).isEqualTo(swedish("2026-11-25T10:00"));
        assertThat(dueAt(number, "boundaryEvent_assessmentOverdue")).isEqualTo(swedish("2026-11-25T10:00"));
    }

    @Test
    void in_a_closed_case_it_opens_the_case_again_and_the_case_can_be_closed_once_more() {
        String number = caseInFollowUp("ledamot-kf", "KF", "sob-1", "LOW");
        close("sob-1", number);
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        String first = newest(number, "incidentHandling");

        tell("ledamot-kf", number, "Det har börjat igen.");
        runJobs(number);
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(timeline(number)).contains(EventKind.REOPENED);
        assertThat(instance(number, "incidentHandling"))
                .hasPassed("startEvent_caseReopened")
                .isWaitingAt("userTask_assessIncident");
        assertThat(instance(number, "incidentHandling").getId()).isNotEqualTo(first);
        assertThat(groupsOf(number, "userTask_assessIncident")).containsExactly("sob");

        read("sob-1", number);
        complete(
                "sob-1",
                number,
                "userTask_assessIncident",
                "level",
                "LOW",
                "reason",
                "Samma person, ringa innehåll och inget hot.");
        close("sob-1", number);
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void two_pieces_at_once_are_both_kept() {
        String number = caseInFollowUp("ledamot-kf", "KF", "sob-1", "LOW");
        tell("ledamot-kf", number, "Ett.");
        tell("ledamot-kf", number, "Två.");
        runJobs(number);

        assertThat(cases.information(number)).hasSize(2);
        assertThat(instance(number, "incidentHandling")).isWaitingAt("userTask_assessIncident");
    }

    @Test
    void an_officer_can_choose_to_assess_again() {
        String number = caseInFollowUp("ledamot-kf", "KF", "sob-1", "LOW");
        followUp("sob-1", number, "REASSESS");

        assertThat(instance(number, "incidentHandling")).isWaitingAt("userTask_assessIncident");
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
    }
}
