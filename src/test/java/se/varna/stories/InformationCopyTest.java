package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
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
import se.varna.access.Relation;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.casefile.Place;
import se.varna.casefile.SecrecyGround;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Refused;
import se.varna.consultation.Consultations;
import se.varna.consultation.InformationCopies;
import se.varna.consultation.InformationCopy;
import se.varna.directory.Appointment;
import se.varna.directory.Owner;
import se.varna.directory.Tenure;
import se.varna.pages.Visitor;
import se.varna.responsibility.Responsibilities;
import se.varna.staffing.DirectoryFollower;
import se.varna.staffing.Hall;
import se.varna.staffing.Staffing;

/** Who else is told of a case: they confirm it, and may answer, and the case stays where it is (R28, R46). */
class InformationCopyTest extends VarnaTest {

    private static final String TASK = "userTask_takeInInformation";
    private static final String ADVICE = "Be polisen om åtkomstskydd redan i dag.";
    private static final String REASON = "Mötet ska hållas i en av era lokaler.";
    private static final Owner SCHOOL = Owner.localOfficer("GRUNDSKOLENAMNDEN");

    @Autowired
    private InformationCopies copies;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Staffing staffing;

    @Autowired
    private DirectoryFollower follower;

    @Autowired
    private Hall hall;

    /** A council member in the school board's work: the board's case, of which the department is told. */
    private String boardCase() {
        return report(newMember("KF"), AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
    }

    /** The council's own case, held by the department. */
    private String councilCase() {
        return report(newMember("KF"), AReport.about("KF").kind(Kind.THREAT)).caseNumber();
    }

    private void answer(String person, String number, Object... typed) {
        complete(person, number, TASK, typed);
    }

    // --- told by the decision

    @Test
    void the_department_is_told_of_a_council_member_in_a_boards_work_and_confirms_it_and_the_board_keeps_the_case() {
        String number = boardCase();

        assertThat(groupsOf(number, TASK)).containsExactly("sob");
        as("sob-1", () -> assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .list())
                .extracting("taskDefinitionKey")
                .contains(TASK));
        // A weekday at that level.
        assertThat(taskDue(number, TASK)).isEqualTo(swedish("2026-11-25T10:00"));
        assertThat(cases.disclosures(number)).singleElement().satisfies(disclosure -> {
            assertThat(disclosure.occasion()).isEqualTo(Disclosure.Occasion.INFORMATION_COPY);
            assertThat(disclosure.ground()).isEqualTo(SecrecyGround.NECESSARY);
            assertThat(disclosure.to()).isEqualTo("sob");
            assertThat(disclosure.parts()).isEmpty();
        });
        assertThat(mailed(number, "INFORMED")).containsExactlyInAnyOrder("sob-1", "sob-2", "sob-chef");

        answer("sob-1", number, "informationAnswer", "ACKNOWLEDGE");

        InformationCopy copy = copies.of(number).get(0);
        assertThat(copy.acknowledgedBy()).isEqualTo("sob-1");
        assertThat(copy.acknowledgedAt()).isEqualTo(clock.instant());
        assertThat(steps(newest(number, "informationCopy"))).contains("endEvent_informationTakenIn");
        assertThat(timeline(number)).contains(EventKind.INFORMATION_TAKEN_IN).doesNotContain(EventKind.ADVICE_GIVEN);
        assertThat(file(number).owner()).isEqualTo(SCHOOL);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.LIMITED);
        assertThat(page("lsa-grundskola", number))
                .contains("Säkerhet och Beredskap fick veta. Grund: nödvändigt för verksamheten (OSL 10:2).")
                .contains("Säkerhet och Beredskap tog del av informationen.");
    }

    @Test
    void the_form_says_who_where_how_serious_and_whose_and_not_what_has_happened() {
        String number = report(
                        newMember("KF"), AReport.about("GRUNDSKOLENAMNDEN").saying("Hon skrev: vänta du bara."))
                .caseNumber();
        String exposed = file(number).exposed().orElseThrow();

        String form = form("sob-1", number);
        // The forms' Markdown writes a hyphen as a code.
        assertThat(form.replace("&#45;", "-").replace("&#44;", ","))
                .contains(number, "Ledamot " + exposed, "Grundskolenämnden", "Förhöjd", "Lokalt säkerhetsansvarig")
                .contains("tisdag 24 november 2026 kl. 10.00", "Enligt ansvarsbeslutet")
                .contains("Vi föreslår samråd om att ta över")
                .doesNotContain("vänta du bara");
        assertThat(readLog.hasReadSince(number, "sob-1", clock.instant())).isTrue();
    }

    @Test
    void where_nobody_takes_it_in_the_group_is_reminded_and_then_the_departments_head() {
        String number = boardCase();

        timeComesFor(number, "boundaryEvent_informationDue");
        assertThat(clock.instant()).isEqualTo(swedish("2026-11-25T10:00"));
        assertThat(timeline(number)).contains(EventKind.INFORMATION_REMINDED);
        assertThat(mailed(number, "INFORMATION_REMINDER")).containsExactlyInAnyOrder("sob-1", "sob-2", "sob-chef");

        assertThat(dueAt(number, "boundaryEvent_informationOverdue")).isEqualTo(swedish("2026-11-26T10:00"));
        timeComesFor(number, "boundaryEvent_informationOverdue");
        assertThat(timeline(number)).contains(EventKind.INFORMATION_ESCALATED_HEAD);
        assertThat(mailed(number, "INFORMATION_REMINDER"))
                .containsExactlyInAnyOrder("sob-1", "sob-2", "sob-chef", "sob-chef");
        // No time answers for anybody, and none moves the case.
        assertThat(openTasks(number)).contains(TASK);
        assertThat(file(number).owner()).isEqualTo(SCHOOL);
        assertThat(page("lsa-grundskola", number)).contains("Chefen för Säkerhet och Beredskap varskoddes");
    }

    @Test
    void what_has_not_been_taken_in_hinders_no_closing_and_stays_to_be_taken_in() {
        String number = caseInFollowUp(newMember("KF"), "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        close("lsa-grundskola", number);

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        answer("sob-2", number, "informationAnswer", "ACKNOWLEDGE");
        assertThat(copies.of(number).get(0).acknowledgedBy()).isEqualTo("sob-2");
    }

    @Test
    void nothing_is_doubled_while_the_information_waits() {
        String number = boardCase();
        copies.tellByDecision(number);
        assertThat(copies.of(number)).hasSize(1);
        assertThat(openTasks(number)).containsOnlyOnce(TASK);

        assertThatThrownBy(() -> copies.inform(
                        number, Owner.SECURITY_AND_PREPAREDNESS, "Det har trappats upp.", "lsa-grundskola"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("information.alreadyTold");
        answer("sob-1", number, "informationAnswer", "ACKNOWLEDGE");
        copies.inform(number, Owner.SECURITY_AND_PREPAREDNESS, "Det har trappats upp.", "lsa-grundskola");
        assertThat(copies.of(number)).hasSize(2);
        assertThat(openTasks(number)).containsOnlyOnce(TASK);
    }

    @Test
    void a_unit_that_has_nobody_is_answered_for_by_the_department() {
        String number = onThePremisesOf("KULTURNAMNDEN");

        assertThat(copies.of(number))
                .extracting(InformationCopy::told)
                .containsExactly(Owner.localOfficer("KULTURNAMNDEN"));
        assertThat(groupsOf(number, TASK)).containsExactly("sob");
        assertThat(needToKnow.sight("sob-1", number).relations()).contains(Relation.INFORMATION_COPY);
        assertThatThrownBy(() -> answer("sob-1", number, "informationAnswer", "PROPOSE", "reason", "Vi tar över."))
                .hasMessageContaining("information.onlySecurityProposes");
        answer("sob-1", number, "informationAnswer", "ACKNOWLEDGE");
        assertThat(openTasks(number)).doesNotContain(TASK);
    }

    @Test
    void whoever_is_appointed_at_the_unit_gets_what_waits_there() {
        String unit = hall.unit();
        String number = onThePremisesOf(unit);
        assertThat(groupsOf(number, TASK)).containsExactly("sob");

        String officer = hall.person();
        staffing.give(
                officer,
                new Tenure(Appointment.Office.LOCAL_SECURITY_OFFICER, unit, LocalDate.of(2026, 11, 24), null),
                "sob-1");

        assertThat(groupsOf(number, TASK)).containsExactly("lsa-" + unit);
        answer(officer, number, "informationAnswer", "ACKNOWLEDGE");
        assertThat(copies.of(number).get(0).acknowledgedBy()).isEqualTo(officer);
    }

    @Test
    void when_the_last_at_the_unit_leaves_the_task_goes_to_the_department_which_gets_no_new_case() {
        String unit = hall.unit();
        String officer = hall.with(Appointment.Office.LOCAL_SECURITY_OFFICER, unit);
        String number = onThePremisesOf(unit);
        assertThat(groupsOf(number, TASK)).containsExactly("lsa-" + unit);
        List<String> before = mailed(number, "NEW_CASE");

        staffing.leave(officer, LocalDate.of(2026, 11, 24), "admin");
        clock.set("2026-11-25T00:05");
        follower.casesFollow();

        assertThat(groupsOf(number, TASK)).containsExactly("sob");
        assertThat(mailed(number, "NEW_CASE")).isEqualTo(before);
    }

    /** Election work, for which the party is responsible and the department holds the case, in a unit's premises. */
    private String onThePremisesOf(String unit) {
        return report(
                        newMember(unit),
                        AReport.about(unit).matter(Matter.ELECTION_WORK).at(Place.OTHER_CITY_PREMISES))
                .caseNumber();
    }

    // --- what they answer

    @Test
    void advice_reaches_those_who_hold_the_case_and_nobody_else() {
        String number = boardCase();
        String exposed = file(number).exposed().orElseThrow();

        answer("sob-1", number, "informationAnswer", "ADVISE", "advice", ADVICE);

        assertThat(event(number, EventKind.ADVICE_GIVEN).text()).isEqualTo(ADVICE);
        assertThat(mailed(number, "ADVICE_GIVEN"))
                .containsExactlyInAnyOrder("lsa-grundskola", "lsa-grundskola-ersattare");
        assertThat(file(number).owner()).isEqualTo(SCHOOL);
        assertThat(page("lsa-grundskola", number)).contains(ADVICE, "Säkerhet och Beredskap gav ett råd.");
        assertThat(page(exposed, number)).doesNotContain(ADVICE);
        assertThat(Visitor.signedIn(port, "lsa-liseberg")
                        .get("/arenden/" + number)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void advice_needs_its_words_and_a_proposal_its_reason() {
        String number = boardCase();
        assertThatThrownBy(() -> answer("sob-1", number, "informationAnswer", "ADVISE", "advice", "  "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("advice: required");
        assertThatThrownBy(() -> answer("sob-1", number, "informationAnswer", "PROPOSE"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason: required");
        assertThatThrownBy(() -> answer("sob-1", number))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("informationAnswer: required");
        assertThat(copies.of(number)).allMatch(InformationCopy::isOpen);
        assertThat(openTasks(number)).contains(TASK);
    }

    @Test
    void the_department_can_propose_a_consultation_and_the_board_keeps_the_case_until_both_have_signed() {
        String number = boardCase();

        answer("sob-1", number, "informationAnswer", "PROPOSE", "reason", "Frågan ligger nu hos kommunstyrelsen.");

        assertThat(consultations.of(number)).singleElement().satisfies(consultation -> {
            assertThat(consultation.isOpen()).isTrue();
            assertThat(consultations.entries(consultation.id()).get(0).text())
                    .isEqualTo("Frågan ligger nu hos kommunstyrelsen.");
        });
        assertThat(copies.of(number).get(0).answer()).isEqualTo(InformationCopy.Answer.PROPOSE);
        assertThat(file(number).owner()).isEqualTo(SCHOOL);
    }

    @Test
    void more_advice_can_be_given_on_the_cases_page_once_the_information_has_been_taken_in() {
        String number = boardCase();
        Visitor department = Visitor.signedIn(port, "sob-1");
        assertThat(department.get("/arenden/" + number).body())
                .contains("under Uppgifter, senast")
                .doesNotContain("Ge den ansvariga ett råd");
        assertThat(department
                        .post("/arenden/" + number + "/rad", "advice", ADVICE)
                        .body())
                .contains("Ta del av informationen först, under Uppgifter.");
        assertThat(timeline(number)).doesNotContain(EventKind.ADVICE_GIVEN);

        answer("sob-1", number, "informationAnswer", "ACKNOWLEDGE");
        assertThat(department.get("/arenden/" + number).body())
                .contains("Ni tog del av informationen", "Ge den ansvariga ett råd");
        later(Duration.ofMinutes(1));
        assertThat(department
                        .post("/arenden/" + number + "/rad", "advice", ADVICE)
                        .body())
                .contains("Rådet är skickat");

        assertThat(page("lsa-grundskola", number)).contains(ADVICE);
        assertThat(mailed(number, "ADVICE_GIVEN")).contains("lsa-grundskola");
    }

    // --- told by the one who holds the case

    @Test
    void the_department_informs_the_officer_of_the_premises_who_can_neither_propose_nor_see_more() {
        String number = councilCase();
        Visitor department = Visitor.signedIn(port, "sob-1");
        department.get("/arenden/" + number);

        assertThat(department
                        .post("/arenden/" + number + "/informera", "told", "LISEBERG", "reason", REASON)
                        .body())
                .contains("De får veta", "Lokalt säkerhetsansvarig, Liseberg", REASON);

        assertThat(event(number, EventKind.INFORMED).text()).isEqualTo(REASON);
        assertThat(groupsOf(number, TASK)).containsExactly("lsa-LISEBERG");
        assertThat(extent(number, "lsa-liseberg")).isEqualTo(Extent.LIMITED);
        assertThat(page("lsa-liseberg", number))
                .contains(REASON, "under Uppgifter, senast")
                .doesNotContain("Någon ropade efter mig");
        assertThat(mailed(number, "INFORMED")).containsExactly("lsa-liseberg");
        assertThat(form("lsa-liseberg", number).replace("&#46;", "."))
                .contains(REASON)
                .doesNotContain("Vi föreslår samråd");
        // Past the form it is refused too.
        assertThatThrownBy(() -> answer("lsa-liseberg", number, "informationAnswer", "PROPOSE", "reason", "Vi kan."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("information.onlySecurityProposes");
        answer("lsa-liseberg", number, "informationAnswer", "ADVISE", "advice", ADVICE);
        assertThat(mailed(number, "ADVICE_GIVEN")).containsExactlyInAnyOrder("sob-1", "sob-2", "sob-chef");
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(page("sob-2", number)).contains(ADVICE, "Lokalt säkerhetsansvarig Liseberg");
    }

    @Test
    void an_officer_who_does_not_take_it_in_is_reminded_and_then_the_deputy() {
        String number = councilCase();
        copies.inform(number, SCHOOL, REASON, "sob-1");

        timeComesFor(number, "boundaryEvent_informationDue");
        assertThat(mailed(number, "INFORMATION_REMINDER"))
                .containsExactlyInAnyOrder("lsa-grundskola", "lsa-grundskola-ersattare");
        timeComesFor(number, "boundaryEvent_informationOverdue");
        assertThat(timeline(number)).contains(EventKind.INFORMATION_ESCALATED_DEPUTY);
        assertThat(mailed(number, "INFORMATION_REMINDER"))
                .containsExactlyInAnyOrder("lsa-grundskola", "lsa-grundskola-ersattare", "lsa-grundskola-ersattare");
    }

    @Test
    void an_officer_informs_the_department_and_no_other_unit() {
        String number = report(newMember("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .caseNumber();
        assertThat(copies.tellable(number)).containsExactly(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);

        copies.inform(number, Owner.SECURITY_AND_PREPAREDNESS, "Kan bli en fråga för hela staden.", "lsa-grundskola");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.LIMITED);
        assertThat(groupsOf(number, TASK)).containsExactly("sob");
        assertThatThrownBy(() -> copies.inform(number, Owner.localOfficer("LISEBERG"), REASON, "lsa-grundskola"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("told: information.unknown");
    }

    @Test
    void whoever_holds_the_case_or_acts_for_the_one_who_does_is_not_told_of_it() {
        String number = councilCase();
        assertThat(copies.tellable(number))
                .contains(SCHOOL, Owner.localOfficer("LISEBERG"))
                .doesNotContain(Owner.SECURITY_AND_PREPAREDNESS, Owner.localOfficer("KULTURNAMNDEN"));
        for (Owner held : Set.of(Owner.SECURITY_AND_PREPAREDNESS, Owner.localOfficer("KULTURNAMNDEN"))) {
            assertThatThrownBy(() -> copies.inform(number, held, REASON, "sob-1"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("told: information.holdsIt");
        }
        assertThatThrownBy(() -> copies.inform(number, Owner.localOfficer("FINNS_INTE"), " ", "sob-1"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason: required")
                .hasMessageContaining("told: information.unknown");
        assertThat(copies.of(number)).isEmpty();

        Visitor department = Visitor.signedIn(port, "sob-1");
        department.get("/arenden/" + number);
        Visitor.Answer refused = department.post(
                "/arenden/" + number + "/informera", "told", "SAKERHET_OCH_BEREDSKAP", "reason", REASON);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("De har redan ärendet. Välj någon annan.", REASON);
    }

    @Test
    void of_two_who_inform_at_once_the_second_hears_that_it_is_done() throws Exception {
        String number = councilCase();
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
            copies.inform(number, SCHOOL, REASON, "sob-1");
            told.countDown();
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }));
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> copies.inform(number, SCHOOL, REASON, "sob-2"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("told: information.alreadyTold");
        first.get(10, TimeUnit.SECONDS);
        assertThat(copies.of(number)).extracting(InformationCopy::toldBy).containsExactly("sob-1");
        assertThat(openTasks(number)).containsOnlyOnce(TASK);
    }

    // --- when it is needed no longer

    @Test
    void the_task_goes_away_when_the_told_function_takes_the_case_over() {
        String number = boardCase();
        responsibilities.takeOver(
                number,
                Owner.SECURITY_AND_PREPAREDNESS,
                "Händelsen gällde uppdraget i kommunfullmäktige.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");

        assertThat(openTasks(number)).doesNotContain(TASK);
        assertThat(steps(newest(number, "informationCopy")))
                .contains("boundaryEvent_informationNotNeeded", "endEvent_informationNotNeeded")
                .doesNotContain("endEvent_informationTakenIn");
        InformationCopy copy = copies.of(number).get(0);
        assertThat(copy.isOpen()).isFalse();
        assertThat(copy.acknowledgedAt()).isNull();
        assertThat(timeline(number)).doesNotContain(EventKind.INFORMATION_TAKEN_IN);
        assertThat(page("sob-1", number)).contains("Behöver inte svara längre.");
        // The one who held it is told, on the same ground, and sees it in outline.
        assertThat(event(number, EventKind.INFORMED).details())
                .containsExactly("LOCAL_SECURITY_OFFICER", "GRUNDSKOLENAMNDEN", "NECESSARY");
        assertThat(extent(number, "lsa-grundskola")).isEqualTo(Extent.LIMITED);
    }

    @Test
    void the_task_goes_away_when_a_consultation_gives_the_case_to_those_who_were_told() {
        String number = boardCase();
        consultations.propose(
                number,
                new Consultations.Proposal("Frågan har gått till kommunstyrelsen.", false, null),
                "lsa-grundskola");
        complete(
                "lsa-grundskola",
                number,
                "userTask_stateConsultation",
                "statement",
                "Vi har pratat med den utsatta.",
                "parts",
                List.of("CONTACT"),
                "secrecyGround",
                "NECESSARY",
                "signed",
                true);
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
        assertThat(openTasks(number)).doesNotContain(TASK);
        assertThat(copies.of(number).get(0).acknowledgedAt()).isNull();
    }

    @Test
    void an_information_that_another_waits_for_stays_when_the_case_changes_hands() {
        String number = councilCase();
        copies.inform(number, SCHOOL, REASON, "sob-1");
        responsibilities.takeOver(
                number,
                Owner.localOfficer("LISEBERG"),
                "Händelsen gällde ett beslut i bolaget.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");

        assertThat(groupsOf(number, TASK)).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        answer("lsa-grundskola-ersattare", number, "informationAnswer", "ACKNOWLEDGE");
    }

    // --- what can be seen

    private TimelineEvent event(String number, EventKind kind) {
        List<TimelineEvent> events = cases.timeline(number).stream()
                .filter(event -> event.kind() == kind)
                .toList();
        assertThat(events).isNotEmpty();
        return events.get(events.size() - 1);
    }

    private List<String> mailed(String number, String kind) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ?")
                .params(number, kind)
                .query(String.class)
                .list();
    }

    private String page(String person, String number) {
        Visitor.Answer answer = Visitor.signedIn(port, person).get("/arenden/" + number);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** The task's form, as Tasklist gets it. */
    private String form(String person, String number) {
        return Visitor.signedIn(port, person)
                .get("/camunda/api/engine/engine/default/task/"
                        + task(number, TASK).getId() + "/deployed-form")
                .body();
    }
}
