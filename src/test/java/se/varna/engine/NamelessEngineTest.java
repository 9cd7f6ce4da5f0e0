package se.varna.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.AReport;
import se.varna.EngineTables;
import se.varna.VarnaTest;
import se.varna.casefile.Indicator;
import se.varna.consultation.Consultations;
import se.varna.consultation.InformationCopies;
import se.varna.dialogue.Dialogues;
import se.varna.directory.Owner;
import se.varna.followup.Following;
import se.varna.measures.Measures;
import se.varna.recusal.Recusals;

/**
 * The engine knows the flow, never the people: words typed in every form along a case's whole life stand in no column
 * of any of the engine's tables afterwards, nor in the log, and neither does the official's sign-in name.
 */
@ExtendWith(OutputCaptureExtension.class)
class NamelessEngineTest extends VarnaTest {

    private static final String CANARY = "kanariefågel";
    private static final String OFFICIAL = "ledamot-namnd";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    Following following;

    @Autowired
    Recusals recusals;

    @Autowired
    InformationCopies informationCopies;

    @Autowired
    Consultations consultations;

    @Autowired
    Dialogues dialogues;

    @Autowired
    Measures measures;

    @Test
    void words_typed_along_a_whole_life_stand_nowhere_in_the_engine(CapturedOutput log) {
        String number = reportedInTasklist();
        String officer = "lsa-grundskola";

        recusals.recuse(number, officer + "-ersattare", CANARY);
        complete(officer, number, "userTask_contactExposed", with("contactOutcome", "NOT_REACHED", "note"));
        complete(officer, number, "userTask_contactExposed", with("contactOutcome", "REACHED", "note"));
        complete(
                officer,
                number,
                "userTask_assessIncident",
                with(
                        "level",
                        "HIGH",
                        "measures",
                        List.of("HEMLARM"),
                        "factors",
                        List.of("WEAPON"),
                        "proposeConsultation",
                        true,
                        "reason"));
        complete(
                officer,
                number,
                "userTask_advisePoliceReport",
                with(
                        "policeDecision",
                        "REPORTED",
                        "reportNumber",
                        "5000-K1-26",
                        "reportedAt",
                        "2026-11-24",
                        "reportedBy",
                        "CITY",
                        "x"));
        complete(
                officer,
                number,
                "userTask_followPoliceCase",
                with("policeOutcome", "JUDGED", "outcomeAt", "2026-11-24", "note"));
        complete(
                officer,
                number,
                "userTask_decideMeasure",
                with("measureDecision", "APPROVED", "provider", "POLICE", "reviewAt", "2026-12-01", "reason"));
        complete(
                officer,
                number,
                "userTask_orderMeasure",
                with("measureProgress", "ORDERED", "orderedAt", "2026-11-24", "orderedFrom"));
        complete(
                officer,
                number,
                "userTask_confirmMeasure",
                with("measureProgress", "IN_FORCE", "inForceFrom", "2026-11-24", "note"));
        complete(
                officer,
                number,
                "userTask_reviewMeasure",
                with("measureReview", "CHANGE", "change", CANARY, "reviewAt", "2026-12-01", "reason"));
        complete(officer, number, "userTask_reviewMeasure", with("measureReview", "END", "reason"));
        measures.propose(number, "ESKORT", CANARY, officer);
        complete(
                officer,
                number,
                "userTask_decideMeasure",
                with("measureDecision", "APPROVED", "provider", "POLICE", "reviewAt", "2026-12-01", "reason"));
        complete(officer, number, "userTask_orderMeasure", with("measureProgress", "ABANDONED", "reason"));
        Object[] statement = with("secrecyGround", "CONSENT", "parts", List.of("NOTES"), "signed", true, "statement");
        complete(officer, number, "userTask_stateConsultation", statement);
        complete("sob-1", number, "userTask_decideConsultation", with("consultationAnswer", "ASK_MORE", "reason"));
        complete(officer, number, "userTask_stateConsultation", statement);
        complete("sob-1", number, "userTask_decideConsultation", with("consultationAnswer", "DECLINE", "reason"));
        consultations.propose(number, new Consultations.Proposal(CANARY, false, null), officer);
        consultations.withdraw(number, CANARY, officer);
        cases.addNote(number, officer, CANARY);
        for (String answer : List.of("ANSWER text", "NOT_NEEDED reason")) {
            dialogues.ask(number, CANARY, OFFICIAL);
            dialogues.seen(dialogues.visible(number, needToKnow.sight(officer, number)), officer);
            String[] typed = answer.split(" ");
            complete(officer, number, "userTask_answerMessage", with("messageAnswer", typed[0], typed[1]));
        }
        following.addInformation(number, OFFICIAL, CANARY, Set.of(Indicator.HOME_VISIT), false);
        runJobs(number);
        read(officer, number);
        complete(officer, number, "userTask_assessIncident", with("level", "HIGH", "reason"));
        Object[] answers = {"wellbeing", CANARY, "measuresWork", "NO", "affectsDuty", "MUCH"};
        complete(
                officer,
                number,
                "userTask_followUp",
                with(answers, "moreHappened", "YES", "whatHappened", CANARY, "indicators", List.of("WEAPON"), "note"));
        read(officer, number);
        complete(officer, number, "userTask_assessIncident", with("level", "HIGH", "reason"));
        complete(
                officer,
                number,
                "userTask_followUp",
                with(
                        answers,
                        "moreHappened",
                        "NO",
                        "followUpOutcome",
                        "CLOSE",
                        "closeOutcome",
                        "RESOLVED",
                        "closeReason",
                        CANARY,
                        "told",
                        true,
                        "toldHow",
                        CANARY,
                        "note"));
        String unclear = report(
                        OFFICIAL,
                        AReport.about(se.varna.casefile.Matter.UNKNOWN).saying(CANARY))
                .caseNumber();
        complete(
                officer,
                unclear,
                "userTask_settleResponsibility",
                with("decision", "PASS_ON", "owner", "LISEBERG", "parts", List.of("NOTES"), "reason"));
        complete("lsa-liseberg", unclear, "userTask_answerDispute", with("answer", "NO", "reason"));
        complete(
                "sob-1",
                unclear,
                "userTask_decideResponsibility",
                with("decision", "MOVE", "owner", "SAKERHET_OCH_BEREDSKAP", "rule", "R44", "reason"));
        runJobs(unclear);
        for (String answer : List.of("ADVISE advice", "PROPOSE reason")) {
            String told =
                    report(newMember("KF"), AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
            String[] typed = answer.split(" ");
            complete("sob-1", told, "userTask_takeInInformation", with("informationAnswer", typed[0], typed[1]));
            informationCopies.inform(told, Owner.SECURITY_AND_PREPAREDNESS, CANARY, officer);
            runJobs(told);
        }

        String silent = caseInFollowUp("ledamot-kf", "GRUNDSKOLENAMNDEN", officer, "LOW");
        consultations.propose(silent, new Consultations.Proposal(CANARY, false, null), "sob-1");
        for (String times : List.of("", "Twice", "Thrice")) {
            timeComesFor(silent, "boundaryEvent_statementOverdue" + times);
        }
        complete("sob-1", silent, "userTask_concludeConsultation", with("attempts", CANARY, "signed", true, "reason"));

        assertThat(cases.notes(number)).extracting("text").containsExactly(CANARY);
        assertEngineKnowsNothing();
        assertThat(log.getAll()).doesNotContain(CANARY);
    }

    @Test
    void words_typed_before_anything_has_happened_stand_nowhere_in_the_engine(CapturedOutput log) {
        String officer = "lsa-grundskola";
        Map<String, Object> notice = new HashMap<>(values(
                "official",
                "SELF",
                "kind",
                "MEETING",
                "startsAt",
                "2026-12-17T18:00+01:00",
                "matter",
                "CITY",
                "unit",
                "GRUNDSKOLENAMNDEN"));
        for (String field : List.of(
                "title", "place", "politicalQuestion", "feared", "participants", "reachAt", "whatever", "planNeeded")) {
            notice.put(field, CANARY);
        }
        String planned = startInTasklist(OFFICIAL, "plannedEvent", CANARY, notice);
        complete(officer, planned, "userTask_assessRisk", with("conflict", "YES", "level", "HIGH", "reason"));
        complete(
                officer,
                planned,
                "userTask_planEvent",
                with(
                        "before",
                        CANARY,
                        "during",
                        CANARY,
                        "after",
                        CANARY,
                        "present",
                        CANARY,
                        "participants",
                        List.of(OFFICIAL),
                        "shared"));
        runJobs(planned);
        timeComesFor(planned, "intermediateEvent_dayBefore");
        timeComesFor(planned, "intermediateEvent_eventOver");
        complete(officer, planned, "userTask_followUpEvent", with("went", CANARY, "happened", "YES", "whatHappened"));
        runJobs(planned);
        assertThat(cases.answers(cases.linked(planned).get(0)).description()).startsWith(CANARY);

        Map<String, Object> question =
                values("question", CANARY, "reachAt", CANARY, "unit", "GRUNDSKOLENAMNDEN", "whatever", CANARY);
        for (String outcome : List.of("ANSWER text", "INCIDENT added", "PLANNED_EVENT title")) {
            String asked = startInTasklist(OFFICIAL, "securityAdvice", CANARY, question);
            String[] typed = outcome.split(" ");
            complete(
                    officer,
                    asked,
                    "userTask_answerQuestion",
                    with("outcome", typed[0], "startsAt", "2027-01-17T18:00+01:00", typed[1]));
            runJobs(asked);
        }
        assertEngineKnowsNothing();
        assertThat(log.getAll()).doesNotContain(CANARY);
    }

    @Test
    void only_the_allowed_variables_are_ever_kept() {
        String number = caseInFollowUp(OFFICIAL, "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        close("lsa-grundskola", number);
        Set<String> kept = new TreeSet<>(jdbc.sql("SELECT DISTINCT name_ FROM engine.act_hi_varinst "
                        + "UNION SELECT DISTINCT name_ FROM engine.act_ru_variable")
                .query(String.class)
                .list());
        assertThat(Variables.ALLOWED).containsAll(kept);

        Set<String> inThisLife = new TreeSet<>(jdbc.sql(
                        "SELECT DISTINCT v.name_ FROM engine.act_hi_varinst v "
                                + "JOIN engine.act_hi_procinst p ON p.id_ = v.proc_inst_id_ "
                                + "WHERE p.business_key_ = ? AND p.proc_def_key_ IN ('incidentHandling', 'firstContact', 'followUp')")
                .param(number)
                .query(String.class)
                .list());
        assertThat(inThisLife)
                .containsExactlyInAnyOrder(
                        Variables.ACUTE_DANGER,
                        Variables.LEVEL,
                        Variables.TAKEOVER_PENDING,
                        Variables.CONTACT_OUTCOME,
                        Variables.FOLLOW_UP_OUTCOME);
    }

    @Test
    void a_failing_step_leaves_its_kind_and_place_but_not_its_words(CapturedOutput log) throws SQLException {
        String number = caseInFollowUp(OFFICIAL, "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        // The database itself refuses, and its own text would quote the row.
        owner("ALTER TABLE varna.information ADD CONSTRAINT canary CHECK (text NOT LIKE '%" + CANARY + "%') NOT VALID");
        owner(
                "ALTER TABLE varna.timeline_event ADD CONSTRAINT canary CHECK (kind <> 'REOPENED' AND coalesce(text, '') NOT LIKE '%"
                        + CANARY + "%') NOT VALID");
        try {
            assertThatThrownBy(() -> following.addInformation(number, OFFICIAL, CANARY, Set.of(), false))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> complete(
                            "lsa-grundskola",
                            number,
                            "userTask_followUp",
                            with(
                                    "wellbeing",
                                    "Lugnt.",
                                    "measuresWork",
                                    "NONE",
                                    "affectsDuty",
                                    "NONE",
                                    "moreHappened",
                                    "YES",
                                    "whatHappened")))
                    .isInstanceOf(RuntimeException.class);
            assertThat(openTasks(number)).contains("userTask_followUp");

            close("lsa-grundskola", number);
            following.addInformation(number, OFFICIAL, "Det har börjat igen.", Set.of(), false);
            Job job = job(number, "gateway_isClosed");
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                    .isInstanceOf(RuntimeException.class);
            Job failed = engine.getManagementService()
                    .createJobQuery()
                    .jobId(job.getId())
                    .singleResult();
            assertThat(failed.getExceptionMessage())
                    .contains("Ny information har kommit in och är sparad", "Försök igen")
                    .doesNotContain("row", OFFICIAL);
            assertThat(engine.getManagementService().getJobExceptionStacktrace(job.getId()))
                    .doesNotContain("Failing row", OFFICIAL, number);
        } finally {
            owner("ALTER TABLE varna.information DROP CONSTRAINT canary");
            owner("ALTER TABLE varna.timeline_event DROP CONSTRAINT canary");
        }
        runJobs(number);
        assertThat(file(number).phase()).isEqualTo(se.varna.casefile.Phase.ASSESSMENT);
        assertEngineKnowsNothing();
        assertThat(log.getAll()).doesNotContain(CANARY, "Failing row");
    }

    @Test
    void long_and_unusual_texts_pass_through_the_engine_untouched() {
        String text = ("å🙂\u202Etxet ".repeat(3000)).substring(0, 19_990);
        Map<String, Object> typed = values("exposed", "self", "description", text, "matter", "UNKNOWN");
        String number = startInTasklist(OFFICIAL, null, typed);
        assertThat(cases.answers(number).description()).isEqualTo(text.strip());
    }

    private String reportedInTasklist() {
        Map<String, Object> typed = new HashMap<>(values(
                "exposed",
                "self",
                "matter",
                "CITY",
                "unit",
                "GRUNDSKOLENAMNDEN",
                "place",
                "HOME",
                "kinds",
                List.of("THREAT"),
                "indicators",
                List.of("WEAPON"),
                "acuteDanger",
                true));
        for (String field : List.of(
                "exposedOther",
                "description",
                "politicalQuestion",
                "reachAt",
                "perpetrator",
                "impact",
                "upcomingMeetings")) {
            typed.put(field, CANARY);
        }
        // And past the form: variables that no form has.
        typed.put("whatever", CANARY);
        typed.put("level", CANARY);
        return startInTasklist(OFFICIAL, CANARY, typed);
    }

    /** The given values, the canary in the last key, and in a variable that the form does not have. */
    private static Object[] with(Object... typed) {
        List<Object> all = new ArrayList<>(List.of(typed));
        all.add(CANARY + " i ett långt skäl");
        all.add("pastTheForm");
        all.add(CANARY);
        return all.toArray();
    }

    private static Object[] with(Object[] answers, Object... typed) {
        return Stream.concat(Stream.of(answers), Stream.of(with(typed))).toArray();
    }

    private void assertEngineKnowsNothing() {
        assertThat(EngineTables.holding(jdbc, CANARY, OFFICIAL))
                .as("personal words in the engine's tables")
                .isEmpty();
    }

    private void owner(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
