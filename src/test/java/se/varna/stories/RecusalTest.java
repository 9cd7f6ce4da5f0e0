package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Action;
import se.varna.access.Extent;
import se.varna.access.Relation;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Refused;
import se.varna.consultation.Consultations;
import se.varna.demo.SentMail;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.directory.Tenure;
import se.varna.pages.Visitor;
import se.varna.recusal.Recusals;
import se.varna.responsibility.Responsibilities;
import se.varna.staffing.Hall;
import se.varna.staffing.Staffing;
import se.varna.web.SignedIn;

/** Whoever has a part in a case themselves lets others act (jäv): the deputy, then Säkerhet och Beredskap. */
class RecusalTest extends VarnaTest {

    private static final String CONTACT = "userTask_contactExposed";
    private static final String ASSESS = "userTask_assessIncident";
    private static final String REASON = "Vi är gamla vänner.";
    private static final String CALLED = "Samtal i lugn ton.";
    private static final String NOBODYS = "/arenden/V-2026-99999";
    private static final String NO_TASK = "00000000-e7d3-11f1-a3e7-02fc00000001";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private Recusals recusals;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Staffing staffing;

    @Autowired
    private DirectoryContents contents;

    @Autowired
    private SentMail sentMail;

    @Autowired
    private Hall hall;

    // --- the deputy

    @Test
    void the_officer_says_so_on_the_page_and_the_deputy_goes_on() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String deputy = hall.with(Office.LOCAL_SECURITY_DEPUTY, unit);
        String number = caseIn(unit);
        claim(officer, number);
        Visitor page = Visitor.signedIn(port, officer);
        assertThat(page.get("/arenden/" + number).body())
                .contains("href=\"#recusal-reason\"", "Är du jävig?", "Anmäl jäv");

