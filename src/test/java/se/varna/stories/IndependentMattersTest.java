package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.casefile.Phase;

/** What an assessment sets going: each an instance of its own, linked by the case number alone. */
class IndependentMattersTest extends VarnaTest {

    private String boardCase(String level) {
        return caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola", level);
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
