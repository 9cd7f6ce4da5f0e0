package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Action;
import se.varna.access.Extent;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Refused;
import se.varna.consultation.Consultations;
import se.varna.directory.Owner;
import se.varna.disclosure.PartyConsent;
import se.varna.engine.FormContent;
import se.varna.engine.TaskContext;
import se.varna.pages.Visitor;
import se.varna.responsibility.GuidanceRule;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.ResponsibilityDecision;
import se.varna.responsibility.Settlement;
import se.varna.responsibility.Settlements;

/** Whose a case is, when that is unclear or disputed: everyone is heard, one decides, and the case always has an owner. */
class SettlementTest extends VarnaTest {

    private static final Owner SCHOOLS = Owner.localOfficer("GRUNDSKOLENAMNDEN");
    private static final Owner LISEBERG = Owner.localOfficer("LISEBERG");
    private static final String WHY = "Det gällde ett beslut i bolagets styrelse.";
    private static final String ANSWER = "Vi känner igen ärendet och frågan.";
    private static final String DECIDED = "Frågan hör till den verksamheten.";

    @Autowired
    Settlements settlements;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Consultations consultations;

    @Autowired
    PartyConsent consents;

    @Autowired
    List<FormContent> contents;

    @Autowired
    TransactionTemplate transactions;

    // --- disputes

