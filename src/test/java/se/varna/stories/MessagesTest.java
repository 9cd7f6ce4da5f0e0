package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.access.Part;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Refused;
import se.varna.demo.SentMail;
import se.varna.dialogue.Dialogues;
import se.varna.dialogue.Message;
import se.varna.directory.Owner;
import se.varna.disclosure.PartyConsent;
import se.varna.pages.Visitor;
import se.varna.recusal.Recusals;
import se.varna.responsibility.Responsibilities;

/** The exposed person and those who hold the case write to each other, and nothing that is asked goes unanswered. */
class MessagesTest extends VarnaTest {

    private static final String TASK = "userTask_answerMessage";
    private static final String OFFICER = "lsa-grundskola";
    private static final String QUESTION = "Vågar jag gå hem i kväll?";
    private static final String ANSWER = "Vänta på mig, jag ringer klockan tolv.";
    private static final Owner LISEBERG = Owner.localOfficer("LISEBERG");

    @Autowired
    private Dialogues dialogues;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private PartyConsent consents;

    @Autowired
    private Recusals recusals;

    @Autowired
    private SentMail sentMail;

    @Autowired
    private TransactionTemplate transactions;

    private String caseOf(String official) {
        return report(official, AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
    }

    private String member() {
        return newMember("GRUNDSKOLENAMNDEN");
    }

    /** The person has the messages of the case before their eyes. */
    private List<Message> look(String person, String number) {
        List<Message> shown = dialogues.visible(number, needToKnow.sight(person, number));
        dialogues.seen(shown, person);
        return shown;
    }

    private void answer(String person, String number) {
        look(person, number);
        complete(person, number, TASK, "messageAnswer", "ANSWER", "text", ANSWER);
    }

    private List<String> mailed(String number, String kind) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ?")
                .params(number, kind)
                .query(String.class)
                .list();
    }

    private void moveTo(Owner owner, String number) {
        later(Duration.ofMinutes(1));
        responsibilities.takeOver(
                number, owner, "Händelsen gällde ett beslut i bolaget.", EventKind.CASE_TRANSFERRED, OFFICER);
    }

    // --- asked and answered

