package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.access.Action;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.access.Part;
import se.varna.advice.Advice;
import se.varna.advice.SecurityQuestion;
import se.varna.casefile.EventKind;
import se.varna.casefile.Information;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.common.Refused;
import se.varna.dialogue.Dialogues;
import se.varna.dialogue.Message;
import se.varna.directory.Owner;
import se.varna.pages.Reporter;
import se.varna.pages.Visitor;
import se.varna.recusal.Recusals;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.Settlements;

/** Somebody asks about security, and is answered in time by the one who is responsible (R2, R36, R46). */
class SecurityAdviceTest extends VarnaTest {

    private static final String TASK = "userTask_answerQuestion";
    private static final String MESSAGE_TASK = "userTask_answerMessage";
    private static final String OFFICER = "lsa-grundskola";
    private static final String UNIT = "GRUNDSKOLENAMNDEN";
    private static final String QUESTION = "Hur gör jag om någon filmar mig på torgmötet?";
    private static final String MORE = "Det har hänt en gång förut.";
    private static final String ANSWER = "Du får be dem sluta. Ring mig om de inte gör det.";

    @Autowired
    private Advice advice;

    @Autowired
    private Dialogues dialogues;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private Settlements settlements;

    @Autowired
    private Recusals recusals;

    private String ask(String asker) {
        return ask(asker, UNIT);
    }

    private String ask(String asker, String unit) {
        return advice.ask(
                new SecurityQuestion(QUESTION, null, unit, "070-1740612"),
                asker,
                UUID.randomUUID().toString());
    }

    private String member() {
        return newMember(UNIT);
    }

    private List<Message> look(String person, String number) {
        List<Message> shown = dialogues.visible(number, needToKnow.sight(person, number));
        dialogues.seen(shown, person);
        return shown;
    }

    private void answer(String person, String number) {
        complete(person, number, TASK, "outcome", "ANSWER", "text", ANSWER);
    }

