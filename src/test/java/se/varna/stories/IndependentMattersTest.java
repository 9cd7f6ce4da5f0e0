package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.casefile.EventKind;
import se.varna.casefile.Phase;
import se.varna.common.Refused;
import se.varna.measures.Measure;
import se.varna.measures.Measures;

/** Measures and what goes with them: each an instance of its own, linked by the case number alone. */
class IndependentMattersTest extends VarnaTest {

    @Autowired
    Measures measures;

    private String boardCase(String level) {
        return caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola", level);
    }

    // --- measures

    @Test
    void a_measure_is_decided_confirmed_reviewed_and_ended() {
        String number = boardCase("HIGH");
        measures.propose(number, "HEMLARM", "lsa-grundskola");
        complete(
                "lsa-grundskola",
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "SECURITY_COMPANY",
                "reviewAt",
                "2026-12-10",
                "reason",
                "Adressen är känd.");
        complete("lsa-grundskola", number, "userTask_confirmMeasure", "inForceFrom", "2026-11-25");
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(swedish("2026-12-10T16:30"));

        timeComesFor(number, "boundaryEvent_reviewOverdue");
        assertThat(timeline(number)).contains(EventKind.MEASURE_REVIEW_OVERDUE);
        complete(
                "lsa-grundskola",
                number,
                "userTask_reviewMeasure",
                "measureReview",
                "EXTEND",
                "reviewAt",
                "2027-01-08",
                "reason",
                "Fortsatt behov.");
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(swedish("2027-01-08T16:30"));
        complete(
                "lsa-grundskola",
                number,
                "userTask_reviewMeasure",
                "measureReview",
                "END",
                "reason",
                "Behovet är borta.");

        assertThat(measures.of(number).get(0).state()).isEqualTo(Measure.State.ENDED);
        assertThat(steps(newest(number, "securityMeasure"))).contains("endEvent_measureEnded");
    }

    @Test
    void a_measure_can_be_rejected() {
        String number = boardCase("HIGH");
        measures.propose(number, "BEVAKNING", "lsa-grundskola");
        complete(
                "lsa-grundskola",
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "REJECTED",
                "reason",
                "Behövs inte.");
        assertThat(measures.of(number).get(0).state()).isEqualTo(Measure.State.REJECTED);
        assertThat(steps(newest(number, "securityMeasure"))).contains("endEvent_measureRejected");
    }

    @Test
    void a_measure_never_runs_without_a_day_for_its_review_and_never_before_an_assessment() {
        String number = boardCase("HIGH");
        measures.propose(number, "BEVAKNING", "lsa-grundskola");
        for (String day : new String[] {"", "2026-11-23", "2026-12-25"}) {
            assertThatThrownBy(() -> complete(
                            "lsa-grundskola",
                            number,
                            "userTask_decideMeasure",
                            "measureDecision",
                            "APPROVED",
                            "provider",
                            "POLICE",
                            "reviewAt",
                            day,
                            "reason",
                            "Ja."))
                    .isInstanceOf(Refused.class);
        }
        String unassessed = caseInAssessment("ledamot-namnd", "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        assertThatThrownBy(() -> measures.propose(unassessed, "BEVAKNING", "lsa-grundskola"))
                .hasMessageContaining("measure.notAssessed");
    }

    @Test
    void a_case_is_not_closed_over_an_undecided_measure() {
        String number = boardCase("LOW");
        measures.propose(number, "SAMTALSSTOD", "lsa-grundskola");
        Object[] close = {
            "followUpOutcome", "CLOSE", "note", "Lugnt.", "closeOutcome", "RESOLVED", "closeReason", "Klart."
        };
        assertThatThrownBy(() -> complete("lsa-grundskola", number, "userTask_followUp", close))
                .hasMessageContaining("close.measure");
        complete(
                "lsa-grundskola",
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "REJECTED",
                "reason",
                "Tackade nej.");
        complete("lsa-grundskola", number, "userTask_followUp", close);
        // The police question is still open, and what another has not taken in; neither keeps the case.
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(openTasks(number)).containsExactly("userTask_advisePoliceReport", "userTask_takeInInformation");
    }

    @Test
    void closing_takes_an_outcome_and_a_reason() {
        String number = boardCase("LOW");
        assertThatThrownBy(() -> complete(
                        "lsa-grundskola", number, "userTask_followUp", "followUpOutcome", "CLOSE", "note", "Klart."))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting("field")
                        .containsExactly("closeOutcome", "closeReason"));
    }

    @Test
    void a_task_is_about_what_it_was_created_for_whatever_is_typed_past_its_form() {
        String mine = boardCase("HIGH");
        String other = caseInFollowUp("ersattare-bolag", "LISEBERG", "lsa-liseberg", "HIGH");
        measures.propose(mine, "HEMLARM", "lsa-grundskola");
        measures.propose(other, "ESKORT", "lsa-liseberg");
        complete(
                "lsa-grundskola",
                mine,
                "userTask_decideMeasure",
                "measureDecision",
                "REJECTED",
                "reason",
                "Nej.",
                "subjectId",
                measures.of(other).get(0).id().toString(),
                "level",
                "ACUTE");
        assertThat(measures.of(mine).get(0).state()).isEqualTo(Measure.State.REJECTED);
        assertThat(measures.of(other).get(0).state()).isEqualTo(Measure.State.PROPOSED);
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
                        "userTask_stateConsultation",
                        "userTask_takeInInformation");
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