    @Test
    void what_the_exposed_person_writes_becomes_work_for_those_who_hold_the_case_and_is_answered_in_the_task() {
        String official = member();
        String number = caseOf(official);

        dialogues.ask(number, QUESTION, official);

        assertThat(groupsOf(number, TASK)).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        // A weekday at that level.
        assertThat(taskDue(number, TASK)).isEqualTo(swedish("2026-11-25T10:00"));
        assertThat(dialogues.answerDueAt(number)).contains(swedish("2026-11-25T10:00"));
        assertThat(mailed(number, "MESSAGE")).containsExactlyInAnyOrder(OFFICER, OFFICER + "-ersattare");

        answer(OFFICER, number);

        assertThat(openTasks(number)).doesNotContain(TASK);
        assertThat(steps(newest(number, "answerMessage"))).contains("endEvent_messageAnswered");
        assertThat(dialogues.answerDueAt(number)).isEmpty();
        assertThat(look(official, number))
                .extracting(Message::text, Message::isFromExposed, Message::author)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(QUESTION, true, official),
                        org.assertj.core.groups.Tuple.tuple(ANSWER, false, OFFICER));
        assertThat(mailed(number, "MESSAGE")).contains(official);
        assertThat(timeline(number)).contains(EventKind.MESSAGE_FROM_EXPOSED, EventKind.MESSAGE_TO_EXPOSED);
    }

    @Test
    void more_messages_make_no_more_tasks_and_whoever_answers_must_have_seen_them_all() {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);
        look(OFFICER, number);

        later(Duration.ofMinutes(5));
        dialogues.ask(number, "Nu står det en bil utanför.", official);

        assertThat(openTasks(number)).containsOnlyOnce(TASK);
        assertThat(mailed(number, "MESSAGE")).hasSize(2);
        assertThat(taskDue(number, TASK)).isEqualTo(swedish("2026-11-25T10:00"));
        assertThatThrownBy(() -> complete(OFFICER, number, TASK, "messageAnswer", "ANSWER", "text", ANSWER))
                .hasMessageContaining("message.moreCame");
        assertThatThrownBy(() -> complete(OFFICER, number, TASK, "messageAnswer", "NOT_NEEDED", "reason", "Ringde."))
                .hasMessageContaining("message.moreCame");
        // That a colleague has seen it is not that one has seen it oneself.
        look(OFFICER + "-ersattare", number);
        assertThatThrownBy(() -> dialogues.write(number, ANSWER, OFFICER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("message.moreCame");

        answer(OFFICER, number);
        assertThat(openTasks(number)).doesNotContain(TASK);

        later(Duration.ofMinutes(5));
        dialogues.ask(number, "Tack. En sak till.", official);
        assertThat(openTasks(number)).as("a question of its own").containsOnlyOnce(TASK);
    }

    @Test
    void an_answer_on_the_cases_page_completes_the_task() {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);
        look(OFFICER, number);

        dialogues.write(number, ANSWER, OFFICER);

        assertThat(openTasks(number)).doesNotContain(TASK);
        assertThat(steps(newest(number, "answerMessage"))).contains("endEvent_answeredOnPage");
    }

    @Test
    void the_officer_writes_first_and_nobody_has_to_answer() {
        String official = member();
        String number = caseOf(official);

        dialogues.write(number, "Du når mig hela dagen.", OFFICER);

        assertThat(openTasks(number)).doesNotContain(TASK);
        assertThat(dialogues.withNews(Set.of(number), official)).containsExactly(number);
        look(official, number);
        assertThat(dialogues.withNews(Set.of(number), official)).isEmpty();
        assertThat(mailed(number, "MESSAGE")).containsExactly(official);
    }

    @Test
    void that_no_answer_is_needed_is_said_with_a_reason_that_the_exposed_person_does_not_see() {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, "Tack för hjälpen.", official);
        look(OFFICER, number);

        assertThatThrownBy(() -> complete(OFFICER, number, TASK, "messageAnswer", "NOT_NEEDED"))
                .hasMessageContaining("required");
        complete(OFFICER, number, TASK, "messageAnswer", "NOT_NEEDED", "reason", "Vi talades vid i telefon.");

        assertThat(openTasks(number)).doesNotContain(TASK);
        assertThat(cases.timeline(number))
                .filteredOn(event -> event.kind() == EventKind.MESSAGE_NEEDS_NO_ANSWER)
                .singleElement()
                .satisfies(event -> assertThat(event.text()).isEqualTo("Vi talades vid i telefon."));
        assertThat(look(official, number)).hasSize(1);
        assertThat(mailed(number, "MESSAGE")).doesNotContain(official);
    }

    @Test
    void what_is_not_written_or_too_long_or_has_no_reader_is_refused() {
        String official = member();
        String number = caseOf(official);
        for (String text : new String[] {null, "  ", "x".repeat(20_001), "a\0b"}) {
            assertThatThrownBy(() -> dialogues.ask(number, text, official)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> dialogues.write(number, text, OFFICER)).isInstanceOf(Refused.class);
        }
        assertThat(openTasks(number)).doesNotContain(TASK);
        String unknown = report(OFFICER, AReport.about("GRUNDSKOLENAMNDEN").someoneElse("Min granne"))
                .caseNumber();
        assertThatThrownBy(() -> dialogues.write(unknown, ANSWER, OFFICER))
                .hasMessageContaining("message.nobodyToRead");
    }

    @Test
    void the_mail_says_that_there_is_a_message_and_nothing_else() {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);
        answer(OFFICER, number);
        runJobs(number);

        for (String person : List.of(official, OFFICER)) {
            String address = directory.person(person).orElseThrow().email();
            assertThat(sentMail.newestTo(address, 20))
                    .filteredOn(letter -> letter.text().contains("Du har ett meddelande"))
                    .isNotEmpty()
                    .allSatisfy(letter -> assertThat(letter.subject() + letter.text())
                            .doesNotContain(number, QUESTION, ANSWER, "Grundskole", "hot", official));
        }
    }

    @Test
    void the_tasks_form_shows_what_has_been_written_which_then_has_been_seen_and_says_what_is_withheld() {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);

        assertThat(form(OFFICER, number)).contains("Vågar jag gå hem i kväll", "Svarar den utsatta");
        complete(OFFICER, number, TASK, "messageAnswer", "ANSWER", "text", ANSWER);

        dialogues.ask(number, "Tack! När?", official);
        moveTo(LISEBERG, number);
        assertThat(form("lsa-liseberg", number))
                .contains("Det finns meddelanden som inte är utlämnade.")
                .doesNotContain("Vågar jag", "Tack");
    }

    /** The task's form, as Tasklist gets it. */
    private String form(String person, String number) {
        return Visitor.signedIn(port, person)
                .get("/camunda/api/engine/engine/default/task/"
                        + task(number, TASK).getId() + "/deployed-form")
                .body();
    }

    // --- when nobody answers

    @Test
    void who_does_not_answer_is_reminded_then_the_deputy_and_then_the_department_which_can_answer_or_call() {
        String official = member();
        String number = caseInAssessment(official, "GRUNDSKOLENAMNDEN", OFFICER);
        dialogues.ask(number, QUESTION, official);

        timeComesFor(number, "boundaryEvent_messageDue");
        assertThat(clock.instant()).isEqualTo(swedish("2026-11-25T10:00"));
        assertThat(mailed(number, "MESSAGE_REMINDER")).containsExactlyInAnyOrder(OFFICER, OFFICER + "-ersattare");
        assertThat(timeline(number)).contains(EventKind.MESSAGE_REMINDED);

        assertThat(dueAt(number, "boundaryEvent_messageOverdue")).isEqualTo(swedish("2026-11-26T10:00"));
        timeComesFor(number, "boundaryEvent_messageOverdue");
        assertThat(mailed(number, "MESSAGE_ESCALATED")).containsExactly(OFFICER + "-ersattare");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);

        assertThat(dueAt(number, "boundaryEvent_messageOverdueTwice")).isEqualTo(swedish("2026-11-27T10:00"));
        timeComesFor(number, "boundaryEvent_messageOverdueTwice");
        assertThat(timeline(number)).contains(EventKind.MESSAGE_ESCALATED_SOB);
        assertThat(mailed(number, "MESSAGE_ESCALATED")).contains("sob-1", "sob-2", "sob-chef");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.CONTACT);
        assertThat(groupsOf(number, TASK)).containsExactly("lsa-GRUNDSKOLENAMNDEN", "sob");
        assertThat(file(number).owner()).as("no time moves a case").isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
        assertThat(cases.disclosures(number)).singleElement().satisfies(disclosure -> {
            assertThat(disclosure.occasion()).isEqualTo(Disclosure.Occasion.MISSED_DEADLINE);
            assertThat(disclosure.parts()).containsExactlyInAnyOrder(Part.CONTACT, Part.DESCRIPTION);
        });

        assertThat(look("sob-1", number)).extracting(Message::text).containsExactly(QUESTION);
        complete("sob-1", number, TASK, "messageAnswer", "ANSWER", "text", ANSWER);
        assertThat(extent(number, "sob-1")).as("the need has ended").isEqualTo(Extent.NOTHING);
        assertThat(look(official, number)).hasSize(2);
    }

    @Test
    void an_acute_case_is_to_be_answered_within_the_hour_at_night_too() {
        clock.set("2026-11-24T23:00");
        String official = member();
        String number = report(
                        official, AReport.about("GRUNDSKOLENAMNDEN").acute().mentioning(Indicator.WEAPON))
                .caseNumber();
        dialogues.ask(number, QUESTION, official);
        assertThat(file(number).level()).isEqualTo(se.varna.casefile.Level.ACUTE);
        assertThat(taskDue(number, TASK)).isEqualTo(swedish("2026-11-25T00:00"));
        // The on-call company reads what it needs to call, and does not write.
        assertThat(look("jour", number)).extracting(Message::text).containsExactly(QUESTION);
        assertThat(needToKnow.may("jour", number, se.varna.access.Action.WRITE_MESSAGE))
                .isFalse();
    }

    @Test
    void the_departments_own_case_goes_to_its_head() {
        String official = newMember("KF");
        String number = report(official, AReport.about("KF")).caseNumber();
        dialogues.ask(number, QUESTION, official);
        assertThat(groupsOf(number, TASK)).containsExactly("sob");
        timeComesFor(number, "boundaryEvent_messageOverdue");
        assertThat(mailed(number, "MESSAGE_ESCALATED")).containsExactly("sob-chef");
        timeComesFor(number, "boundaryEvent_messageOverdueTwice");
        assertThat(mailed(number, "MESSAGE_ESCALATED")).contains("sob-1", "sob-2");
        assertThat(cases.disclosures(number)).isEmpty();
        answer("sob-2", number);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.FULL);
    }

    // --- when the case changes hands

    @Test
    void an_unanswered_message_follows_the_case_and_is_withheld_from_the_next_owner_until_it_is_handed_over() {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);

        moveTo(LISEBERG, number);

        assertThat(groupsOf(number, TASK)).containsExactly("lsa-LISEBERG");
        assertThat(look("lsa-liseberg", number)).isEmpty();
        assertThat(look(official, number))
                .as("the exposed person sees all of theirs")
                .hasSize(1);

        later(Duration.ofMinutes(1));
        cases.disclose(
                number,
                Owner.localOfficer("GRUNDSKOLENAMNDEN"),
                LISEBERG.group(),
                Disclosure.Occasion.LATER,
                SecrecyGround.NECESSARY,
                java.util.EnumSet.of(Part.DESCRIPTION),
                OFFICER);
        assertThatThrownBy(() -> complete("lsa-liseberg", number, TASK, "messageAnswer", "ANSWER", "text", ANSWER))
                .as("now it can be seen, and must be")
                .hasMessageContaining("message.moreCame");
        answer("lsa-liseberg", number);
        assertThat(openTasks(number)).doesNotContain(TASK);
        assertThat(look(OFFICER, number)).as("written after their time").hasSize(0);
    }

    @Test
    void what_is_withheld_can_be_answered_all_the_same() {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);
        moveTo(LISEBERG, number);

        complete("lsa-liseberg", number, TASK, "messageAnswer", "ANSWER", "text", "Skriv gärna igen, till mig.");

        assertThat(look(official, number)).hasSize(2);
        assertThat(look("lsa-liseberg", number)).hasSize(1);
    }

    @Test
    void a_party_answers_in_its_own_case_and_after_a_no_the_department_does() {
        String official = newMember("KF");
        String number = report(official, AReport.about(Matter.PARTY).partyMayBeContacted())
                .caseNumber();
        dialogues.ask(number, QUESTION, official);
        assertThat(groupsOf(number, TASK)).containsExactly("party-A");

        later(Duration.ofMinutes(1));
        consents.says(number, false, official);

        assertThat(groupsOf(number, TASK)).containsExactly("sob");
        answer("sob-1", number);
        assertThat(look("parti-a", number)).isEmpty();
    }

    @Test
    void whoever_may_not_act_is_not_offered_the_answer() {
        String official = member();
        String number = caseOf(official);
        recusals.recuse(number, OFFICER, "Vi är släkt.");
        dialogues.ask(number, QUESTION, official);
        assertThat(personsOf(number, TASK)).containsExactly(OFFICER + "-ersattare");
        assertThat(mailed(number, "MESSAGE")).containsExactly(OFFICER + "-ersattare");
    }

    @Test
    void the_one_who_reported_for_somebody_else_sees_nothing_of_it() {
        String official = member();
        String number = report(
                        "lsa-liseberg", AReport.about("GRUNDSKOLENAMNDEN").exposed(official))
                .caseNumber();
        dialogues.ask(number, QUESTION, official);
        assertThat(look("lsa-liseberg", number)).isEmpty();
    }

    // --- a closed case

    @Test
    void a_case_is_not_closed_while_somebody_waits_for_an_answer() {
        String official = member();
        String number = caseInFollowUp(official, "GRUNDSKOLENAMNDEN", OFFICER, "LOW");
        dialogues.ask(number, QUESTION, official);
        assertThatThrownBy(() -> close(OFFICER, number)).hasMessageContaining("close.message");
        answer(OFFICER, number);
        close(OFFICER, number);
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void a_message_to_a_closed_case_opens_it_again_and_is_answered() {
        String official = member();
        String number = caseInFollowUp(official, "GRUNDSKOLENAMNDEN", OFFICER, "LOW");
        close(OFFICER, number);

        dialogues.ask(number, QUESTION, official);
        runJobs(number);

        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(openTasks(number)).contains(TASK, "userTask_assessIncident");
        answer(OFFICER, number);
    }

    // --- two at once

    @Test
    void a_message_that_comes_while_another_is_answered_is_never_lost() throws Exception {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);
        look(OFFICER, number);
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);

        CompletableFuture<Void> officer = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(tx -> {
            dialogues.write(number, ANSWER, OFFICER);
            answered.countDown();
            await(writing);
            // The other one waits for this to be done.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }));
        CompletableFuture<Void> exposed = CompletableFuture.runAsync(() -> {
            await(answered);
            writing.countDown();
            dialogues.ask(number, "Nu ringer det på dörren.", official);
        });
        officer.get(30, TimeUnit.SECONDS);
        exposed.get(30, TimeUnit.SECONDS);

        assertThat(openTasks(number)).containsOnlyOnce(TASK);
        assertThat(look(OFFICER, number)).hasSize(3);
    }

    @Test
    void an_answer_waits_for_a_message_that_is_on_its_way_and_must_be_to_that_too() throws Exception {
        String official = member();
        String number = caseOf(official);
        dialogues.ask(number, QUESTION, official);
        look(OFFICER, number);
        CountDownLatch written = new CountDownLatch(1);

        CompletableFuture<Void> exposed = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(tx -> {
            dialogues.ask(number, "Nu ringer det på dörren.", official);
            written.countDown();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }));
        await(written);
        assertThatThrownBy(() -> dialogues.write(number, ANSWER, OFFICER)).hasMessageContaining("message.moreCame");
        exposed.get(30, TimeUnit.SECONDS);

        assertThat(openTasks(number)).containsOnlyOnce(TASK);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
