package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.common.Refused;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Groups;
import se.varna.directory.Tenure;
import se.varna.parties.CheckPoint;
import se.varna.parties.Checks;
import se.varna.parties.PartyAnswer;
import se.varna.parties.PartyAnswer.Answer;
import se.varna.parties.PartyChecks;
import se.varna.parties.PartyRegister;
import se.varna.parties.PartyRegister.Said;
import se.varna.parties.PartyState;
import se.varna.staffing.Hall;
import se.varna.staffing.Staffing;

/** A party is asked regularly whether what the register says of its security work is still true (R14–R20). */
class PartyCheckTest extends VarnaTest {

    private static final String CONFIRM = "userTask_confirmParty";
    private static final String CONTACT = "userTask_contactParty";

    @Autowired
    PartyChecks checks;

    @Autowired
    PartyRegister register;

    @Autowired
    Staffing staffing;

    @Autowired
    Hall hall;

    private String party;
    private String officer;

    @BeforeEach
    void aPartyWithAnOfficer() {
        party = hall.party();
        officer = hall.with(Office.PARTY_SECURITY_OFFICER, party);
    }

    @AfterEach
    void endChecks() {
        Checks.end(engine, jdbc);
    }

    private ProcessInstance asked() {
        checks.askThoseDue();
        return instance(party, "partyCheck");
    }

    private PartyState state() {
        return register.of(party);
    }

    private static Object[] all(String answer, Object... more) {
        List<Object> typed = new ArrayList<>(List.of("partyCheck", "CHANGE"));
        for (String point : List.of("officer", "routines", "cooperation", "police", "responsibilities", "city")) {
            typed.addAll(List.of(point, answer));
        }
        typed.addAll(List.of(more));
        return typed.toArray();
    }

    private static Map<CheckPoint, Said> everything(Answer answer) {
        Map<CheckPoint, Said> said = new EnumMap<>(CheckPoint.class);
        for (CheckPoint point : CheckPoint.values()) {
            said.put(point, new Said(answer, null));
        }
        return said;
    }