    @Test
    void an_owner_who_wins_a_dispute_loses_the_case_to_the_one_it_belongs_to() {
        String number = schoolsCase();
        clock.set("2026-11-24T11:00");
        raise(number, "LISEBERG", Part.DESCRIPTION);

        ProcessInstance settling = instance(number, "settleResponsibility");
        assertThat(settling).isWaitingAt("userTask_answerDispute");
        assertThat(groupsOf(number, "userTask_answerDispute")).containsExactly("lsa-LISEBERG");
        // The level is elevated: one weekday.
        assertThat(taskDue(number, "userTask_answerDispute")).isEqualTo(swedish("2026-11-25T11:00"));
        assertThat(mailed(number, "RESPONSIBILITY_ASKED")).containsExactly("lsa-liseberg");
        // The case stays where it is, and so do its tasks.
        assertThat(file(number).owner()).isEqualTo(SCHOOLS);
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        // Both who are asked see what was attached and nothing else.
        for (String asked : List.of("lsa-liseberg", "sob-1")) {
            assertThat(extent(number, asked)).isEqualTo(Extent.SHARED);
            assertThat(seen(number, asked)).containsExactly(Part.DESCRIPTION);
        }
        assertThat(cases.disclosures(number))
                .extracting(Disclosure::occasion, Disclosure::ground, Disclosure::person, Disclosure::to)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                Disclosure.Occasion.DISPUTE, SecrecyGround.NECESSARY, "lsa-grundskola", "lsa-LISEBERG"),
                        org.assertj.core.groups.Tuple.tuple(
                                Disclosure.Occasion.DISPUTE, SecrecyGround.NECESSARY, "lsa-grundskola", "sob"));
        assertThat(said(number, "lsa-liseberg"))
                .contains("Liseberg", "Det gällde ett beslut", "det som har hänt", "Ansvarstabellens svar")
                .doesNotContain("Någon ropade efter mig");

        answer(number, "YES");
        assertThat(settling).isWaitingAt("userTask_decideResponsibility");
        assertThat(groupsOf(number, "userTask_decideResponsibility")).containsExactly("sob");
        assertThat(mailed(number, "RESPONSIBILITY_ASKED")).contains("sob-1", "sob-2", "sob-chef");
        assertThat(said(number, "sob-1")).contains("ärendet är vårt", "Vi känner igen ärendet");

        clock.set("2026-11-24T14:00");
        decide("sob-1", number, "LISEBERG", "R10");

        assertThat(settling)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_responsibilityDisputed",
                        "serviceTask_askAboutResponsibility",
                        "userTask_answerDispute",
                        "userTask_decideResponsibility",
                        "endEvent_responsibilitySettled");
        assertThat(file(number).owner()).isEqualTo(LISEBERG);
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-LISEBERG");
        assertThat(timeline(number))
                .contains(EventKind.DISPUTE_RAISED, EventKind.DISPUTE_ANSWERED_YES, EventKind.RESPONSIBILITY_CHANGED);
        assertThat(mailed(number, "NEW_OWNER"))
                .contains("lsa-liseberg", file(number).exposed().orElseThrow());

        ResponsibilityDecision decision = responsibilities.latest(number);
        assertThat(decision.responsible()).isEqualTo(SCHOOLS);
        assertThat(decision.chosen()).isEqualTo(LISEBERG);
        assertThat(decision.chosenReason()).isEqualTo(DECIDED);
        assertThat(decision.chosenRules()).containsExactly(GuidanceRule.R10);
        assertThat(decision.decidedBy()).isEqualTo("sob-1");

        // What was attached went along; what was not stays unseen, also by the new owner. The former one sees the
        // outline.
        assertThat(extent(number, "lsa-liseberg")).isEqualTo(Extent.FULL);
        assertThat(seen(number, "lsa-liseberg")).containsExactly(Part.DESCRIPTION);
        assertThat(extent(number, "lsa-grundskola")).isEqualTo(Extent.LIMITED);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThat(onlySettlement(number).isOpen()).isFalse();
    }

    @Test
    void an_owner_who_loses_a_dispute_keeps_the_case_and_has_worked_it_all_the_while() {
        String number = schoolsCase();
        raise(number, "LISEBERG");
        complete("lsa-grundskola", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Samtal.");
        answer(number, "NO");
        assertThat(said(number, "sob-1")).contains("ärendet är inte vårt", "Inget är bifogat");
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessIncident",
                "level",
                "ELEVATED",
                "reason",
                "Sammanvägd bedömning efter samtalet.");
        decide("sob-1", number, null, "R26");

        assertThat(file(number).owner()).isEqualTo(SCHOOLS);
        assertThat(timeline(number)).contains(EventKind.DISPUTE_ANSWERED_NO, EventKind.RESPONSIBILITY_KEPT);
        ResponsibilityDecision decision = responsibilities.latest(number);
        assertThat(decision.chosen()).isEqualTo(SCHOOLS);
        assertThat(decision.chosenRules()).containsExactly(GuidanceRule.R26);
        assertThat(decision.decidedBy()).isEqualTo("sob-1");
        assertThat(mailed(number, "RESPONSIBILITY_SETTLED")).contains("lsa-grundskola");
        assertThat(extent(number, "lsa-liseberg")).isEqualTo(Extent.NOTHING);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        // Settled, but not for ever: something new may come up.
        raise(number, "LISEBERG");
        assertThat(openTasks(number)).contains("userTask_answerDispute");
    }

    @Test
    void a_silent_function_is_reminded_and_then_passed_by_and_gets_no_case_by_it() {
        String number = schoolsCase();
        raise(number, "LISEBERG");
        timeComesFor(number, "boundaryEvent_answerOverdue");
        assertThat(timeline(number)).contains(EventKind.DISPUTE_REMINDED);
        assertThat(mailed(number, "SETTLEMENT_REMINDER")).containsExactly("lsa-liseberg");
        assertThat(clock.instant()).isEqualTo(swedish("2026-11-25T10:00"));

        timeComesFor(number, "boundaryEvent_answerMissing");
        assertThat(clock.instant()).isEqualTo(swedish("2026-11-26T10:00"));
        assertThat(openTasks(number))
                .contains("userTask_decideResponsibility")
                .doesNotContain("userTask_answerDispute");
        assertThat(timeline(number)).contains(EventKind.DISPUTE_UNANSWERED);
        assertThat(onlySettlement(number).answer()).isEqualTo(Settlement.Answer.SILENT);
        assertThat(said(number, "sob-1")).contains("svarade inte i tid");
        assertThat(file(number).owner()).isEqualTo(SCHOOLS);
        assertThat(taskDue(number, "userTask_decideResponsibility")).isEqualTo(swedish("2026-11-27T10:00"));
    }

    @Test
    void when_the_department_itself_is_silent_its_head_is_told_and_the_case_still_stays() {
        String number = schoolsCase();
        raise(number, "LISEBERG");
        answer(number, "YES");
        timeComesFor(number, "boundaryEvent_decisionOverdue");
        assertThat(mailed(number, "SETTLEMENT_REMINDER")).contains("sob-1", "sob-2");

        timeComesFor(number, "boundaryEvent_decisionMissing");
        assertThat(timeline(number)).contains(EventKind.DISPUTE_ESCALATED);
        assertThat(jdbc.sql(
                                "SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND occasion LIKE '%-head'")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("sob-chef");
        assertThat(file(number).owner()).isEqualTo(SCHOOLS);
        decide("sob-chef", number, "LISEBERG", "R31");
        assertThat(file(number).owner()).isEqualTo(LISEBERG);
    }

    @Test
    void when_the_department_is_meant_it_decides_at_once() {
        String number = schoolsCase();
        raise(number, "SAKERHET_OCH_BEREDSKAP", Part.CONTACT, Part.DESCRIPTION);
        assertThat(openTasks(number))
                .contains("userTask_decideResponsibility")
                .doesNotContain("userTask_answerDispute");
        assertThat(seen(number, "sob-1")).containsExactly(Part.CONTACT, Part.DESCRIPTION);

        later(Duration.ofHours(1));
        decide("sob-2", number, "SAKERHET_OCH_BEREDSKAP", "R9");
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(seen(number, "sob-1")).containsExactly(Part.CONTACT, Part.DESCRIPTION);
        assertThat(extent(number, "lsa-grundskola")).isEqualTo(Extent.LIMITED);
    }

    @Test
    void the_decision_can_go_to_a_third_function_and_what_was_attached_goes_along() {
        String third = newOfficer("GRYAAB");
        try {
            String number = schoolsCase();
            raise(number, "LISEBERG", Part.DESCRIPTION);
            answer(number, "NO");
            assertThat(extent(number, third)).isEqualTo(Extent.NOTHING);
            later(Duration.ofHours(1));
            decide("sob-1", number, "GRYAAB", "R10");

            assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("GRYAAB"));
            assertThat(seen(number, third)).containsExactly(Part.DESCRIPTION);
            assertThat(extent(number, "lsa-liseberg")).isEqualTo(Extent.NOTHING);
        } finally {
            jdbc.sql("DELETE FROM varna.appointment WHERE person = ?")
                    .param(third)
                    .update();
        }
    }

    @Test
    void a_function_that_has_nobody_is_not_asked() {
        String number = schoolsCase();
        raise(number, "GRYAAB", Part.DESCRIPTION);
        assertThat(openTasks(number)).contains("userTask_decideResponsibility");
        assertThat(cases.disclosures(number)).extracting(Disclosure::to).containsExactly("sob");

        later(Duration.ofHours(1));
        decide("sob-1", number, "GRYAAB", "R10");
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("GRYAAB"));
        assertThat(cases.disclosures(number)).extracting(Disclosure::to).containsExactly("sob", "lsa-GRYAAB");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.FULL);
    }

    // --- parties

    @Test
    void party_politics_are_the_partys_which_is_told_nothing_without_consent() {
        String number = schoolsCase();
        raise(number, "PARTY", Part.DESCRIPTION);
        assertThat(openTasks(number)).contains("userTask_decideResponsibility");
        assertThat(extent(number, "parti-a")).isEqualTo(Extent.NOTHING);

        later(Duration.ofHours(1));
        decide("sob-1", number, "PARTY", "R32");
        assertThat(file(number).responsible()).isEqualTo(Owner.party("A"));
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(timeline(number)).contains(EventKind.HELD_FOR_PARTY);
        assertThat(extent(number, "parti-a")).isEqualTo(Extent.NOTHING);
        assertThat(mailed(number, "NEW_OWNER")).doesNotContain("parti-a");
    }

    @Test
    void with_consent_the_party_gets_the_case_and_what_the_person_themselves_has_told() {
        String exposed = newMember("GRUNDSKOLENAMNDEN");
        String number = report(
                        exposed,
                        AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT).partyMayBeContacted())
                .caseNumber();
        raise(number, "PARTY", Part.NOTES);
        later(Duration.ofHours(1));
        decide("sob-1", number, "PARTY", "R32");

        assertThat(file(number).owner()).isEqualTo(Owner.party("A"));
        assertThat(seen(number, "parti-a")).containsExactly(Part.CONTACT, Part.DESCRIPTION, Part.PERSONS);

        // The party too can say that it is another's, and needs no ground in an act that does not bind it.
        clock.set("2026-11-25T09:00");
        settlements.raise(number, new Settlements.Objection(WHY, "LISEBERG", EnumSet.of(Part.DESCRIPTION)), "parti-a");
        assertThat(lastDisclosure(number).ground()).isNull();
        answer(number, "YES");
        later(Duration.ofHours(1));
        decide("sob-1", number, "LISEBERG", "R10");
        assertThat(file(number).owner()).isEqualTo(LISEBERG);
        // A party has no way to hand over more later on.
        assertThat(lastDisclosure(number).parts()).containsExactlyInAnyOrder(Part.values());
        assertThat(extent(number, "parti-a")).isEqualTo(Extent.NOTHING);
    }

    @Test
    void a_consent_that_comes_meanwhile_moves_the_case_and_leaves_the_question() {
        String exposed = newMember("KF");
        String number = report(exposed, AReport.about(Matter.PARTY)).caseNumber();
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        settlements.raise(number, new Settlements.Objection(WHY, "SAKERHET_OCH_BEREDSKAP", Set.of()), "sob-1");

        consents.says(number, true, exposed);
        assertThat(file(number).owner()).isEqualTo(Owner.party("A"));
        assertThat(needToKnow.may("sob-1", number, Action.DECIDE_RESPONSIBILITY))
                .isTrue();
        later(Duration.ofHours(1));
        decide("sob-2", number, "SAKERHET_OCH_BEREDSKAP", "R9");
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(file(number).responsible()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
    }

    @Test
    void the_one_who_holds_a_case_for_a_party_can_find_that_it_is_its_own() {
        String number = report(newMember("KF"), AReport.about(Matter.PARTY)).caseNumber();
        settlements.raise(number, new Settlements.Objection(WHY, "SAKERHET_OCH_BEREDSKAP", Set.of()), "sob-1");
        decide("sob-2", number, "SAKERHET_OCH_BEREDSKAP", "R9");
        assertThat(file(number).responsible()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(cases.holdings(number)).hasSize(1);
        assertThat(timeline(number)).contains(EventKind.RESPONSIBILITY_CHANGED);
    }

    // --- unclear from the beginning

    @Test
    void when_nobody_knows_the_capacity_the_holder_says_within_a_weekday_that_it_is_theirs() {
        String number = report(newMember("GRUNDSKOLENAMNDEN"), AReport.about(Matter.UNKNOWN))
                .caseNumber();
        assertThat(openTasks(number)).containsExactly("userTask_contactExposed", "userTask_settleResponsibility");
        assertThat(taskDue(number, "userTask_settleResponsibility")).isEqualTo(swedish("2026-11-25T10:00"));
        assertThat(said(number, "lsa-grundskola")).startsWith("**Ansvarstabellens svar: Lokalt säkerhetsansvarig");
        timeComesFor(number, "boundaryEvent_settlementOverdue");
        assertThat(timeline(number)).contains(EventKind.SETTLEMENT_REMINDED);

        assertThatThrownBy(() -> complete(
                        "lsa-grundskola",
                        number,
                        "userTask_settleResponsibility",
                        "decision",
                        "KEEP",
                        "reason",
                        "Vårt."))
                .hasMessageContaining("tooShort");
        complete("lsa-grundskola", number, "userTask_settleResponsibility", "decision", "KEEP", "reason", WHY);
        assertThat(steps(newest(number, "settleResponsibility"))).contains("endEvent_caseKept");
        ResponsibilityDecision decision = responsibilities.latest(number);
        assertThat(decision.row()).isEqualTo(8);
        assertThat(decision.chosen()).isEqualTo(SCHOOLS);
        assertThat(decision.chosenReason()).isEqualTo(WHY);
        assertThat(decision.decidedBy()).isEqualTo("lsa-grundskola");
        assertThat(file(number).owner()).isEqualTo(SCHOOLS);
        assertThat(onlySettlement(number).isOpen()).isFalse();
    }

    @Test
    void an_unclear_case_that_is_passed_on_is_settled_as_a_dispute() {
        String number = report(newMember("GRUNDSKOLENAMNDEN"), AReport.about(Matter.UNKNOWN))
                .caseNumber();
        passOn("lsa-grundskola", number, "LISEBERG", List.of("DESCRIPTION"));
        assertThat(seen(number, "lsa-liseberg")).containsExactly(Part.DESCRIPTION);
        answer(number, "YES");
        later(Duration.ofHours(1));
        decide("sob-1", number, "LISEBERG", "R31");
        assertThat(file(number).owner()).isEqualTo(LISEBERG);
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-LISEBERG");
        assertThat(extent(number, "lsa-grundskola")).isEqualTo(Extent.LIMITED);
    }

    @Test
    void the_department_passes_a_council_members_unclear_case_on_and_decides_as_the_one_who_holds_it() {
        String member = report(newMember("KF"), AReport.about(Matter.UNKNOWN)).caseNumber();
        String unknown = report(newMember("KF"), AReport.about("KULTURNAMNDEN").someoneElse("min bror"))
                .caseNumber();
        for (String number : List.of(member, unknown)) {
            assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
            passOn("sob-1", number, "LISEBERG", List.of("DESCRIPTION", "CONTACT"));
            assertThat(cases.disclosures(number)).extracting(Disclosure::to).containsExactly("lsa-LISEBERG");
            assertThat(extent(number, "sob-1")).isEqualTo(Extent.FULL);
            answer(number, "YES");
            later(Duration.ofHours(1));
            decide("sob-2", number, "LISEBERG", "R25");
            assertThat(file(number).owner()).isEqualTo(LISEBERG);
            assertThat(extent(number, "sob-1")).isEqualTo(Extent.LIMITED);
        }
    }

    // --- what is refused

    @Test
    void one_is_settled_at_a_time_and_only_what_can_be_understood() {
        String number = schoolsCase();
        assertThatThrownBy(() -> settlements.raise(
                        number, new Settlements.Objection("Inte vårt.", "FINNS_INTE", Set.of()), "lsa-grundskola"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting("code")
                        .containsExactlyInAnyOrder("tooShort", "owner.unknown"));
        assertThatThrownBy(() -> raise(number, "GRUNDSKOLENAMNDEN")).hasMessageContaining("owner.same");
        raise(number, "LISEBERG");
        assertThatThrownBy(() -> raise(number, "LISEBERG")).hasMessageContaining("settlement.alreadyOpen");
        answer(number, "NO");
        assertThatThrownBy(() -> decide("sob-1", number, "GRUNDSKOLENAMNDEN", "R26"))
                .hasMessageContaining("owner.same");
        assertThatThrownBy(() -> decide("sob-1", number, "LISEBERG", null)).hasMessageContaining("rule");
        // The one who is asked decides nothing, and neither does the one who has the case.
        assertThatThrownBy(() -> decide("lsa-liseberg", number, "LISEBERG", "R10"))
                .isNotNull();
        assertThatThrownBy(() -> decide("lsa-grundskola", number, "LISEBERG", "R10"))
                .isNotNull();
        assertThat(openTasks(number)).contains("userTask_decideResponsibility");

        String unclear = report(newMember("GRUNDSKOLENAMNDEN"), AReport.about(Matter.UNKNOWN))
                .caseNumber();
        assertThatThrownBy(() -> raise(unclear, "LISEBERG")).hasMessageContaining("settlement.alreadyOpen");
    }

    @Test
    void nothing_is_disputed_while_a_consultation_goes_on() {
        String number = caseInFollowUp(newMember("KF"), "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        consultations.propose(
                number,
                new Consultations.Proposal("Frågan har flyttats till kommunstyrelsen.", false, null),
                "lsa-grundskola");
        assertThatThrownBy(() -> raise(number, "LISEBERG")).hasMessageContaining("settlement.consultationOpen");
    }

    @Test
    void a_case_is_not_closed_before_it_is_settled_whose_it_is_and_a_closed_one_is_nobody_elses() {
        String number = caseInFollowUp(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        raise(number, "LISEBERG");
        assertThatThrownBy(() -> close("lsa-grundskola", number)).hasMessageContaining("close.settlement");
        answer(number, "NO");
        decide("sob-1", number, null, "R26");
        close("lsa-grundskola", number);
        assertThatThrownBy(() -> raise(number, "LISEBERG")).hasMessageContaining("case.wrongPhase");
    }

    @Test
    void of_two_disputes_at_once_one_is_kept_and_the_other_hears_why_not() throws Exception {
        String number = schoolsCase();
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> both = Stream.of("lsa-grundskola", "lsa-grundskola-ersattare")
                    .map(person -> (Callable<String>) () -> {
                        try {
                            settlements.raise(number, new Settlements.Objection(WHY, "LISEBERG", Set.of()), person);
                            return person;
                        } catch (Refused refused) {
                            return refused.getMessage();
                        }
                    })
                    .toList();
            List<String> heard = new java.util.ArrayList<>();
            for (Future<String> each : people.invokeAll(both)) {
                heard.add(each.get());
            }
            assertThat(heard).containsOnlyOnce("settlement.alreadyOpen");
        } finally {
            people.shutdownNow();
        }
        assertThat(onlySettlement(number).isOpen()).isTrue();
        assertThat(openTasks(number)).containsOnlyOnce("userTask_answerDispute");
        assertThat(cases.disclosures(number)).hasSize(2);
    }

    @Test
    void a_dispute_that_is_raised_while_the_case_is_being_closed_comes_second() throws Exception {
        String number = caseInFollowUp(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            assertThatThrownBy(() -> transactions.executeWithoutResult(raising -> {
                        raise(number, "LISEBERG");
                        assertThat(another.submit(() -> close("lsa-grundskola", number)))
                                .succeedsWithin(Duration.ofSeconds(30));
                    }))
                    .isInstanceOf(OptimisticLockingFailureException.class);
        } finally {
            another.shutdownNow();
        }
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(settlements.of(number)).isEmpty();
    }

    // --- the page

    @Test
    void the_page_lets_the_holder_ask_and_tells_each_what_concerns_them() {
        String number = schoolsCase();
        Visitor holder = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(holder.get("/arenden/" + number).body()).contains("Är ärendet någon annans?");
        Visitor.Answer again = holder.post("/arenden/" + number + "/tvist", "reason", "Kort", "owner", "");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("minst 20 tecken", "Välj vem som ska ansvara");

        Visitor.Answer done = holder.post(
                "/arenden/" + number + "/tvist",
                "reason",
                WHY,
                "owner",
                "LISEBERG",
                "parts",
                "DESCRIPTION",
                "parts",
                "CONTACT");
        assertThat(done.body())
                .contains("Frågan är ställd", WHY, "Bifogat: hur den utsatta nås, det som har hänt")
                .doesNotContain("Är ärendet någon annans?");
        assertThat(onlySettlement(number).attached()).containsExactlyInAnyOrder(Part.DESCRIPTION, Part.CONTACT);

        String asked =
                Visitor.signedIn(port, "lsa-liseberg").get("/arenden/" + number).body();
        assertThat(asked).contains("Vems är ärendet?", WHY, "Svaret lämnas under Uppgifter");

        answer(number, "YES");
        later(Duration.ofHours(1));
        decide("sob-1", number, "LISEBERG", "R10");
        String owner =
                Visitor.signedIn(port, "lsa-liseberg").get("/arenden/" + number).body();
        assertThat(owner).contains("Svar: ärendet är deras", ANSWER, DECIDED, "R10: andra nämnders och bolags frågor");
        assertThat(Visitor.signedIn(port, "lsa-grundskola")
                        .get("/arenden/" + number)
                        .body())
                .doesNotContain(WHY, ANSWER, DECIDED);
    }

    @Test
    void what_was_written_in_an_earlier_dispute_is_not_for_a_later_holder() {
        String number = schoolsCase();
        raise(number, "LISEBERG");
        answer(number, "NO");
        decide("sob-1", number, null, "R26");
        later(Duration.ofHours(1));
        settlements.raise(
                number,
                new Settlements.Objection("Frågan har visat sig gälla bolaget.", "LISEBERG", Set.of()),
                "lsa-grundskola");
        answer(number, "YES");
        later(Duration.ofHours(1));
        decide("sob-1", number, "LISEBERG", "R10");

        String course =
                Visitor.signedIn(port, "lsa-liseberg").get("/arenden/" + number).body();
        course = course.substring(course.indexOf("Vems är ärendet?"), course.indexOf("Anteckningar</h2>"));
        assertThat(course).contains("Frågan har visat sig").doesNotContain(WHY);
    }

    // --- what people do

    private String schoolsCase() {
        return report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
    }

    private void raise(String number, String owner, Part... attached) {
        settlements.raise(number, new Settlements.Objection(WHY, owner, Set.of(attached)), "lsa-grundskola");
    }

    private void passOn(String person, String number, String owner, List<String> parts) {
        complete(
                person,
                number,
                "userTask_settleResponsibility",
                "decision",
                "PASS_ON",
                "owner",
                owner,
                "parts",
                parts,
                "reason",
                WHY);
    }

    private void answer(String number, String answer) {
        complete("lsa-liseberg", number, "userTask_answerDispute", "answer", answer, "reason", ANSWER);
    }

    private void decide(String person, String number, String owner, String rule) {
        complete(
                person,
                number,
                "userTask_decideResponsibility",
                "decision",
                owner == null ? "KEEP" : "MOVE",
                "owner",
                owner,
                "rule",
                rule,
                "reason",
                DECIDED);
    }

    private String newOfficer(String unit) {
        String person = newMember("KF");
        jdbc.sql("DELETE FROM varna.appointment WHERE person = ?").param(person).update();
        jdbc.sql("INSERT INTO varna.appointment (person, office, organisation, valid_from)"
                        + " VALUES (?, 'LOCAL_SECURITY_OFFICER', ?, '2026-01-01')")
                .params(person, unit)
                .update();
        return person;
    }

    // --- what can be seen

    private Settlement onlySettlement(String number) {
        assertThat(settlements.of(number)).hasSize(1);
        return settlements.of(number).get(0);
    }

    private Disclosure lastDisclosure(String number) {
        List<Disclosure> all = cases.disclosures(number);
        return all.get(all.size() - 1);
    }

    /** The parts that the person sees of what there was in the beginning. */
    private List<Part> seen(String number, String person) {
        Sight sight = needToKnow.sight(person, number);
        return Stream.of(Part.values())
                .filter(part -> sight.shows(part, file(number).receivedAt()))
                .toList();
    }

    /** What the task's form says of it. */
    private String said(String number, String person) {
        return contents.stream()
                .filter(content -> content.name().equals("dispute"))
                .map(content -> content.markdown(
                        new TaskContext(number, "userTask_decideResponsibility", null),
                        needToKnow.sight(person, number)))
                .findFirst()
                .orElseThrow()
                .replaceAll("&#(\\d+);", " ");
    }

    private List<String> mailed(String number, String kind) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ?")
                .params(number, kind)
                .query(String.class)
                .list();
    }
}
