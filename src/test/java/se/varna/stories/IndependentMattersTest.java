package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.casefile.EventKind;
import se.varna.casefile.Phase;
import se.varna.common.Refused;
import se.varna.consultation.Consultation;
import se.varna.consultation.Consultations;
import se.varna.directory.Owner;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.responsibility.Responsibilities;

/** Police referrals and consultations: each an instance of its own, linked by the case number alone. */
class IndependentMattersTest extends VarnaTest {

    @Autowired
    PoliceReferrals referrals;

    @Autowired
    Consultations consultations;

    @Autowired
    Responsibilities responsibilities;

    private String boardCase(String level) {
        return caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola", level);
    }

    // --- the police

    @Test
    void a_report_to_the_police_is_followed_until_its_outcome_is_known() {
        String number = boardCase("LOW");
        complete(
                "lsa-grundskola",
                number,
                "userTask_advisePoliceReport",
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K12345-26",
                "reportedAt",
                "2026-11-23",
                "reportedBy",
                "EXPOSED");
        complete(
                "lsa-grundskola",
                number,
                "userTask_followPoliceCase",
                "policeOutcome",
                "ONGOING",
                "protection",
                "ASKED");
        assertThat(openTasks(number)).contains("userTask_followPoliceCase");
        complete(
                "lsa-grundskola",
                number,
                "userTask_followPoliceCase",
                "policeOutcome",
                "DISCONTINUED",
                "outcomeAt",
                "2026-11-24",
                "note",
                "Ingen misstänkt.");

        PoliceReferral referral = referrals.of(number).get(0);
        assertThat(referral.outcome()).isEqualTo(PoliceReferral.Outcome.DISCONTINUED);
        assertThat(referral.protection()).isEqualTo(PoliceReferral.Protection.ASKED);
        assertThat(steps(newest(number, "policeReferral"))).contains("endEvent_outcomeKnown");
    }

    @Test
    void one_who_does_not_want_to_report_is_asked_once_more_and_then_left_in_peace() {
        String number = boardCase("LOW");
        complete(
                "lsa-grundskola",
                number,
                "userTask_advisePoliceReport",
                "policeDecision",
                "LATER",
                "declineReason",
                "LEADS_NOWHERE");
        assertThat(openTasks(number)).doesNotContain("userTask_advisePoliceReport");
        assertThat(dueAt(number, "intermediateEvent_askAgain")).isEqualTo(swedish("2026-12-08T10:00"));

        timeComesFor(number, "intermediateEvent_askAgain");
        complete(
                "lsa-grundskola",
                number,
                "userTask_advisePoliceReport",
                "policeDecision",
                "DECLINED",
                "declineReason",
                "FEAR_OF_REPRISAL");
        assertThat(steps(newest(number, "policeReferral"))).contains("endEvent_notReported");
        assertThat(referrals.of(number).get(0).state()).isEqualTo(PoliceReferral.State.DECLINED);
    }

