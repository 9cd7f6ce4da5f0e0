package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.casefile.Place;
import se.varna.directory.Owner;
import se.varna.reporting.Receipt;

/** A case's whole life, for each kind of official. */
class FromReportToClosedTest extends VarnaTest {

    @Test
    void a_council_members_acute_case_alerts_at_once_and_goes_all_the_way_to_closed() {
        Receipt receipt = report(
                "ledamot-ks",
                AReport.about("KS")
                        .at(Place.RADHUSET)
                        .kind(Kind.THREAT)
                        .mentioning(Indicator.WEAPON)
                        .acute());
        String number = receipt.caseNumber();

        assertThat(receipt.row()).isEqualTo(3);
        assertThat(receipt.responsible()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(receipt.firstContactBy()).isEqualTo(swedish("2026-11-24T10:15"));
        assertThat(file(number).level()).isEqualTo(Level.ACUTE);

        ProcessInstance life = instance(number, "incidentHandling");
        assertThat(life)
                .hasPassed(
                        "businessRuleTask_decideResponsibility",
                        "businessRuleTask_setProvisionalLevel",
                        "serviceTask_sendReceipt",
                        "gateway_isAcute",
                        "serviceTask_raiseAlert",
                        "serviceTask_informOthers")
                .isWaitingAt("callActivity_firstContact");
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("sob");

        complete(
                "sob-1",
                number,
                "userTask_contactExposed",
                "contactOutcome",
                "REACHED",
                "note",
                "Mår efter omständigheterna väl.");
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);

        complete(
                "sob-1",
                number,
                "userTask_assessIncident",
                "level",
                "ACUTE",
                "factors",
                List.of("WEAPON", "INTENT"),
                "reason",
                "Vapen visades.",
                "measures",
                List.of("ESKORT"));
        assertThat(life).hasPassed("serviceTask_startDecided").isWaitingAt("callActivity_followUp");
        assertThat(openTasks(number))
                .containsExactly("userTask_advisePoliceReport", "userTask_decideMeasure", "userTask_followUp");
        assertThat(taskDue(number, "userTask_followUp")).isEqualTo(swedish("2026-11-25T10:00"));

        complete(
                "sob-2",
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "REJECTED",
                "reason",
                "Polisen eskorterar.");
        complete(
                "sob-1",
                number,
                "userTask_advisePoliceReport",
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K123456-26",
                "reportedAt",
                "2026-11-24",
                "reportedBy",
                "OFFICER");

        close("sob-1", number, "closeOutcome", "MOVED_TO_POLICE", "closeReason", "Polisen har ärendet.");
        assertThat(life)
                .isEnded()
                .hasPassedInOrder(
                        "businessRuleTask_decideResponsibility",
                        "userTask_assessIncident",
                        "serviceTask_startDecided",
                        "gateway_whatNext",
                        "serviceTask_closeCase",
                        "endEvent_caseClosed");
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(file(number).closeOutcome()).isEqualTo(CloseOutcome.MOVED_TO_POLICE);
        // The police case goes its own way, and may take years.
        assertThat(openTasks(number)).containsExactly("userTask_followPoliceCase");
    }

    @Test
    void a_council_members_case_in_a_boards_matter_stays_with_the_board_and_the_department_is_told() {
        Receipt receipt =
                report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.HATE));
        String number = receipt.caseNumber();

        assertThat(receipt.row()).isEqualTo(4);
        assertThat(receipt.responsible()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
        assertThat(receipt.inform()).containsExactly(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(receipt.reason()).contains("Grundskolenämnden");
        assertThat(file(number).level()).isEqualTo(Level.LOW);
        assertThat(receipt.firstContactBy()).isEqualTo(swedish("2026-11-25T10:00"));
        assertThat(instance(number, "incidentHandling"))
                .hasPassed("gateway_isAcute", "endEvent_noAlertNeeded")
                .hasNotPassed("serviceTask_raiseAlert");
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        assertThat(extent(number, "sob-1")).isEqualTo(se.varna.access.Extent.LIMITED);
        assertThat(extent(number, "lsa-liseberg")).isEqualTo(se.varna.access.Extent.NOTHING);
    }

    @Test
    void a_part_time_politicians_case_lies_with_the_board_alone() {
        Receipt receipt = report(
                newMember("GRUNDSKOLENAMNDEN"),
                AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT));

        assertThat(receipt.row()).isEqualTo(7);
        assertThat(receipt.responsible()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
        assertThat(receipt.inform()).isEmpty();
        assertThat(extent(receipt.caseNumber(), "sob-1")).isEqualTo(se.varna.access.Extent.NOTHING);
    }

    @Test
    void a_party_matter_goes_to_the_party_only_with_consent() {
        Receipt without = report("ledamot-kf", AReport.about(Matter.PARTY));
        assertThat(without.row()).isEqualTo(1);
        assertThat(without.responsible().function()).isEqualTo(Owner.Function.PARTY);
        assertThat(file(without.caseNumber()).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(groupsOf(without.caseNumber(), "userTask_contactExposed")).containsExactly("sob");

        Receipt with = report("ledamot-kf", AReport.about(Matter.PARTY).partyMayBeContacted());
        assertThat(file(with.caseNumber()).owner()).isEqualTo(Owner.party("B"));
        assertThat(groupsOf(with.caseNumber(), "userTask_contactExposed")).containsExactly("party-B");
        assertThat(extent(with.caseNumber(), "parti-a")).isEqualTo(se.varna.access.Extent.NOTHING);
    }

    @Test
    void a_report_typed_in_tasklist_becomes_a_case_with_a_number_of_its_own() {
        Map<String, Object> typed = values(
                "exposed", "self",
                "description", "Ett brev med hot.",
                "matter", "CITY",
                "unit", "LISEBERG",
                "kinds", List.of("THREAT"));
        String number = startInTasklist("ersattare-bolag", "hittepå", typed);

        assertThat(number).startsWith("V-2026-");
        assertThat(file(number).exposed()).contains("ersattare-bolag");
        assertThat(cases.answers(number).description()).isEqualTo("Ett brev med hot.");
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("LISEBERG"));
    }
}