    private List<String> mailed(String number, String kind) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ?")
                .params(number, kind)
                .query(String.class)
                .list();
    }

    // --- asked and answered

    @Test
    void an_official_asks_and_the_responsible_officer_answers() {
        String official = member();

        String number = ask(official);

        assertThat(file(number).concern()).isEqualTo(Concern.QUESTION);
        assertThat(file(number).phase()).isEqualTo(Phase.ANSWERING);
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer(UNIT));
        assertThat(groupsOf(number, TASK)).containsExactly("lsa-" + UNIT);
        // Two weekdays.
        assertThat(taskDue(number, TASK)).isEqualTo(swedish("2026-11-26T10:00"));
        assertThat(file(number).contactDueAt()).isEqualTo(swedish("2026-11-26T10:00"));
        assertThat(mailed(number, "RECEIPT")).containsExactly(official);
        assertThat(mailed(number, "NEW_CASE")).containsExactlyInAnyOrder(OFFICER, OFFICER + "-ersattare");
        assertThat(extent(number, official)).isEqualTo(Extent.OWN);
        assertThat(extent(number, OFFICER)).isEqualTo(Extent.FULL);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);

        answer(OFFICER, number);

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(openTasks(number)).isEmpty();
        assertThat(steps(newest(number, "securityAdvice"))).contains("endEvent_questionAnswered");
        assertThat(look(official, number)).singleElement().satisfies(message -> assertThat(message.text())
                .isEqualTo(ANSWER));
        assertThat(mailed(number, "MESSAGE")).containsExactly(official);
        assertThat(timeline(number)).contains(EventKind.ASKED, EventKind.MESSAGE_TO_EXPOSED, EventKind.CLOSED_QUESTION);
    }

    @Test
    void a_question_that_is_sent_twice_is_one_and_another_one_under_its_key_is_refused() {
        String official = member();
        String key = UUID.randomUUID().toString();
        SecurityQuestion question = new SecurityQuestion(QUESTION, null, UNIT, null);

        String number = advice.ask(question, official, key);

        assertThat(advice.ask(question, official, key)).isEqualTo(number);
        assertThatThrownBy(() -> advice.ask(new SecurityQuestion(MORE, null, UNIT, null), official, key))
                .hasMessageContaining("advice.sentAlready");
    }

    @Test
    void what_is_not_written_too_long_or_about_no_unit_is_refused() {
        String official = member();
        for (SecurityQuestion wrong : List.of(
                new SecurityQuestion(null, null, UNIT, null),
                new SecurityQuestion("x".repeat(20_001), null, UNIT, null),
                new SecurityQuestion("a\0b", null, UNIT, null),
                new SecurityQuestion(QUESTION, null, "FINNS_INTE", null),
                new SecurityQuestion(QUESTION, null, UNIT, "x".repeat(501)))) {
            assertThatThrownBy(
                            () -> advice.ask(wrong, official, UUID.randomUUID().toString()))
                    .isInstanceOf(Refused.class);
        }
        String number = ask(official);
        assertThatThrownBy(() -> complete(OFFICER, number, TASK, "outcome", "ANSWER"))
                .hasMessageContaining("required");
        assertThatThrownBy(() -> complete(OFFICER, number, TASK)).hasMessageContaining("required");
        assertThatThrownBy(() -> complete(OFFICER, number, TASK, "outcome", "INCIDENT", "added", "x".repeat(20_001)))
                .hasMessageContaining("tooLong");
        assertThat(file(number).phase()).isEqualTo(Phase.ANSWERING);
    }

    @Test
    void the_same_table_decides_whose_the_question_is_and_one_without_a_unit_waits_for_no_settlement() {
        String councillor = newMember("KF");
        assertThat(file(ask(councillor, "KF")).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        String party = advice.ask(
                new SecurityQuestion(QUESTION, Matter.PARTY, null, null),
                councillor,
                UUID.randomUUID().toString());
        assertThat(file(party).responsible()).isEqualTo(Owner.party("A"));
        // Without the official's yes the party is told nothing (R32).
        assertThat(file(party).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);

        String unclear = ask(member(), null);

        assertThat(responsibilities.latest(unclear).row()).isEqualTo(8);
        assertThat(file(unclear).owner()).isEqualTo(Owner.localOfficer(UNIT));
        assertThat(openTasks(unclear)).containsExactly(TASK);
    }

    @Test
    void a_unit_or_a_party_asks_the_department() {
        for (String officer : List.of(OFFICER, OFFICER + "-ersattare", "parti-a")) {
            String number = ask(officer);

            assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
            assertThat(responsibilities.latest(number).rules()).containsExactly("R46");
            assertThat(groupsOf(number, TASK)).containsExactly("sob");
            assertThat(extent(number, officer)).isEqualTo(Extent.OWN);

            answer("sob-1", number);

            assertThat(look(officer, number)).hasSize(1);
        }
    }

    @Test
    void a_question_is_asked_in_tasklist_too_and_a_number_that_is_typed_there_is_ignored() {
        String other = ask(member());
        String official = member();

        String number = startInTasklist(
                official, "securityAdvice", other, Map.of("question", QUESTION, "unit", UNIT, "matter", "CITY"));

        assertThat(number).isNotEqualTo(other);
        assertThat(file(number).concern()).isEqualTo(Concern.QUESTION);
        assertThat(file(number).exposed()).contains(official);
        assertThat(cases.answers(number).description()).isEqualTo(QUESTION);
        assertThat(openTasks(number)).containsExactly(TASK);
        assertThatThrownBy(() -> startInTasklist(official, "securityAdvice", null, Map.of("unit", UNIT)))
                .hasMessageContaining("advice.questionRequired");
    }

    // --- time

    @Test
    void a_question_that_waits_is_reminded_of_and_goes_on_to_the_deputy_and_to_the_department() {
        String number = ask(member());

        timeComesFor(number, "boundaryEvent_questionDue");
        assertThat(mailed(number, "QUESTION_REMINDER")).containsExactlyInAnyOrder(OFFICER, OFFICER + "-ersattare");
        assertThat(clock.instant()).isEqualTo(swedish("2026-11-26T10:00"));

        timeComesFor(number, "boundaryEvent_questionOverdue");
        assertThat(mailed(number, "QUESTION_ESCALATED")).containsExactly(OFFICER + "-ersattare");
        assertThat(clock.instant()).as("no weekend counts").isEqualTo(swedish("2026-11-30T10:00"));
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);

        timeComesFor(number, "boundaryEvent_questionOverdueTwice");
        assertThat(mailed(number, "QUESTION_ESCALATED")).contains("sob-1");
        assertThat(groupsOf(number, TASK)).containsExactly("lsa-" + UNIT, "sob");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.CONTACT);
        assertThat(file(number).owner()).as("time moves no case").isEqualTo(Owner.localOfficer(UNIT));

        answer("sob-1", number);

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThat(timeline(number))
                .contains(EventKind.ANSWER_REMINDED, EventKind.ANSWER_ESCALATED, EventKind.ANSWER_ESCALATED_SOB);
    }

    @Test
    void an_answered_message_takes_nothing_from_the_department_while_the_question_waits_for_it() {
        String official = member();
        String number = ask(official);
        clock.set("2026-12-02T11:00");
        timeComesFor(number, "boundaryEvent_questionOverdueTwice");
        dialogues.ask(number, MORE, official);
        timeComesFor(number, "boundaryEvent_messageOverdueTwice");

        look("sob-1", number);
        complete("sob-1", number, MESSAGE_TASK, "messageAnswer", "ANSWER", "text", "Vi återkommer.");

        assertThat(extent(number, "sob-1")).isEqualTo(Extent.CONTACT);
        complete("sob-1", number, TASK, "outcome", "ALREADY_ANSWERED");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
    }

    // --- the question and the messages

    @Test
    void what_the_asker_adds_is_seen_and_answered_with_the_question() {
        String official = member();
        String number = ask(official);
        later(Duration.ofMinutes(5));
        dialogues.ask(number, MORE, official);
        assertThat(openTasks(number)).containsExactly(MESSAGE_TASK, TASK);

        assertThatThrownBy(() -> answer(OFFICER, number)).hasMessageContaining("message.moreCame");
        assertThat(file(number).phase()).isEqualTo(Phase.ANSWERING);

        assertThat(form(OFFICER, number)).contains("filmar mig", "Det har hänt en gång förut", "1740612");
        answer(OFFICER, number);

        assertThat(openTasks(number)).isEmpty();
        assertThat(steps(newest(number, "answerMessage"))).contains("endEvent_answeredOnPage");
        assertThat(look(official, number)).hasSize(2);
    }

    @Test
    void a_message_is_no_answer_to_the_question_until_the_officer_says_so() {
        String official = member();
        String number = ask(official);
        assertThatThrownBy(() -> complete(OFFICER, number, TASK, "outcome", "ALREADY_ANSWERED"))
                .hasMessageContaining("advice.nothingWritten");

        dialogues.write(number, ANSWER, OFFICER);
        assertThat(openTasks(number)).containsExactly(TASK);
        complete(OFFICER, number, TASK, "outcome", "ALREADY_ANSWERED");

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(look(official, number)).hasSize(1);
    }

    @Test
    void what_the_asker_writes_afterwards_is_answered_as_a_message_and_the_question_stays_closed() {
        String official = member();
        String number = ask(official);
        answer(OFFICER, number);

        later(Duration.ofDays(2));
        dialogues.ask(number, "Tack! Gäller det också på spårvagnen?", official);

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(openTasks(number)).containsExactly(MESSAGE_TASK);
        look(OFFICER, number);
        complete(OFFICER, number, MESSAGE_TASK, "messageAnswer", "ANSWER", "text", "Ja.");
        assertThat(openTasks(number)).isEmpty();
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
    }

    // --- something has happened

    @Test
    void a_question_becomes_an_incident_with_what_was_told_and_without_typing_it_again() {
        String official = member();
        String number = ask(official);
        later(Duration.ofMinutes(5));
        dialogues.ask(number, MORE, official);
        form(OFFICER, number);

        complete(
                OFFICER,
                number,
                TASK,
                "outcome",
                "INCIDENT",
                "added",
                "I telefon berättar hen om ett hot.",
                "acuteDanger",
                true);

        String incident = cases.linked(number).get(0);
        assertThat(cases.linked(incident)).containsExactly(number);
        assertThat(file(incident).concern()).isEqualTo(Concern.INCIDENT);
        assertThat(file(incident).phase()).isEqualTo(Phase.FIRST_CONTACT);
        assertThat(file(incident).exposed()).contains(official);
        assertThat(file(incident).reporter()).isEqualTo(OFFICER);
        assertThat(file(incident).acuteDanger()).isTrue();
        assertThat(cases.answers(incident).description()).isEqualTo(QUESTION);
        assertThat(cases.answers(incident).unit()).isEqualTo(UNIT);
        assertThat(cases.answers(incident).reachAt()).isEqualTo("070-1740612");
        assertThat(cases.information(incident))
                .extracting(Information::author, Information::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(official, MORE),
                        org.assertj.core.groups.Tuple.tuple(OFFICER, "I telefon berättar hen om ett hot."));
        assertThat(openTasks(incident)).contains("userTask_contactExposed");
        assertThat(extent(incident, official)).isEqualTo(Extent.OWN);

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(steps(newest(number, "securityAdvice"))).contains("endEvent_questionIncident");
        assertThat(timeline(number)).contains(EventKind.LINKED);
        assertThat(timeline(incident)).contains(EventKind.LINKED);
        assertThat(openTasks(number)).as("what was asked is still answered").containsExactly(MESSAGE_TASK);
    }

    @Test
    void a_question_about_a_meeting_to_come_becomes_a_planned_event_without_being_typed_again() {
        String official = member();
        String number = ask(official);
        assertThatThrownBy(() -> complete(OFFICER, number, TASK, "outcome", "PLANNED_EVENT", "title", "Öppet möte"))
                .hasMessageContaining("planned.startsAt");
        complete(
                OFFICER,
                number,
                TASK,
                "outcome",
                "PLANNED_EVENT",
                "title",
                "Öppet möte",
                "startsAt",
                "2026-12-10T18:00+01:00");

        String planned = cases.linked(number).get(0);
        assertThat(file(planned).concern()).isEqualTo(Concern.PLANNED_EVENT);
        assertThat(file(planned).exposed()).contains(official);
        assertThat(cases.answers(planned).description()).isEqualTo(QUESTION);
        assertThat(openTasks(planned)).containsExactly("userTask_assessRisk");
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(steps(newest(number, "securityAdvice"))).contains("endEvent_questionPlanned");

        String officers = ask(OFFICER);
        assertThatThrownBy(() -> complete(
                        "sob-1",
                        officers,
                        TASK,
                        "outcome",
                        "PLANNED_EVENT",
                        "title",
                        "Öppet möte",
                        "startsAt",
                        "2026-12-10T18:00+01:00"))
                .hasMessageContaining("advice.notOfficial");
    }

    @Test
    void an_officers_question_becomes_an_incident_about_somebody_whom_no_mandate_names() {
        String number = ask(OFFICER);

        complete("sob-1", number, TASK, "outcome", "INCIDENT");

        String incident = cases.linked(number).get(0);
        assertThat(file(incident).exposed()).isEmpty();
        assertThat(file(incident).exposedOther()).isEqualTo(directory.nameOf(OFFICER));
        assertThat(cases.information(incident)).isEmpty();
    }

    @Test
    void the_asker_makes_a_report_of_the_question_which_is_filled_in() {
        String official = member();
        String number = ask(official);
        Visitor visitor = Visitor.signedIn(port, official);
        assertThat(visitor.get("/arenden/" + number).body()).contains("Gör en rapport av frågan");

        Visitor.Answer draft = visitor.post("/arenden/" + number + "/rapportera");

        assertThat(draft.path()).matches("/rapportera/[0-9a-f-]{36}/4");
        assertThat(draft.body()).contains(QUESTION);
        String address = draft.path().replaceFirst("/4$", "");
        assertThat(visitor.post("/arenden/" + number + "/rapportera").path())
                .as("one draft")
                .startsWith(address);
        Visitor.Answer receipt = visitor.post(address + "/kontroll");
        String incident = Reporter.number(receipt);

        assertThat(cases.linked(incident)).containsExactly(number);
        assertThat(cases.answers(incident).description()).isEqualTo(QUESTION);
        assertThat(cases.answers(incident).unit()).isEqualTo(UNIT);
        assertThat(file(incident).exposed()).contains(official);
        assertThat(visitor.get("/arenden/" + number).body()).contains("/arenden/" + incident);
        assertThat(openTasks(number))
                .as("the question is answered all the same")
                .containsExactly(TASK);
        assertThat(visitor.post("/arenden/" + number + "/rapportera").path()).isEqualTo("/kvittens/" + incident);
    }

    // --- what cases are otherwise

    @Test
    void nothing_is_done_with_a_question_that_has_no_meaning_there() {
        String official = member();
        String number = ask(official);
        assertThat(needToKnow.sight(OFFICER, number).actions())
                .contains(Action.WORK, Action.SEE_COURSE, Action.DISPUTE, Action.ADD_NOTE)
                .doesNotContain(Action.CALL, Action.START_REFERRAL, Action.PROPOSE_MEASURE, Action.REOPEN);
        assertThat(needToKnow.sight(official, number).actions())
                .contains(Action.BEGIN_REPORT, Action.WRITE_MESSAGE)
                .doesNotContain(Action.ADD_INFORMATION, Action.ADD_EVIDENCE, Action.ANSWER_POLICE);
    }

    @Test
    void whoever_may_not_act_answers_no_question() {
        String number = ask(newMember("LISEBERG"), "LISEBERG");

        recusals.recuse(number, "lsa-liseberg", "Vi är släkt.");

        assertThat(groupsOf(number, TASK)).containsExactly("sob");
        assertThat(extent(number, "lsa-liseberg")).isEqualTo(Extent.NOTHING);
        answer("sob-1", number);
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void a_question_whose_owner_is_disputed_is_answered_once_that_is_settled() {
        String number = ask(member());
        settlements.raise(
                number,
                new Settlements.Objection("Det gäller ett beslut hos dem.", "LISEBERG", Set.of(Part.DESCRIPTION)),
                OFFICER);

        assertThatThrownBy(() -> answer(OFFICER, number)).hasMessageContaining("close.");

        complete(
                "lsa-liseberg",
                number,
                "userTask_answerDispute",
                "answer",
                "YES",
                "reason",
                "Det är vårt beslut som frågan gäller.");
        complete(
                "sob-1",
                number,
                "userTask_decideResponsibility",
                "decision",
                "MOVE",
                "owner",
                "LISEBERG",
                "rule",
                "R31",
                "reason",
                "Bolaget säger själv att frågan är deras.");
        assertThat(groupsOf(number, TASK)).containsExactly("lsa-LISEBERG");
        answer("lsa-liseberg", number);
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
    }

    private String form(String person, String number) {
        return Visitor.signedIn(port, person)
                .get("/camunda/api/engine/engine/default/task/"
                        + task(number, TASK).getId() + "/deployed-form")
                .body();
    }
}