    private List<String> told(String kind) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number IS NULL AND kind = ?"
                        + " AND occasion LIKE ? ORDER BY recipient")
                .params(kind, party + "-%")
                .query(String.class)
                .list();
    }

    @Test
    void the_officer_answers_and_the_register_says_who_confirmed_what_and_when() {
        ProcessInstance check = asked();
        assertThat(groupsOf(party, CONFIRM)).containsExactly(Groups.partyOfficers(party));
        assertThat(taskDue(party, CONFIRM)).isEqualTo(swedish("2026-12-08T10:00"));
        assertThat(told("PARTY_CHECK")).containsExactly(officer);

        complete(officer, party, CONFIRM, all("YES", "policeNote", "Lokalpolisområdet.", "reach", "Även kvällar."));

        assertThat(check).isEnded().hasPassed(CONFIRM, "endEvent_partyAnswered");
        PartyAnswer police = state().answers().get(CheckPoint.POLICE);
        assertThat(police.answer()).isEqualTo(Answer.YES);
        assertThat(police.note()).isEqualTo("Lokalpolisområdet.");
        assertThat(police.by()).isEqualTo(officer);
        assertThat(police.at()).isEqualTo(clock.instant());
        assertThat(state().reach()).isEqualTo("Även kvällar.");
        assertThat(state().confirmedAt()).isEqualTo(clock.instant());
        assertThat(state().confirmedBy().id()).isEqualTo(officer);
        assertThat(state().missing()).isEmpty();
        assertThat(state().askedAt()).isNull();
    }

    @Test
    void that_everything_is_as_it_was_needs_an_answer_to_every_point_once() {
        asked();
        assertThatThrownBy(() -> complete(officer, party, CONFIRM, "partyCheck", "CONFIRM"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting("field")
                        .containsExactly("officer", "routines", "cooperation", "police", "responsibilities", "city"));
        complete(officer, party, CONFIRM, all("NO"));
        assertThat(state().missing()).containsExactly(CheckPoint.values());

        clock.set("2027-06-24T10:00");
        asked();
        complete(officer, party, CONFIRM, "partyCheck", "CHANGE", "routines", "YES");
        assertThat(state().missing()).hasSize(5).doesNotContain(CheckPoint.ROUTINES);
        assertThat(state().answers().get(CheckPoint.CITY).at()).isEqualTo(clock.instant());

        clock.set("2027-12-24T10:00");
        asked();
        complete(officer, party, CONFIRM, "partyCheck", "CONFIRM");
        assertThat(state().confirmedAt()).isEqualTo(clock.instant());
        assertThat(state().missing()).hasSize(5);
    }

    @Test
    void words_without_an_answer_are_refused_and_what_is_no_answer_too() {
        asked();
        assertThatThrownBy(() -> complete(officer, party, CONFIRM, "partyCheck", "CHANGE", "policeNote", "Lokalt."))
                .hasMessageContaining("police: required");
        assertThatThrownBy(() -> complete(officer, party, CONFIRM, all("KANSKE")))
                .hasMessageContaining("officer: unknownChoice");
        assertThat(state().answers()).isEmpty();
    }

    @Test
    void a_party_has_one_open_check_at_a_time_and_is_asked_twice_a_year() {
        asked();
        checks.askThoseDue();
        clock.set("2027-08-01T10:00");
        checks.askThoseDue();
        assertThat(openTasks(party)).containsExactly(CONFIRM);
        clock.set("2027-01-11T10:00");
        complete(officer, party, CONFIRM, all("YES"));

        clock.set("2027-07-10T23:59");
        checks.askThoseDue();
        assertThat(openTasks(party)).isEmpty();
        clock.set("2027-07-11T00:00");
        checks.askThoseDue();
        assertThat(openTasks(party)).containsExactly(CONFIRM);
    }

    @Test
    void in_an_election_year_a_party_is_asked_quarterly_and_monthly_before_the_election() {
        clock.set("2029-06-12T10:00");
        asked();
        complete(officer, party, CONFIRM, all("YES"));
        assertThat(askedOn("2029-09-11T23:59")).isFalse();
        assertThat(askedOn("2029-09-12T00:00"))
                .as("quarterly, in the year of an election")
                .isTrue();
        complete(officer, party, CONFIRM, "partyCheck", "CONFIRM");

        assertThat(askedOn("2029-12-11T10:00")).isFalse();
        clock.set("2029-12-20T10:00");
        asked();
        complete(officer, party, CONFIRM, "partyCheck", "CONFIRM");
        assertThat(askedOn("2030-03-19T10:00")).as("over the year's end").isFalse();
        assertThat(askedOn("2030-03-20T00:00")).isTrue();
        complete(officer, party, CONFIRM, "partyCheck", "CONFIRM");

        assertThat(askedOn("2030-05-07T23:59")).as("before election time").isFalse();
        assertThat(askedOn("2030-05-08T00:00")).as("when election time begins").isTrue();
        assertThat(taskDue(party, CONFIRM)).as("and in half the time").isEqualTo(swedish("2030-05-14T16:30"));
        complete(officer, party, CONFIRM, "partyCheck", "CONFIRM");
        assertThat(askedOn("2030-06-07T10:00")).isFalse();
        assertThat(askedOn("2030-06-08T00:00")).as("monthly").isTrue();
        complete(officer, party, CONFIRM, "partyCheck", "CONFIRM");

        clock.set("2030-09-08T12:00");
        asked();
        complete(officer, party, CONFIRM, "partyCheck", "CONFIRM");
        assertThat(askedOn("2030-10-08T10:00")).as("once the election is over").isFalse();
        assertThat(askedOn("2030-12-08T00:00")).isTrue();
    }

    private boolean askedOn(String time) {
        clock.set(time);
        checks.askThoseDue();
        return !openTasks(party).isEmpty();
    }

    @Test
    void who_does_not_answer_is_reminded_and_then_the_department_gets_in_touch() {
        ProcessInstance check = asked();
        timeComesFor(party, "boundaryEvent_answerDue");
        assertThat(clock.instant()).isEqualTo(swedish("2026-12-08T10:00"));
        assertThat(told("PARTY_CHECK_REMINDER")).containsExactly(officer);
        assertThat(openTasks(party)).containsExactly(CONFIRM);

        timeComesFor(party, "boundaryEvent_answerOverdue");
        assertThat(clock.instant()).isEqualTo(swedish("2026-12-22T10:00"));
        assertThat(told("PARTY_CHECK_OVERDUE")).contains("sob-1", "sob-2").doesNotContain(officer);
        assertThat(openTasks(party)).containsExactly(CONTACT);
        assertThat(groupsOf(party, CONTACT)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(taskDue(party, CONTACT)).isAfter(clock.instant());

        assertThatThrownBy(() -> complete("sob-1", party, CONTACT)).hasMessageContaining("note: required");
        complete("sob-1", party, CONTACT, "note", "Talade med partiets kansli.");
        assertThat(check).isEnded().hasPassed("serviceTask_remindParty", CONTACT, "endEvent_partyContacted");
        assertThat(state().contactNote()).isEqualTo("Talade med partiets kansli.");
        assertThat(state().contactedBy().id()).isEqualTo("sob-1");
        assertThat(state().confirmedAt()).isNull();
    }

    @Test
    void what_is_confirmed_on_the_page_ends_the_check_before_and_after_the_deadline() {
        ProcessInstance first = asked();
        save(everything(Answer.YES));
        assertThat(first).isEnded().hasPassed("endEvent_confirmedMeanwhile");

        clock.set("2027-06-24T10:00");
        ProcessInstance second = asked();
        timeComesFor(party, "boundaryEvent_answerOverdue");
        save(everything(Answer.YES));
        assertThat(second).isEnded().hasPassed("endEvent_confirmedLate");
        assertThat(state().confirmedAt()).isEqualTo(clock.instant());
    }

    @Test
    void an_answer_to_some_of_it_on_the_page_is_kept_and_leaves_the_check_open() {
        asked();
        save(Map.of(CheckPoint.POLICE, new Said(Answer.NO, "Ingen kontakt än.")));
        assertThat(openTasks(party)).containsExactly(CONFIRM);
        assertThat(state().confirmedAt()).isNull();
        assertThatThrownBy(() -> register.save(party, Map.of(), state().version(), officer))
                .hasMessageContaining("party.nothingSaid");
        assertThatThrownBy(() -> register.save(party, everything(Answer.YES), -1, officer))
                .hasMessageContaining("party.changedMeanwhile");
    }

    private void save(Map<CheckPoint, Said> said) {
        register.save(party, said, state().version(), officer);
    }

    @Test
    void the_department_is_asked_for_a_party_without_an_officer_and_the_officer_who_comes_gets_the_task() {
        party = hall.party();
        asked();
        assertThat(groupsOf(party, CONFIRM)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(told("PARTY_CHECK")).contains("sob-1");
        assertThat(register.all().stream().filter(each -> !each.hasOfficer()))
                .extracting(each -> each.party().code())
                .contains(party);
        assertThat(register.all().stream()
                        .map(PartyState::hasOfficer)
                        .dropWhile(has -> !has)
                        .toList())
                .as("those without an officer stand first")
                .containsOnly(true);

        String deputy = hall.person();
        staffing.give(
                deputy, new Tenure(Office.PARTY_SECURITY_DEPUTY, party, LocalDate.of(2026, 11, 24), null), "sob-1");
        assertThat(groupsOf(party, CONFIRM)).containsExactly(Groups.partyOfficers(party));
        complete(deputy, party, CONFIRM, all("YES"));
        assertThat(openTasks(party)).isEmpty();
    }

    @Test
    void another_partys_officer_does_not_work_the_task() {
        asked();
        assertThatThrownBy(() -> complete("parti-a", party, CONFIRM, all("YES")))
                .isInstanceOf(RuntimeException.class);
        assertThat(openTasks(party)).containsExactly(CONFIRM);
    }

    @Test
    void the_nightly_watch_asks() {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("directoryWatch")
                        .timers()
                        .list()
                        .get(0)
                        .getId());
        List<Job> jobs = watch();
        while (!jobs.isEmpty()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            jobs = watch();
        }
        assertThat(openTasks(party)).containsExactly(CONFIRM);
    }

    private List<Job> watch() {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("directoryWatch")
                .messages()
                .list();
    }

    @Test
    void mail_about_a_party_is_sent_and_names_neither_party_nor_case() {
        asked();
        String subject = jdbc.sql("SELECT id FROM varna.outgoing_mail WHERE kind = 'PARTY_CHECK' AND recipient = ?")
                .param(officer)
                .query(String.class)
                .single();
        engine.getManagementService().createJobQuery().processDefinitionKey("sendMessage").messages().list().stream()
                .filter(job ->
                        subject.equals(engine.getRuntimeService().getVariable(job.getExecutionId(), "subjectId")))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        assertThat(jdbc.sql("SELECT sent_at IS NOT NULL FROM varna.outgoing_mail WHERE id = CAST(? AS uuid)")
                        .param(subject)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