    @Test
    void a_report_without_its_number_or_with_a_wrong_one_is_refused() {
        String number = boardCase("LOW");
        assertThatThrownBy(() -> complete(
                        "lsa-grundskola",
                        number,
                        "userTask_advisePoliceReport",
                        "policeDecision",
                        "REPORTED",
                        "reportNumber",
                        "K-12",
                        "reportedAt",
                        "2027-01-01"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting("field")
                        .containsExactlyInAnyOrder("reportNumber", "reportedAt", "reportedBy"));
        assertThatThrownBy(() ->
                        complete("lsa-grundskola", number, "userTask_advisePoliceReport", "policeDecision", "LATER"))
                .isInstanceOf(Refused.class);
        assertThat(openTasks(number)).contains("userTask_advisePoliceReport");
    }

    // --- consultation

    private void state(String number) {
        complete(
                "lsa-grundskola",
                number,
                "userTask_stateConsultation",
                "statement",
                "Vi har pratat med familjen.",
                "secrecyGround",
                "CONSENT",
                "signed",
                true);
    }

    @Test
    void after_a_consultation_signed_by_both_the_department_takes_over_and_the_officer_loses_the_tasks() {
        String number = boardCase("HIGH");
        String followUp = task(number, "userTask_followUp").getId();
        as("lsa-grundskola", () -> engine.getTaskService().claim(followUp, "lsa-grundskola"));
        consultations.propose(number, "Frågan har gått till kommunstyrelsen.", "lsa-grundskola");
        assertThat(groupsOf(number, "userTask_stateConsultation")).containsExactly("lsa-GRUNDSKOLENAMNDEN");

        state(number);
        // Until both have signed, the local officer keeps the case and its duty.
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
        assertThat(groupsOf(number, "userTask_decideConsultation")).containsExactly("sob");

        complete(
                "sob-1",
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                "ACCEPT",
                "reason",
                "Vi tar över.",
                "signed",
                true);
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(responsibilities.latest(number).row()).isEqualTo(5);
        assertThat(groupsOf(number, "userTask_followUp")).containsExactly("sob");
        assertThat(task(number, "userTask_followUp").getAssignee()).isNull();
        assertThat(extent(number, "lsa-grundskola")).isEqualTo(Extent.LIMITED);
        assertThat(extent(number, "sob-2")).isEqualTo(Extent.FULL);
        // Old permissions are gone, not only the group.
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(followUp)
                        .list())
                .allSatisfy(grant -> assertThat(grant.getGroupId()).isEqualTo("sob"));
        assertThatThrownBy(() -> complete(
                        "lsa-grundskola", number, "userTask_followUp", "followUpOutcome", "CONTINUE", "note", "Jag"))
                .isInstanceOf(AuthorizationException.class);
        as("lsa-grundskola", () -> assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(followUp)
                        .count())
                .isZero());
    }

    @Test
    void the_department_can_decline_and_the_officer_keeps_the_case() {
        String number = boardCase("LOW");
        consultations.propose(number, "Frågan kan vara flyttad.", "lsa-grundskola");
        state(number);
        complete(
                "sob-1",
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                "DECLINE",
                "reason",
                "Den är kvar hos er.");
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
        assertThat(steps(newest(number, "consultation"))).contains("endEvent_consultationDeclined");
    }

    @Test
    void the_department_can_ask_for_more_before_it_answers() {
        String number = boardCase("LOW");
        consultations.propose(number, "Frågan kan vara flyttad.", "lsa-grundskola");
        timeComesFor(number, "boundaryEvent_statementOverdue");
        assertThat(timeline(number)).contains(EventKind.CONSULTATION_REMINDED);
        state(number);
        complete(
                "sob-1",
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                "ASK_MORE",
                "reason",
                "Vilka åtgärder gäller?");
        assertThat(openTasks(number))
                .contains("userTask_stateConsultation")
                .doesNotContain("userTask_decideConsultation");
        state(number);
        assertThat(consultations.of(number).get(0).state()).isEqualTo(Consultation.State.STATED);
    }

    @Test
    void a_takeover_needs_both_signatures_and_there_is_one_consultation_at_a_time() {
        String number = boardCase("LOW");
        consultations.propose(number, "Frågan kan vara flyttad.", "lsa-grundskola");
        assertThatThrownBy(() -> consultations.propose(number, "En gång till.", "sob-1"))
                .hasMessageContaining("consultation.alreadyOpen");
        assertThatThrownBy(() -> complete(
                        "lsa-grundskola",
                        number,
                        "userTask_stateConsultation",
                        "statement",
                        "Ja.",
                        "secrecyGround",
                        "NECESSARY",
                        "signed",
                        false))
                .hasMessageContaining("consultation.sign");
        state(number);
        assertThatThrownBy(() -> complete(
                        "sob-1",
                        number,
                        "userTask_decideConsultation",
                        "consultationAnswer",
                        "ACCEPT",
                        "reason",
                        "Ja."))
                .hasMessageContaining("consultation.sign");
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
    }

    @Test
    void a_consultation_survives_new_information() {
        String number = boardCase("LOW");
        consultations.propose(number, "Frågan kan vara flyttad.", "lsa-grundskola");
        cases.addInformation(number, "ledamot-ks", "Mer har hänt.", java.util.Set.of());
        engine.getRuntimeService().startProcessInstanceByKey("newInformation", number);
        runJobs(number);
        assertThat(openTasks(number)).contains("userTask_assessIncident", "userTask_stateConsultation");
    }

    // --- the assessment

    @Test
    void an_assessment_under_its_floor_or_under_the_table_without_an_explanation_is_refused() {
        String number = caseInAssessment("ledamot-kf", "KF", "sob-1");
        assertThatThrownBy(() -> complete(
                        "sob-1",
                        number,
                        "userTask_assessIncident",
                        "level",
                        "LOW",
                        "factors",
                        List.of("WEAPON"),
                        "reason",
                        "Jag tror inte på det alls, inte ett dugg."))
                .hasMessageContaining("assessment.floor");
        assertThatThrownBy(() -> complete("sob-1", number, "userTask_assessIncident", "level", "LOW", "reason", "Nej."))
                .hasMessageContaining("assessment.belowTable");
        complete(
                "sob-1",
                number,
                "userTask_assessIncident",
                "level",
                "LOW",
                "reason",
                "Ett missförstånd som har retts ut i samtal.");
        assertThat(file(number).phase()).isEqualTo(Phase.FOLLOW_UP);
    }

    @Test
    void an_assessment_sets_going_what_it_decides() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessIncident",
                "level",
                "HIGH",
                "reason",
                "Allvarligt.",
                "startPoliceReferral",
                true,
                "measures",
                List.of("HEMLARM", "ESKORT"),
                "proposeConsultation",
                true);
        assertThat(openTasks(number))
                .containsExactly(
                        "userTask_advisePoliceReport",
                        "userTask_decideMeasure",
                        "userTask_decideMeasure",
                        "userTask_followUp",
                        "userTask_stateConsultation");
    }

    @Test
    void the_party_is_told_only_with_consent() {
        String number = caseInAssessment("ledamot-ks", "KS", "sob-1");
        assertThatThrownBy(() -> complete(
                        "sob-1",
                        number,
                        "userTask_assessIncident",
                        "level",
                        "ELEVATED",
                        "reason",
                        "Ja.",
                        "informParty",
                        true))
                .hasMessageContaining("assessment.noConsent");
        assertThat(extent(number, "parti-a")).isEqualTo(Extent.NOTHING);
    }
}
