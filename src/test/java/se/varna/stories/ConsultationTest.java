package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.access.Part;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Holding;
import se.varna.casefile.Kind;
import se.varna.casefile.Phase;
import se.varna.casefile.SecrecyGround;
import se.varna.consultation.Consultation;
import se.varna.consultation.ConsultationEntry;
import se.varna.consultation.ConsultationEntry.EntryKind;
import se.varna.consultation.Consultations;
import se.varna.directory.Owner;
import se.varna.engine.Processes;
import se.varna.followup.Following;
import se.varna.responsibility.Responsibilities;

/** Whoever has a case is heard before another takes it over (R29, R30), whichever way through the samråd goes. */
class ConsultationTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String DEPUTY = "lsa-grundskola-ersattare";
    private static final String DEPARTMENT = "sob-1";
    private static final String UNIT = "GRUNDSKOLENAMNDEN";
    private static final Owner LOCAL = Owner.localOfficer(UNIT);
    private static final Owner SOB = Owner.SECURITY_AND_PREPAREDNESS;

    @Autowired
    Consultations consultations;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Following following;

    @Autowired
    Processes processes;

    // --- what people do

    /** A council member exposed in a board's work: the unit's officer has it, Säkerhet och Beredskap knows of it. */
    private String boardCase(String level) {
        return caseInFollowUp(newMemberOf("KF", UNIT), UNIT, OFFICER, level);
    }

    private String newMemberOf(String first, String second) {
        String member = newMember(first);
        jdbc.sql("INSERT INTO varna.appointment (person, office, organisation, valid_from)"
                        + " VALUES (?, 'MEMBER', ?, '2026-01-01')")
                .params(member, second)
                .update();
        return member;
    }

    private void propose(String number, String person) {
        propose(number, person, false, null);
    }

    private void propose(String number, String person, boolean questionMoved, String unit) {
        consultations.propose(
                number, new Consultations.Proposal("Frågan ligger hos kommunstyrelsen.", questionMoved, unit), person);
    }

    private void state(String number, String person, String text, Part... parts) {
        complete(
                person,
                number,
                "userTask_stateConsultation",
                "statement",
                text,
                "parts",
                List.of(parts).stream().map(Part::name).toList(),
                "nothing",
                parts.length == 0,
                "secrecyGround",
                "NECESSARY",
                "signed",
                true);
    }

    private void answer(String number, String person, String answer, String reason) {
        complete(
                person,
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                answer,
                "reason",
                reason,
                "signed",
                true);
    }

    private void conclude(String number, String person) {
        complete(
                person,
                number,
                "userTask_concludeConsultation",
                "reason",
                "Frågan avgörs i morgon.",
                "attempts",
                "Ringde i går kl. 10 och i dag kl. 9.",
                "signed",
                true);
    }

    private Consultation only(String number) {
        assertThat(consultations.of(number)).hasSize(1);
        return consultations.of(number).get(0);
    }

    private List<ConsultationEntry> entries(String number) {
        return consultations.entries(only(number).id());
    }

    private List<String> mailed(String number, String kind) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ?")
                .params(number, kind)
                .query(String.class)
                .list();
    }

    private List<Tuple> disclosedTo(String number, String group) {
        return cases.disclosures(number).stream()
                .filter(disclosure -> disclosure.to().equals(group))
                .map(disclosure -> Tuple.tuple(disclosure.occasion(), disclosure.parts()))
                .toList();
    }

    private void silenceAt(String number, String task) {
        timeComesFor(number, "boundaryEvent_" + task + "Overdue");
        timeComesFor(number, "boundaryEvent_" + task + "OverdueTwice");
        timeComesFor(number, "boundaryEvent_" + task + "OverdueThrice");
    }

    // --- accepted

    @Test
    void after_a_consultation_signed_by_both_the_department_takes_over_and_the_officer_loses_the_tasks() {
        String number = boardCase("HIGH");
        String followUp = task(number, "userTask_followUp").getId();
        as(OFFICER, () -> engine.getTaskService().claim(followUp, OFFICER));
        propose(number, OFFICER, true, null);
        assertThat(groupsOf(number, "userTask_stateConsultation")).containsExactly("lsa-" + UNIT);
        assertThat(mailed(number, "CONSULTATION_PROPOSED")).containsExactlyInAnyOrder("sob-1", "sob-2", "sob-chef");

        later(Duration.ofMinutes(10));
        state(number, OFFICER, "Vi har pratat med familjen.", Part.CONTACT, Part.DESCRIPTION);
        // Until both have signed, the local officer keeps the case and its duty.
        assertThat(file(number).owner()).isEqualTo(LOCAL);
        assertThat(groupsOf(number, "userTask_decideConsultation")).containsExactly("sob");
        assertThat(needToKnow.sight("sob-2", number).shows(Part.CONTACT, clock.instant()))
                .isTrue();
        assertThat(needToKnow.sight("sob-2", number).shows(Part.NOTES, clock.instant()))
                .isFalse();

        later(Duration.ofMinutes(10));
        answer(number, DEPARTMENT, "ACCEPT", "Vi tar över.");
        assertThat(file(number).owner()).isEqualTo(SOB);
        assertThat(responsibilities.latest(number).row()).isEqualTo(5);
        assertThat(responsibilities.latest(number).chosen()).isNull();
        assertThat(steps(newest(number, "consultation"))).contains("endEvent_caseTransferred");
        assertThat(timeline(number)).contains(EventKind.QUESTION_MOVED, EventKind.CASE_TRANSFERRED);
        assertThat(groupsOf(number, "userTask_followUp")).containsExactly("sob");
        assertThat(task(number, "userTask_followUp").getAssignee()).isNull();
        assertThat(extent(number, OFFICER)).isEqualTo(Extent.LIMITED);
        assertThat(extent(number, "sob-2")).isEqualTo(Extent.FULL);
        // Old permissions are gone, not only the group.
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(followUp)
                        .list())
                .allSatisfy(grant -> assertThat(grant.getGroupId()).isEqualTo("sob"));
        assertThatThrownBy(() -> followUp(OFFICER, number, "CONTINUE")).isInstanceOf(AuthorizationException.class);
        as(OFFICER, () -> assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(followUp)
                        .count())
                .isZero());
        // Whose words, when, and under what the signatures stand.
        List<ConsultationEntry> said = entries(number);
        assertThat(said)
                .extracting(ConsultationEntry::kind, ConsultationEntry::person, ConsultationEntry::signed)
                .containsExactly(
                        Tuple.tuple(EntryKind.PROPOSAL, OFFICER, false),
                        Tuple.tuple(EntryKind.STATEMENT, OFFICER, true),
                        Tuple.tuple(EntryKind.ANSWER, DEPARTMENT, true));
        assertThat(said.get(2).onEntry()).isEqualTo(said.get(1).id());
        assertThat(disclosedTo(number, "sob"))
                .contains(Tuple.tuple(Disclosure.Occasion.CONSULTATION, Set.of(Part.CONTACT, Part.DESCRIPTION)));
        // What the officer kept back stays unseen, and what comes about from now on is the new owner's own.
        assertThat(needToKnow.sight("sob-2", number).shows(Part.NOTES, swedish(TUESDAY_MORNING)))
                .isFalse();
        assertThat(needToKnow.sight("sob-2", number).shows(Part.NOTES, clock.instant()))
                .isTrue();
    }

    @Test
    void without_a_moved_question_the_tables_own_answer_stands_beside_what_the_two_agreed() {
        String number = boardCase("LOW");
        propose(number, DEPARTMENT);
        assertThat(only(number).proposedBy()).isEqualTo(Consultation.Side.TAKER);
        assertThat(mailed(number, "CONSULTATION_PROPOSED")).containsExactlyInAnyOrder(OFFICER, DEPUTY);
        state(number, OFFICER, "Det är bra så.", Part.CONTACT);
        answer(number, "sob-2", "ACCEPT", "Vi har redan tre ärenden om samma person.");

        assertThat(file(number).owner()).isEqualTo(SOB);
        assertThat(responsibilities.latest(number).row()).isEqualTo(4);
        assertThat(responsibilities.latest(number).chosen()).isEqualTo(SOB);
        assertThat(responsibilities.latest(number).chosenReason())
                .isEqualTo("Vi har redan tre ärenden om samma person.");
        assertThat(timeline(number)).doesNotContain(EventKind.QUESTION_MOVED);
    }

    @Test
    void the_deputy_may_state_in_the_officers_place() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        state(number, DEPUTY, "Jag har tagit över efter min kollega.", Part.CONTACT);
        answer(number, DEPARTMENT, "ACCEPT", "Vi tar över.");
        assertThat(entries(number).get(1).person()).isEqualTo(DEPUTY);
        assertThat(file(number).owner()).isEqualTo(SOB);
    }

    // --- declined, and more asked

    @Test
    void the_department_can_decline_and_the_officer_keeps_the_case() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        state(number, OFFICER, "Vi har pratat med familjen.", Part.DESCRIPTION);
        answer(number, DEPARTMENT, "DECLINE", "Den är kvar hos er.");
        assertThat(file(number).owner()).isEqualTo(LOCAL);
        assertThat(only(number).stage()).isEqualTo(Consultation.Stage.DECLINED);
        assertThat(steps(newest(number, "consultation"))).contains("endEvent_consultationDeclined");
        assertThat(mailed(number, "CONSULTATION_ENDED")).containsExactlyInAnyOrder(OFFICER, DEPUTY);
        // What had been handed over for the question is not seen any longer.
        assertThat(extent(number, "sob-2")).isEqualTo(Extent.LIMITED);
        assertThat(needToKnow.sight("sob-2", number).shows(Part.DESCRIPTION, clock.instant()))
                .isFalse();
    }

    @Test
    void the_department_can_ask_for_more_as_often_as_it_needs_and_no_text_is_lost() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        for (int round = 1; round <= 2; round++) {
            later(Duration.ofHours(1));
            state(number, OFFICER, "Yttrande " + round, Part.CONTACT);
            later(Duration.ofHours(1));
            answer(number, DEPARTMENT, "ASK_MORE", "Fråga " + round);
            assertThat(openTasks(number))
                    .contains("userTask_stateConsultation")
                    .doesNotContain("userTask_decideConsultation");
        }
        // Each turn has its own time.
        assertThat(taskDue(number, "userTask_stateConsultation")).isEqualTo(swedish("2026-11-26T14:00"));
        state(number, OFFICER, "Yttrande 3", Part.CONTACT, Part.NOTES);
        answer(number, DEPARTMENT, "ACCEPT", "Tack, vi tar över.");

        assertThat(entries(number))
                .extracting(ConsultationEntry::text)
                .containsExactly(
                        "Frågan ligger hos kommunstyrelsen.",
                        "Yttrande 1",
                        "Fråga 1",
                        "Yttrande 2",
                        "Fråga 2",
                        "Yttrande 3",
                        "Tack, vi tar över.");
        assertThat(entries(number).get(6).onEntry())
                .isEqualTo(entries(number).get(5).id());
        assertThat(disclosedTo(number, "sob"))
                .contains(Tuple.tuple(Disclosure.Occasion.CONSULTATION, Set.of(Part.CONTACT, Part.NOTES)));
    }

    @Test
    void a_consultation_survives_new_information() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        following.addInformation(number, file(number).exposed().orElseThrow(), "Mer har hänt.", Set.of(), false);
        runJobs(number);
        assertThat(openTasks(number)).contains("userTask_assessIncident", "userTask_stateConsultation");
    }

    // --- withdrawn

    @Test
    void the_side_that_proposed_can_take_it_back_until_both_have_signed() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        state(number, OFFICER, "Vi har pratat med familjen.", Part.CONTACT);
        assertThatThrownBy(() -> consultations.withdraw(number, "Vi vill inte.", DEPARTMENT))
                .hasMessage("consultation.othersProposal");
        assertThatThrownBy(() -> consultations.withdraw(number, " ", OFFICER)).hasMessage("reason: required");
        consultations.withdraw(number, "Frågan är tillbaka hos oss.", DEPUTY);

        assertThat(only(number).stage()).isEqualTo(Consultation.Stage.WITHDRAWN);
        assertThat(openTasks(number)).doesNotContain("userTask_decideConsultation");
        assertThat(steps(newest(number, "consultation"))).contains("endEvent_consultationWithdrawn");
        assertThat(file(number).owner()).isEqualTo(LOCAL);
        assertThat(entries(number))
                .extracting(ConsultationEntry::text)
                .containsExactly(
                        "Frågan ligger hos kommunstyrelsen.",
                        "Vi har pratat med familjen.",
                        "Frågan är tillbaka hos oss.");
        assertThat(mailed(number, "CONSULTATION_ENDED")).contains(DEPARTMENT, "sob-2");
        assertThat(extent(number, DEPARTMENT)).isEqualTo(Extent.LIMITED);
        assertThatThrownBy(() -> consultations.withdraw(number, "En gång till.", OFFICER))
                .hasMessage("consultation.noneOpen");
        // And there can be another one.
        propose(number, OFFICER);
        assertThat(consultations.open(number)).isPresent();
    }

    @Test
    void the_department_takes_its_own_proposal_back_while_the_statement_is_awaited() {
        String number = boardCase("LOW");
        propose(number, DEPARTMENT);
        assertThatThrownBy(() -> consultations.withdraw(number, "Nej.", OFFICER))
                .hasMessage("consultation.othersProposal");
        consultations.withdraw(number, "Det var ett misstag.", "sob-2");
        assertThat(openTasks(number)).doesNotContain("userTask_stateConsultation");
        assertThat(mailed(number, "CONSULTATION_ENDED")).containsExactlyInAnyOrder(OFFICER, DEPUTY);
        assertThat(timeline(number)).contains(EventKind.CONSULTATION_WITHDRAWN);
    }

    @Test
    void nothing_is_taken_back_after_both_have_signed() {
        String number = boardCase("LOW");
        propose(number, DEPARTMENT);
        state(number, OFFICER, "Ja.", Part.CONTACT);
        answer(number, DEPARTMENT, "ACCEPT", "Ja.");
        assertThatThrownBy(() -> consultations.withdraw(number, "Vi ångrar oss.", DEPARTMENT))
                .hasMessage("consultation.signedByBoth");
        assertThat(file(number).owner()).isEqualTo(SOB);
    }

    // --- silence

    @Test
    void when_everyone_at_the_unit_is_silent_the_department_may_conclude_alone_and_it_shows() {
        String number = boardCase("LOW");
        propose(number, DEPARTMENT);
        assertThat(taskDue(number, "userTask_stateConsultation")).isEqualTo(swedish("2026-11-26T10:00"));
        assertThat(dueAt(number, "boundaryEvent_statementOverdueTwice")).isEqualTo(swedish("2026-11-30T10:00"));
        assertThat(dueAt(number, "boundaryEvent_statementOverdueThrice")).isEqualTo(swedish("2026-12-02T10:00"));

        timeComesFor(number, "boundaryEvent_statementOverdue");
        assertThat(mailed(number, "CONSULTATION_REMINDER")).containsExactlyInAnyOrder(OFFICER, DEPUTY);
        timeComesFor(number, "boundaryEvent_statementOverdueTwice");
        assertThat(mailed(number, "CONSULTATION_ESCALATED")).containsExactly(DEPUTY);
        timeComesFor(number, "boundaryEvent_statementOverdueThrice");
        assertThat(mailed(number, "CONSULTATION_ESCALATED")).containsExactlyInAnyOrder(DEPUTY, "sob-chef");
        assertThat(timeline(number))
                .containsSubsequence(
                        EventKind.CONSULTATION_REMINDED,
                        EventKind.CONSULTATION_ESCALATED_DEPUTY,
                        EventKind.CONSULTATION_ESCALATED_HEAD);
        // No time has moved it.
        assertThat(file(number).owner()).isEqualTo(LOCAL);
        assertThat(openTasks(number)).contains("userTask_stateConsultation", "userTask_concludeConsultation");
        assertThat(groupsOf(number, "userTask_concludeConsultation")).containsExactly("sob");
        assertThat(taskDue(number, "userTask_concludeConsultation")).isEqualTo(swedish("2026-12-04T10:00"));

        assertThatThrownBy(() ->
                        complete(DEPARTMENT, number, "userTask_concludeConsultation", "reason", "Ja.", "signed", true))
                .hasMessage("attempts: required");
        assertThatThrownBy(() -> complete(
                        DEPARTMENT, number, "userTask_concludeConsultation", "reason", "Ja.", "attempts", "Ringde."))
                .hasMessage("signed: consultation.sign");
        later(Duration.ofHours(1));
        Instant concluded = clock.instant();
        conclude(number, DEPARTMENT);

        assertThat(file(number).owner()).isEqualTo(SOB);
        assertThat(only(number).stage()).isEqualTo(Consultation.Stage.CONCLUDED_ALONE);
        assertThat(steps(newest(number, "consultation")))
                .contains("endEvent_takenOverAlone")
                .doesNotContain("userTask_decideConsultation");
        assertThat(openTasks(number)).doesNotContain("userTask_stateConsultation", "userTask_concludeConsultation");
        assertThat(timeline(number))
                .contains(EventKind.CONSULTATION_CONCLUDED_ALONE, EventKind.CASE_TRANSFERRED_ALONE)
                .doesNotContain(EventKind.CASE_TRANSFERRED);
        assertThat(cases.holdings(number).get(1).event()).isEqualTo(EventKind.CASE_TRANSFERRED_ALONE);
        assertThat(entries(number).get(1))
                .extracting(ConsultationEntry::kind, ConsultationEntry::attempts, ConsultationEntry::signed)
                .containsExactly(EntryKind.CONCLUSION, "Ringde i går kl. 10 och i dag kl. 9.", true);
        assertThat(disclosedTo(number, "sob"))
                .contains(Tuple.tuple(Disclosure.Occasion.MISSED_DEADLINE, Set.of(Part.CONTACT, Part.DESCRIPTION)));
        assertThat(needToKnow.sight(DEPARTMENT, number).shows(Part.DESCRIPTION, swedish(TUESDAY_MORNING)))
                .isTrue();
        assertThat(needToKnow.sight(DEPARTMENT, number).shows(Part.NOTES, concluded.minusSeconds(1)))
                .isFalse();
    }

    @Test
    void a_statement_at_the_last_moment_takes_the_lonely_conclusion_away() {
        String number = boardCase("LOW");
        propose(number, OFFICER, true, null);
        silenceAt(number, "statement");
        assertThat(openTasks(number)).contains("userTask_concludeConsultation");

        state(number, OFFICER, "Förlåt, jag var sjuk.", Part.CONTACT);
        assertThat(openTasks(number))
                .contains("userTask_decideConsultation")
                .doesNotContain("userTask_concludeConsultation", "userTask_stateConsultation");
        answer(number, DEPARTMENT, "ACCEPT", "Vi tar över.");
        assertThat(responsibilities.latest(number).row()).isEqualTo(5);
    }

    @Test
    void a_silent_department_is_reminded_its_head_told_and_it_gets_no_case() {
        String number = boardCase("ELEVATED");
        propose(number, OFFICER);
        later(Duration.ofHours(1));
        state(number, OFFICER, "Vi har pratat med familjen.", Part.CONTACT);
        assertThat(taskDue(number, "userTask_decideConsultation")).isEqualTo(swedish("2026-11-25T11:00"));
        silenceAt(number, "answer");

        assertThat(mailed(number, "CONSULTATION_ESCALATED")).containsExactly("sob-chef", "sob-chef");
        assertThat(timeline(number))
                .containsSubsequence(
                        EventKind.CONSULTATION_REMINDED,
                        EventKind.CONSULTATION_ESCALATED_HEAD,
                        EventKind.CONSULTATION_ESCALATED_HEAD);
        assertThat(openTasks(number))
                .contains("userTask_decideConsultation")
                .doesNotContain("userTask_concludeConsultation");
        assertThat(file(number).owner()).isEqualTo(LOCAL);
    }

    @Test
    void a_raised_level_brings_the_answer_nearer() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        assertThat(taskDue(number, "userTask_stateConsultation")).isEqualTo(swedish("2026-11-26T10:00"));
        followUp(OFFICER, number, "REASSESS");
        complete(OFFICER, number, "userTask_assessIncident", "level", "ACUTE", "reason", "Han står utanför.");
        assertThat(taskDue(number, "userTask_stateConsultation")).isEqualTo(swedish("2026-11-24T11:00"));
        assertThat(dueAt(number, "boundaryEvent_statementOverdue")).isEqualTo(swedish("2026-11-24T11:00"));
    }

    // --- handed back

    /** A case that has gone to Säkerhet och Beredskap since the question moved. */
    private String movedCase() {
        String number = boardCase("LOW");
        propose(number, OFFICER, true, null);
        state(number, OFFICER, "Frågan ligger hos kommunstyrelsen nu.", Part.CONTACT, Part.DESCRIPTION);
        answer(number, DEPARTMENT, "ACCEPT", "Vi tar över.");
        later(Duration.ofDays(1));
        return number;
    }

    private Consultation latest(String number) {
        List<Consultation> all = consultations.of(number);
        return all.get(all.size() - 1);
    }

    @Test
    void a_question_that_moves_back_takes_the_case_back_by_the_same_consultation() {
        String number = movedCase();
        propose(number, DEPARTMENT, true, UNIT);
        assertThat(mailed(number, "CONSULTATION_PROPOSED")).contains(OFFICER, DEPUTY);
        assertThat(groupsOf(number, "userTask_stateConsultation")).containsExactly("sob");
        state(number, DEPARTMENT, "Nämnden avgör frågan själv.", Part.CONTACT, Part.DESCRIPTION, Part.NOTES);
        assertThat(groupsOf(number, "userTask_decideConsultation")).containsExactly("lsa-" + UNIT);
        answer(number, OFFICER, "ACCEPT", "Vi tar tillbaka det.");

        assertThat(file(number).owner()).isEqualTo(LOCAL);
        assertThat(file(number).movedToCouncilQuestion()).isFalse();
        assertThat(responsibilities.latest(number).row()).isEqualTo(4);
        assertThat(responsibilities.latest(number).chosen()).isNull();
        assertThat(timeline(number)).contains(EventKind.QUESTION_MOVED_BACK);
        assertThat(cases.holdings(number)).extracting(Holding::holder).containsExactly(LOCAL, SOB, LOCAL);
        assertThat(extent(number, OFFICER)).isEqualTo(Extent.FULL);
        assertThat(extent(number, DEPARTMENT)).isEqualTo(Extent.LIMITED);
        assertThat(groupsOf(number, "userTask_followUp")).containsExactly("lsa-" + UNIT);
    }

    @Test
    void a_unit_that_has_had_the_case_may_ask_for_it_back_and_say_no_after_all() {
        String number = movedCase();
        propose(number, OFFICER, false, null);
        assertThat(latest(number).proposedBy()).isEqualTo(Consultation.Side.TAKER);
        assertThat(latest(number).taker()).isEqualTo(LOCAL);
        state(number, DEPARTMENT, "Frågan ligger kvar här.");
        answer(number, DEPUTY, "DECLINE", "Då väntar vi.");
        assertThat(file(number).owner()).isEqualTo(SOB);
        assertThat(cases.disclosures(number))
                .filteredOn(disclosure ->
                        disclosure.from().equals("sob") && disclosure.occasion() == Disclosure.Occasion.CONSULTATION)
                .singleElement()
                .satisfies(nothing -> {
                    assertThat(nothing.parts()).isEmpty();
                    assertThat(nothing.ground()).isEqualTo(SecrecyGround.NECESSARY);
                });
    }

    @Test
    void a_silent_unit_never_gets_a_case() {
        String number = movedCase();
        propose(number, DEPARTMENT, false, UNIT);
        state(number, DEPARTMENT, "Tar ni tillbaka det?", Part.CONTACT);
        silenceAt(number, "answer");
        assertThat(mailed(number, "CONSULTATION_ESCALATED")).contains(DEPUTY, "sob-chef");
        assertThat(openTasks(number)).doesNotContain("userTask_concludeConsultation");
        assertThat(file(number).owner()).isEqualTo(SOB);

        consultations.withdraw(number, "De svarar inte. Vi behåller det.", "sob-2");
        assertThat(latest(number).stage()).isEqualTo(Consultation.Stage.WITHDRAWN);
    }

    @Test
    void a_department_that_is_silent_about_its_own_case_keeps_it_too() {
        String number = movedCase();
        propose(number, OFFICER);
        silenceAt(number, "statement");
        assertThat(steps(instance(number, "consultation").getId())).contains("endEvent_onlyHeadAlerted");
        assertThat(openTasks(number))
                .contains("userTask_stateConsultation")
                .doesNotContain("userTask_concludeConsultation");
        assertThat(file(number).owner()).isEqualTo(SOB);
    }

    @Test
    void whoever_hands_back_names_a_unit_that_has_somebody() {
        String number = movedCase();
        for (String unit : new String[] {null, "KF", "FINNS_INTE"}) {
            assertThatThrownBy(() -> propose(number, DEPARTMENT, false, unit)).hasMessage("unit: consultation.unit");
        }
        assertThatThrownBy(() -> propose(number, DEPARTMENT, false, "KULTURNAMNDEN"))
                .hasMessage("unit: consultation.nobodyThere");
        assertThatThrownBy(() -> propose(number, "lsa-liseberg", false, "LISEBERG"))
                .hasMessage("consultation.otherSide");
        assertThat(consultations.open(number)).isEmpty();
    }

    // --- the question has moved

    private void tellThatTheQuestionHasMoved(String number) {
        later(Duration.ofMinutes(1));
        following.addInformation(
                number, file(number).exposed().orElseThrow(), "Nu ska det upp i fullmäktige.", Set.of(), true);
        runJobs(number);
    }

    @Test
    void new_information_that_the_question_has_moved_starts_the_consultation_by_itself() {
        String number = boardCase("LOW");
        int decisions = responsibilities.decisions(number).size();
        tellThatTheQuestionHasMoved(number);

        assertThat(responsibilities.decisions(number)).hasSize(decisions + 1);
        assertThat(responsibilities.latest(number).row()).isEqualTo(6);
        assertThat(file(number).owner()).isEqualTo(LOCAL);
        assertThat(only(number).proposedBy()).isEqualTo(Consultation.Side.APPLICATION);
        assertThat(entries(number).get(0).person()).isNull();
        assertThat(entries(number).get(0).text()).startsWith("Den politiska frågan uppges ha flyttats");
        assertThat(mailed(number, "CONSULTATION_PROPOSED"))
                .containsExactlyInAnyOrder("sob-1", "sob-2", "sob-chef", OFFICER, DEPUTY);
        // The handling goes on meanwhile, with the one who has the case.
        assertThat(openTasks(number)).contains("userTask_assessIncident", "userTask_stateConsultation");
        assertThat(groupsOf(number, "userTask_assessIncident")).containsExactly("lsa-" + UNIT);

        for (String person : List.of(OFFICER, DEPARTMENT)) {
            assertThatThrownBy(() -> consultations.withdraw(number, "Nej.", person))
                    .hasMessage("consultation.nobodysProposal");
        }
        tellThatTheQuestionHasMoved(number);
        assertThat(consultations.of(number)).hasSize(1);

        state(number, OFFICER, "Ja, i går.", Part.CONTACT);
        answer(number, DEPARTMENT, "ACCEPT", "Vi tar över.");
        assertThat(responsibilities.latest(number).row()).isEqualTo(5);
        assertThat(file(number).owner()).isEqualTo(SOB);
        // Once it is theirs, there is nothing to take over.
        tellThatTheQuestionHasMoved(number);
        assertThat(consultations.of(number)).hasSize(1);
    }

    @Test
    void if_the_question_had_not_moved_it_is_declined_and_can_be_told_again() {
        String number = boardCase("LOW");
        tellThatTheQuestionHasMoved(number);
        state(number, OFFICER, "Nej, det var ett rykte.");
        answer(number, DEPARTMENT, "DECLINE", "Frågan är kvar hos nämnden.");
        tellThatTheQuestionHasMoved(number);
        assertThat(consultations.of(number))
                .extracting(Consultation::stage)
                .containsExactly(Consultation.Stage.DECLINED, Consultation.Stage.PROPOSED);
    }

    @Test
    void a_report_that_says_so_starts_it_at_once() {
        String number = report(
                        newMember("KF"), AReport.about(UNIT).kind(Kind.THREAT).questionMoved())
                .caseNumber();
        assertThat(responsibilities.latest(number).row()).isEqualTo(6);
        assertThat(openTasks(number))
                .containsExactly("userTask_contactExposed", "userTask_stateConsultation", "userTask_takeInInformation");
        state(number, OFFICER, "Ni behöver ringa i dag.", Part.CONTACT, Part.DESCRIPTION);
        answer(number, DEPARTMENT, "ACCEPT", "Vi ringer.");
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("sob");
    }

    @Test
    void after_a_closed_case_has_been_opened_again_by_it_the_consultation_starts_too() {
        String number = boardCase("LOW");
        close(OFFICER, number);
        assertThatThrownBy(() -> propose(number, OFFICER)).hasMessage("consultation.closed");
        tellThatTheQuestionHasMoved(number);
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(openTasks(number)).contains("userTask_assessIncident", "userTask_stateConsultation");
    }

    @Test
    void for_somebody_who_is_not_in_the_council_the_department_is_told_and_nothing_moves() {
        String number = caseInFollowUp(newMember(UNIT), UNIT, OFFICER, "LOW");
        assertThat(extent(number, DEPARTMENT)).isEqualTo(Extent.NOTHING);
        tellThatTheQuestionHasMoved(number);
        assertThat(responsibilities.latest(number).row()).isEqualTo(7);
        assertThat(extent(number, DEPARTMENT)).isEqualTo(Extent.LIMITED);
        assertThat(mailed(number, "INFORMED")).contains(DEPARTMENT);
        assertThat(consultations.of(number)).isEmpty();
        assertThat(file(number).owner()).isEqualTo(LOCAL);
    }

    @Test
    void what_a_person_has_decided_about_the_owner_still_holds_when_the_question_moves() {
        String number = boardCase("LOW");
        Owner chosen = Owner.localOfficer("LISEBERG");
        responsibilities.takeOver(
                number, chosen, "Hotet gäller Liseberg och inget annat.", EventKind.CASE_TRANSFERRED, DEPARTMENT);
        tellThatTheQuestionHasMoved(number);
        assertThat(file(number).owner()).isEqualTo(chosen);
        assertThat(responsibilities.latest(number).chosen()).isEqualTo(chosen);
        assertThat(only(number).holder()).isEqualTo(chosen);
    }

    // --- what is refused

    @Test
    void both_signatures_are_needed() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        Object[] unsigned = {"statement", "Ja.", "secrecyGround", "NECESSARY", "nothing", true, "signed", false};
        assertThatThrownBy(() -> complete(OFFICER, number, "userTask_stateConsultation", unsigned))
                .hasMessage("signed: consultation.sign");
        state(number, OFFICER, "Ja.", Part.CONTACT);
        assertThatThrownBy(() -> complete(
                        DEPARTMENT,
                        number,
                        "userTask_decideConsultation",
                        "consultationAnswer",
                        "ACCEPT",
                        "reason",
                        "Ja."))
                .hasMessage("signed: consultation.sign");
        assertThat(file(number).owner()).isEqualTo(LOCAL);
    }

    @Test
    void what_goes_along_is_chosen_and_never_forgotten() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        Object[] forgotten = {"statement", "Ja.", "secrecyGround", "NECESSARY", "signed", true};
        assertThatThrownBy(() -> complete(OFFICER, number, "userTask_stateConsultation", forgotten))
                .hasMessage("parts: consultation.chooseParts");
        Object[] both = {
            "statement", "Ja.", "parts", List.of("NOTES"), "nothing", true, "secrecyGround", "NECESSARY", "signed", true
        };
        assertThatThrownBy(() -> complete(OFFICER, number, "userTask_stateConsultation", both))
                .hasMessage("parts: consultation.partsOrNothing");
        Object[] unknown = {
            "statement", "x".repeat(20_001), "parts", List.of("ALLT"), "secrecyGround", "JA", "signed", true
        };
        assertThatThrownBy(() -> complete(OFFICER, number, "userTask_stateConsultation", unknown))
                .hasMessageContaining("parts: unknownChoice")
                .hasMessageContaining("secrecyGround: unknownChoice");
        Object[] tooLong = {
            "statement", "x".repeat(20_001), "nothing", true, "secrecyGround", "NECESSARY", "signed", true
        };
        assertThatThrownBy(() -> complete(OFFICER, number, "userTask_stateConsultation", tooLong))
                .hasMessage("statement: tooLong");
    }

    @Test
    void nobody_signs_for_both_sides() {
        String number = caseInFollowUp(newMember("KULTURNAMNDEN"), "KULTURNAMNDEN", DEPARTMENT, "LOW");
        propose(number, DEPARTMENT);
        assertThat(groupsOf(number, "userTask_stateConsultation")).containsExactly("sob");
        state(number, DEPARTMENT, "Enheten har ingen. Vi har skött det.", Part.CONTACT);
        assertThatThrownBy(() -> answer(number, DEPARTMENT, "ACCEPT", "Vi tar över."))
                .hasMessage("signed: consultation.samePerson");
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("KULTURNAMNDEN"));
        answer(number, "sob-2", "ACCEPT", "Vi tar över.");
        assertThat(file(number).owner()).isEqualTo(SOB);
    }

    @Test
    void a_unit_that_loses_its_officers_while_it_is_asked_is_answered_for() {
        String number = movedCase();
        propose(number, DEPARTMENT, false, "LISEBERG");
        state(number, DEPARTMENT, "Det är er fråga.", Part.CONTACT);
        jdbc.sql("UPDATE varna.appointment SET valid_to = '2026-11-24' WHERE person = 'lsa-liseberg'")
                .update();
        try {
            processes.refresh(number);
            answer(number, "sob-2", "DECLINE", "Enheten har ingen längre.");
        } finally {
            jdbc.sql("UPDATE varna.appointment SET valid_to = NULL WHERE person = 'lsa-liseberg'")
                    .update();
        }
        assertThat(file(number).owner()).isEqualTo(SOB);
    }

    @Test
    void there_is_one_consultation_at_a_time() {
        String number = boardCase("LOW");
        propose(number, OFFICER);
        assertThatThrownBy(() -> propose(number, DEPARTMENT)).hasMessage("consultation.alreadyOpen");
        assertThat(consultations.of(number)).hasSize(1);
        assertThatThrownBy(() -> close(OFFICER, number)).hasMessageContaining("close.consultation");
    }

    @Test
    void what_goes_no_way_by_consultation() {
        String party = report(newMember("KF"), AReport.about(se.varna.casefile.Matter.PARTY))
                .caseNumber();
        assertThatThrownBy(() -> propose(party, DEPARTMENT, false, UNIT)).hasMessage("consultation.party");
        String number = boardCase("LOW");
        assertThatThrownBy(() -> propose(number, "lsa-liseberg")).hasMessage("consultation.otherSide");
        assertThatThrownBy(() -> consultations.withdraw(number, "Nej.", OFFICER))
                .hasMessage("consultation.noneOpen");
        String council = caseInAssessment(newMember("KF"), "KF", DEPARTMENT);
        assertThatThrownBy(() -> complete(
                        DEPARTMENT,
                        council,
                        "userTask_assessIncident",
                        "level",
                        "ELEVATED",
                        "reason",
                        "Sammanvägd bedömning.",
                        "proposeConsultation",
                        true))
                .hasMessage("consultation.notWithLocalOfficer");
    }
}