        Visitor.Answer bare = page.post("/arenden/" + number + "/jav", "reason", " ");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("id=\"recusal-reason-error\"", "Skriv varför.");
        Visitor.Answer done = page.post("/arenden/" + number + "/jav", "reason", REASON);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.path()).isEqualTo("/arenden/klart");
        assertThat(done.body())
                .contains("Din anmälan om jäv är sparad", "Till startsidan")
                .doesNotContain(number, REASON);
        assertThat(groupsOf(number, CONTACT)).isEmpty();
        assertThat(personsOf(number, CONTACT)).containsExactly(deputy);
        assertThat(task(number, CONTACT).getAssignee()).isNull();
        assertThat(toldOfActing(number)).containsExactly(deputy);
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer(unit));

        complete(deputy, number, CONTACT, "contactOutcome", "REACHED", "note", CALLED);
        assertThat(personsOf(number, ASSESS)).as("also what comes later").containsExactly(deputy);
        TimelineEvent said = event(number, EventKind.RECUSED);
        assertThat(said.actor()).isEqualTo(officer);
        assertThat(said.text()).isEqualTo(REASON);
        assertThat(Visitor.signedIn(port, deputy).get("/arenden/" + number).body())
                .contains("Jäv anmäldes.", REASON, "Testperson " + officer);
        assertThat(Visitor.signedIn(port, exposed(number))
                        .get("/arenden/" + number)
                        .body())
                .doesNotContain(REASON, "Jäv");
    }

    @Test
    void for_whoever_has_recused_themselves_the_case_does_not_exist() {
        String number = caseIn("GRUNDSKOLENAMNDEN");
        String task = task(number, CONTACT).getId();
        String filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("Min enhets uppgifter")
                .singleResult()
                .getId();
        String list = "/filter/" + filter + "/list";
        String thisCase = "{\"processInstanceBusinessKey\": \"" + number + "\"}";
        String officer = "lsa-grundskola";
        claim(officer, number);

        recusals.recuse(number, officer, REASON);

        assertThat(extent(number, officer)).isEqualTo(Extent.NOTHING);
        Visitor page = Visitor.signedIn(port, officer);
        page.get("/rapportera");
        assertThat(page.get("/arenden/" + number).status()).isEqualTo(404);
        assertThat(page.get("/arenden/" + number).body())
                .isEqualTo(page.get(NOBODYS).body());
        assertThat(page.post("/arenden/" + number + "/jav", "reason", REASON).body())
                .isEqualTo(page.post(NOBODYS + "/jav", "reason", REASON).body());
        assertThat(page.get("/uppgifter/" + task + "/arende").status()).isEqualTo(404);
        SignedIn tasklist = SignedIn.as(officer, port);
        assertThat(tasklist.enginePost(list, thisCase).body()).isEqualTo("[]");
        assertThat(tasklist.enginePost("/filter/" + filter + "/count", thisCase).body())
                .isEqualTo("{\"count\":0}");
        assertThat(tasklist.engineGet("/task?processInstanceBusinessKey=" + number)
                        .body())
                .isEqualTo("[]");
        for (String part : List.of("", "/form", "/deployed-form", "/form-variables")) {
            assertThat(tasklist.engineGet("/task/" + task + part).body())
                    .as(part)
                    .isEqualTo(tasklist.engineGet("/task/" + NO_TASK + part).body());
        }
        String self = "{\"userId\": \"" + officer + "\"}";
        assertThat(tasklist.enginePost("/task/" + task + "/claim", self).body())
                .isEqualTo(
                        tasklist.enginePost("/task/" + NO_TASK + "/claim", self).body());
        assertThatThrownBy(() -> complete(officer, number, CONTACT, "contactOutcome", "REACHED", "note", CALLED))
                .isInstanceOf(RuntimeException.class);
        assertThat(links("act_ru_identitylink", "task_id_", task, officer)).isZero();
        assertThat(links("act_ru_authorization", "resource_id_", task, officer)).isZero();

        // The one who acts sees it in the list, claims it and lays it back, as a group's task.
        SignedIn deputy = SignedIn.as("lsa-grundskola-ersattare", port);
        assertThat(SignedIn.json(deputy.enginePost(list, thisCase))).hasSize(1);
        String deputySelf = "{\"userId\": \"lsa-grundskola-ersattare\"}";
        for (String[] call : List.of(
                new String[] {"/claim", deputySelf},
                new String[] {"/assignee", "{\"userId\": null}"},
                new String[] {"/claim", deputySelf},
                new String[] {"/unclaim", "{}"})) {
            assertThat(deputy.enginePost("/task/" + task + call[0], call[1]).statusCode())
                    .as(call[0])
                    .isEqualTo(204);
        }
        assertThat(deputy.engineGet("/task/" + task + "/deployed-form").statusCode())
                .isEqualTo(200);
    }

    @Test
    void mail_that_was_on_its_way_is_withheld_and_none_is_written_after() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        hall.with(Office.LOCAL_SECURITY_DEPUTY, unit);
        String number = caseIn(unit);
        assertThat(mailsTo(officer, number)).isOne();

        recusals.recuse(number, officer, REASON);
        runJobs(number);
        timeComesFor(number, "boundaryEvent_contactReminder");
        timeComesFor(number, "boundaryEvent_contactOverdue");
        runJobs(number);

        assertThat(mailsTo(officer, number)).isOne();
        assertThat(sentMail.newestTo(officer + "@example.org", 10)).isEmpty();
    }

    @Test
    void in_tasklists_frame_too_the_answer_is_calm() {
        String number = caseIn("GRUNDSKOLENAMNDEN");
        Visitor page = Visitor.signedIn(port, "lsa-grundskola");
        page.get("/arenden/" + number + "?inbaddad");

        Visitor.Answer done = page.post("/arenden/" + number + "/jav", "reason", REASON, "inbaddad", "");

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body())
                .contains("Din anmälan om jäv är sparad", "Välj en annan uppgift")
                .doesNotContain("Logga ut", number);
        assertThat(done.response().headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    @Test
    void saying_so_again_changes_nothing() {
        String number = caseIn("GRUNDSKOLENAMNDEN");
        recusals.recuse(number, "lsa-grundskola", REASON);
        List<EventKind> before = timeline(number);

        recusals.recuse(number, "lsa-grundskola", "En gång till.");

        assertThat(timeline(number)).isEqualTo(before);
        assertThat(toldOfActing(number)).containsExactly("lsa-grundskola-ersattare");
    }

    @Test
    void an_absent_officers_deputy_can_do_whatever_the_officer_can() {
        String deputy = "lsa-grundskola-ersattare";
        String number = caseIn("GRUNDSKOLENAMNDEN");
        complete(deputy, number, CONTACT, "contactOutcome", "REACHED", "note", CALLED);
        complete(deputy, number, ASSESS, "level", "ELEVATED", "reason", "Sammanvägd bedömning efter samtalet.");
        consultations.propose(
                number, new Consultations.Proposal("Frågan har gått till kommunstyrelsen.", false, null), deputy);
        Object[] statement = {
            "statement", "Vi har pratat.", "parts", List.of("CONTACT"), "secrecyGround", "CONSENT", "signed", true
        };
        complete(deputy, number, "userTask_stateConsultation", statement);

        assertThat(file(number).phase()).isEqualTo(Phase.FOLLOW_UP);
        assertThat(openTasks(number)).contains("userTask_decideConsultation");
        assertThat(needToKnow.sight(deputy, number).actions())
                .isEqualTo(needToKnow.sight("lsa-grundskola", number).actions())
                .contains(Action.RECUSE);
    }

    // --- Säkerhet och Beredskap in their place

    @Test
    void when_the_deputy_may_not_either_the_department_acts_until_somebody_is_appointed_who_may() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String deputy = hall.with(Office.LOCAL_SECURITY_DEPUTY, unit);
        String number = caseIn(unit);
        complete(officer, number, CONTACT, "contactOutcome", "REACHED", "note", CALLED);
        recusals.recuse(number, officer, REASON);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);

        recusals.recuse(number, deputy, REASON);

        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer(unit));
        assertThat(groupsOf(number, ASSESS)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(personsOf(number, ASSESS)).isEmpty();
        assertThat(timeline(number)).endsWith(EventKind.RECUSED, EventKind.RECUSED_TO_SOB);
        assertThat(toldOfActing(number)).contains(deputy, "sob-1", "sob-2").doesNotContain(officer);
        assertThat(extent(number, deputy)).isEqualTo(Extent.NOTHING);
        assertThat(Visitor.signedIn(port, "sob-1").get("/arenden/" + number).body())
                .contains(CALLED, "Lokalt säkerhetsansvarig, Enheten " + unit + ": ingen där kan handlägga.");
        complete("sob-1", number, ASSESS, "level", "ELEVATED", "reason", "Sammanvägd bedömning efter samtalet.");

        String next = appoint(unit);

        assertThat(groupsOf(number, "userTask_followUp")).isEmpty();
        assertThat(personsOf(number, "userTask_followUp")).containsExactly(next);
        assertThat(timeline(number)).endsWith(EventKind.ACTS_AGAIN);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThat(mailsTo(next, number)).isOne();

        staffing.leave(next, TODAY, "sob-1");

        assertThat(groupsOf(number, "userTask_followUp")).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(timeline(number)).endsWith(EventKind.RECUSED_TO_SOB);
        assertThat(extent(number, next)).isEqualTo(Extent.NOTHING);
        assertThat(extent(number, "sob-2")).isEqualTo(Extent.FULL);
    }

    @Test
    void one_more_deputy_gets_the_tasks_and_one_who_leaves_loses_them() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String deputy = hall.with(Office.LOCAL_SECURITY_DEPUTY, unit);
        String number = caseIn(unit);
        recusals.recuse(number, officer, REASON);
        claim(deputy, number);

        String another = appoint(unit);

        assertThat(personsOf(number, CONTACT)).containsExactlyInAnyOrder(deputy, another);
        assertThat(task(number, CONTACT).getAssignee()).isEqualTo(deputy);

        staffing.leave(deputy, TODAY, "sob-1");

        assertThat(personsOf(number, CONTACT)).containsExactly(another);
        assertThat(task(number, CONTACT).getAssignee()).isNull();

        staffing.leave(officer, TODAY, "sob-1");

        assertThat(personsOf(number, CONTACT)).as("nobody there is barred").isEmpty();
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.localOfficers(unit));
    }

    @Test
    void the_last_two_who_say_so_at_once_leave_the_case_to_the_department() throws Exception {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String deputy = hall.with(Office.LOCAL_SECURITY_DEPUTY, unit);
        String number = caseIn(unit);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<?>> said = new ArrayList<>();
        for (String person : List.of(officer, deputy)) {
            said.add(both.submit(() -> recusals.recuse(number, person, REASON)));
        }
        for (Future<?> each : said) {
            each.get();
        }
        both.shutdown();

        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.FULL);
    }

    // --- officers of Säkerhet och Beredskap

    @Test
    void the_others_of_the_department_go_on_but_the_last_one_cannot_recuse_themselves() {
        String number =
                report(newMember("KF"), AReport.about("KF").kind(Kind.THREAT)).caseNumber();
        List<String> department = new ArrayList<>(directory.members(Groups.SECURITY_AND_PREPAREDNESS));
        department.remove("sob-1");

        recusals.recuse(number, "sob-1", REASON);

        assertThat(groupsOf(number, CONTACT)).isEmpty();
        assertThat(personsOf(number, CONTACT)).containsExactlyInAnyOrderElementsOf(department);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        String last = department.remove(0);
        department.forEach(person -> recusals.recuse(number, person, REASON));

        assertThatThrownBy(() -> recusals.recuse(number, last, REASON))
                .isInstanceOf(Refused.class)
                .hasMessage("recusal.lastOfDepartment");

        assertThat(personsOf(number, CONTACT)).containsExactly(last);
        complete(last, number, CONTACT, "contactOutcome", "REACHED", "note", CALLED);
    }

    @Test
    void nobody_leaves_a_case_to_a_department_where_nobody_may_act_either() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String number = caseIn(unit);
        List<String> department = new ArrayList<>(directory.members(Groups.SECURITY_AND_PREPAREDNESS));
        String last = department.remove(0);
        department.forEach(person -> recusals.recuse(number, person, REASON));
        assertThatThrownBy(() -> recusals.recuse(number, last, REASON)).isInstanceOf(Refused.class);

        recusals.recuse(number, officer, REASON);

        assertThat(personsOf(number, CONTACT)).containsExactly(last);
    }

    @Test
    void one_who_was_only_told_or_asked_lets_their_colleagues_answer() {
        String number = caseInFollowUp(newMember("KF"), "GRUNDSKOLENAMNDEN", "lsa-grundskola", "ELEVATED");
        consultations.propose(
                number,
                new Consultations.Proposal("Frågan har gått till kommunstyrelsen.", false, null),
                "lsa-grundskola");
        Object[] statement = {
            "statement", "Vi har pratat.", "parts", List.of("CONTACT"), "secrecyGround", "CONSENT", "signed", true
        };
        complete("lsa-grundskola", number, "userTask_stateConsultation", statement);

        recusals.recuse(number, "sob-1", REASON);

        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThat(personsOf(number, "userTask_decideConsultation"))
                .contains("sob-2")
                .doesNotContain("sob-1");
        assertThat(groupsOf(number, "userTask_followUp")).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        assertThat(toldOfActing(number)).as("nobody got a new case").isEmpty();
        Object[] answer = {"consultationAnswer", "ACCEPT", "reason", "Vi tar över.", "signed", true};
        assertThatThrownBy(() -> complete("sob-1", number, "userTask_decideConsultation", answer))
                .isInstanceOf(RuntimeException.class);
        complete("sob-2", number, "userTask_decideConsultation", answer);

        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(personsOf(number, "userTask_followUp")).contains("sob-2").doesNotContain("sob-1");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
    }

    // --- the owner changes

    @Test
    void with_a_new_owner_it_is_seen_anew_who_may_act() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String other = hall.unit();
        String othersOfficer = hall.with(Office.LOCAL_SECURITY_OFFICER, other);
        String number = caseIn(unit);
        recusals.recuse(number, officer, REASON);
        assertThat(file(number).isWithoutActors()).isTrue();

        settle(number, Owner.SECURITY_AND_PREPAREDNESS, "sob-1");
        assertThat(file(number).isWithoutActors()).isFalse();
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(extent(number, officer)).as("not as the former owner either").isEqualTo(Extent.NOTHING);

        settle(number, Owner.localOfficer(other), "sob-1");
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.localOfficers(other));

        settle(number, Owner.localOfficer(unit), "sob-1");
        assertThat(file(number).isWithoutActors()).isTrue();
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(timeline(number)).endsWith(EventKind.CASE_TRANSFERRED, EventKind.RECUSED_TO_SOB, EventKind.INFORMED);
        assertThat(extent(number, othersOfficer)).isEqualTo(Extent.LIMITED);
        complete("sob-1", number, CONTACT, "contactOutcome", "REACHED", "note", CALLED);
    }

    // --- those who were exposed themselves

    @Test
    void an_officer_who_was_exposed_does_not_see_the_tasks_of_their_own_case() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String exposed = hall.with(Office.LOCAL_SECURITY_DEPUTY, unit);
        hall.give(exposed, Office.MEMBER, unit, LocalDate.of(2026, 1, 1), null);

        String number = report(exposed, AReport.about(unit).kind(Kind.THREAT)).caseNumber();

        assertThat(personsOf(number, CONTACT)).containsExactly(officer);
        assertThat(SignedIn.as(exposed, port)
                        .engineGet("/task?processInstanceBusinessKey=" + number)
                        .body())
                .isEqualTo("[]");
        assertThat(extent(number, exposed)).isEqualTo(Extent.OWN);

        Appointment deputys = contents.heldBy(exposed).stream()
                .filter(held -> held.office() == Office.LOCAL_SECURITY_DEPUTY)
                .findFirst()
                .orElseThrow();
        staffing.moveEnd(deputys, deputys.version(), TODAY.minusDays(1), "sob-1");

        assertThat(personsOf(number, CONTACT)).as("nobody there is barred").isEmpty();
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.localOfficers(unit));
    }

    @Test
    void where_the_exposed_person_is_the_only_officer_the_department_acts_from_the_beginning() {
        String unit = hall.unit();
        String exposed = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        hall.give(exposed, Office.MEMBER, unit, LocalDate.of(2026, 1, 1), null);

        String number = report(exposed, AReport.about(unit).kind(Kind.THREAT)).caseNumber();

        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer(unit));
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(timeline(number)).containsSubsequence(EventKind.RESPONSIBILITY_DECIDED, EventKind.RECUSED_TO_SOB);
        complete("sob-1", number, CONTACT, "contactOutcome", "REACHED", "note", CALLED);
    }

    @Test
    void one_who_becomes_an_officer_later_does_not_see_the_tasks_of_their_own_case() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String number = caseIn(unit);
        String exposed = exposed(number);
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.localOfficers(unit));

        staffing.give(exposed, new Tenure(Office.LOCAL_SECURITY_DEPUTY, unit, TODAY, null), "sob-1");

        assertThat(groupsOf(number, CONTACT)).isEmpty();
        assertThat(personsOf(number, CONTACT)).containsExactly(officer);
    }

    @Test
    void a_party_officer_cannot_recuse_themselves() {
        String number = report(
                        newMember("KF"),
                        AReport.about(Matter.PARTY).partyMayBeContacted().kind(Kind.THREAT))
                .caseNumber();
        Visitor page = Visitor.signedIn(port, "parti-a");

        assertThat(page.get("/arenden/" + number).body()).doesNotContain("jäv");
        assertThat(page.post("/arenden/" + number + "/jav", "reason", REASON).status())
                .isEqualTo(403);
        assertThat(needToKnow.sight("parti-a", number).relations()).containsExactly(Relation.OWNER);
    }

    // --- what is told in short

    private String caseIn(String unit) {
        return report(newMember(unit), AReport.about(unit).kind(Kind.HATE)).caseNumber();
    }

    private String exposed(String number) {
        return file(number).exposed().orElseThrow();
    }

    private void claim(String person, String number) {
        as(person, () -> engine.getTaskService().claim(task(number, CONTACT).getId(), person));
    }

    private String appoint(String unit) {
        String person = hall.person();
        staffing.give(person, new Tenure(Office.LOCAL_SECURITY_DEPUTY, unit, TODAY, null), "sob-1");
        return person;
    }

    private void settle(String number, Owner owner, String person) {
        responsibilities.takeOver(
                number, owner, "Vi har gått igenom vems ärendet är.", EventKind.CASE_TRANSFERRED, person);
    }

    private TimelineEvent event(String number, EventKind kind) {
        return cases.timeline(number).stream()
                .filter(event -> event.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Who has been mailed that a case has come to them since somebody may not act in it. */
    private Set<String> toldOfActing(String number) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT recipient FROM varna.outgoing_mail WHERE case_number = ?"
                        + " AND kind = 'NEW_CASE' AND occasion LIKE 'recused-%'")
                .param(number)
                .query(String.class)
                .list());
    }

    private long mailsTo(String person, String number) {
        return jdbc.sql("SELECT count(*) FROM varna.outgoing_mail WHERE case_number = ? AND recipient = ?")
                .params(number, person)
                .query(Long.class)
                .single();
    }

    private long links(String table, String column, String task, String person) {
        return jdbc.sql("SELECT count(*) FROM engine." + table + " WHERE " + column + " = ? AND (user_id_ = ?"
                        + " OR group_id_ = 'lsa-GRUNDSKOLENAMNDEN')")
                .params(task, person)
                .query(Long.class)
                .single();
    }
}
