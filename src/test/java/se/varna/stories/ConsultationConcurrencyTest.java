package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.casefile.Phase;
import se.varna.consultation.Consultation;
import se.varna.consultation.ConsultationEntry;
import se.varna.consultation.ConsultationEntry.EntryKind;
import se.varna.consultation.Consultations;
import se.varna.directory.Owner;
import se.varna.pages.Visitor;
import se.varna.web.SignedIn;

/**
 * Two people act at the same moment, each in their own browser: one of them comes first, the case has one holder, every
 * text that was accepted is kept, and the other is told in Swedish that the case has moved on.
 */
class ConsultationConcurrencyTest extends VarnaTest {

    private static final int TIMES = 5;
    private static final String UNIT = "GRUNDSKOLENAMNDEN";
    private static final String OFFICER = "lsa-grundskola";
    private static final Owner LOCAL = Owner.localOfficer(UNIT);
    private static final Owner SOB = Owner.SECURITY_AND_PREPAREDNESS;

    /** What the one who came second may read: that it has moved on, is somebody else's, or is open already. */
    private static final List<String> CLEAR = List.of(
            "Ärendet har hunnit gå vidare.",
            "Uppgiften är inte din enhets längre.",
            "Ett samråd pågår redan",
            "Inget samråd pågår",
            "Båda har skrivit under");

    private static final String ACCEPT =
            body("consultationAnswer", "\"ACCEPT\"", "reason", "\"Vi tar över.\"", "signed", "true");
    private static final String STATE = body(
            "statement", "\"Vi har ringt.\"", "nothing", "true", "secrecyGround", "\"NECESSARY\"", "signed", "true");

    /** Signed in once: who acts is the same all the time. */
    private static final Map<String, SignedIn> IN_TASKLIST = new ConcurrentHashMap<>();

    private static final Map<String, Visitor> ON_PAGES = new ConcurrentHashMap<>();

    @Autowired
    Consultations consultations;

    private ExecutorService threads;

    @BeforeEach
    void open() {
        threads = Executors.newFixedThreadPool(2);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    /** How an action went, and what was said about it. */
    private record Went(boolean well, int status, String said) {}

    // --- what is done at once

    @RepeatedTest(TIMES)
    void one_takes_back_while_the_other_signs() throws Exception {
        String number = stated();
        Visitor officer = onThePage(number, OFFICER);
        SignedIn department = inTasklist("sob-1");
        String task = task(number, "userTask_decideConsultation").getId();

        List<Went> went = atOnce(
                () -> page(officer.post("/arenden/" + number + "/samrad/aterta", "reason", "Vi ångrar oss.")),
                () -> engine(department.enginePost("/task/" + task + "/submit-form", ACCEPT)));

        assertOneCameFirst(went);
        boolean withdrawn = went.get(0).well();
        assertThat(only(number).stage())
                .isEqualTo(withdrawn ? Consultation.Stage.WITHDRAWN : Consultation.Stage.ACCEPTED);
        assertHolder(number, withdrawn ? LOCAL : SOB);
        assertThat(kinds(number))
                .containsExactly(
                        EntryKind.PROPOSAL, EntryKind.STATEMENT, withdrawn ? EntryKind.WITHDRAWAL : EntryKind.ANSWER);
    }

    @RepeatedTest(TIMES)
    void one_states_while_the_other_concludes_alone() throws Exception {
        String number = proposed();
        for (String times : List.of("", "Twice", "Thrice")) {
            timeComesFor(number, "boundaryEvent_statementOverdue" + times);
        }
        // Days have gone: they sign in anew.
        SignedIn officer = SignedIn.as(OFFICER, port);
        SignedIn department = SignedIn.as("sob-1", port);
        String statement = task(number, "userTask_stateConsultation").getId();
        String conclusion = task(number, "userTask_concludeConsultation").getId();
        String conclude = body("reason", "\"Frågan avgörs i dag.\"", "attempts", "\"Ringde.\"", "signed", "true");

        List<Went> went = atOnce(
                () -> engine(officer.enginePost("/task/" + statement + "/submit-form", STATE)),
                () -> engine(department.enginePost("/task/" + conclusion + "/submit-form", conclude)));

        assertOneCameFirst(went);
        boolean stated = went.get(0).well();
        assertHolder(number, stated ? LOCAL : SOB);
        assertThat(kinds(number))
                .containsExactly(EntryKind.PROPOSAL, stated ? EntryKind.STATEMENT : EntryKind.CONCLUSION);
        assertThat(openTasks(number)).doesNotContain("userTask_concludeConsultation", "userTask_stateConsultation");
    }

    @RepeatedTest(TIMES)
    void two_officers_of_the_department_sign() throws Exception {
        String number = stated();
        SignedIn one = inTasklist("sob-1");
        SignedIn other = inTasklist("sob-2");
        String task = task(number, "userTask_decideConsultation").getId();

        List<Went> went = atOnce(
                () -> engine(one.enginePost("/task/" + task + "/submit-form", ACCEPT)),
                () -> engine(other.enginePost("/task/" + task + "/submit-form", ACCEPT)));

        assertOneCameFirst(went);
        assertHolder(number, SOB);
        assertThat(entries(number))
                .filteredOn(entry -> entry.kind() == EntryKind.ANSWER)
                .extracting(ConsultationEntry::person)
                .containsExactly(went.get(0).well() ? "sob-1" : "sob-2");
        assertThat(timeline(number)).containsOnlyOnce(EventKind.CASE_TRANSFERRED);
    }

    @RepeatedTest(TIMES)
    void two_propose() throws Exception {
        String number = caseInFollowUp("ledamot-ks", UNIT, OFFICER, "LOW");
        Visitor officer = onThePage(number, OFFICER);
        Visitor department = onThePage(number, "sob-1");

        List<Went> went = atOnce(
                () -> page(officer.post("/arenden/" + number + "/samrad", "reason", "Från oss.")),
                () -> page(department.post("/arenden/" + number + "/samrad", "reason", "Från dem.")));

        assertOneCameFirst(went);
        assertThat(went).filteredOn(each -> !each.well()).singleElement().satisfies(second -> assertThat(second.said())
                .contains("Ett samråd pågår redan"));
        assertThat(entries(number)).singleElement().satisfies(entry -> assertThat(entry.text())
                .isEqualTo(went.get(0).well() ? "Från oss." : "Från dem."));
    }

    @RepeatedTest(TIMES)
    void the_officer_follows_up_while_the_case_goes_over() throws Exception {
        String number = stated();
        String talk = body(
                "wellbeing", "\"Det går bra.\"",
                "moreHappened", "\"NO\"",
                "measuresWork", "\"NONE\"",
                "affectsDuty", "\"NONE\"",
                "followUpOutcome", "\"CONTINUE\"");
        List<Went> went = signsWhile(number, "userTask_followUp", talk);

        long followUps =
                timeline(number).stream().filter(EventKind.FOLLOWED_UP::equals).count();
        assertThat(followUps).isEqualTo(went.get(0).well() ? 1 : 0);
        assertHolder(number, went.get(1).well() ? SOB : LOCAL);
        assertTheTasksFollow(number, "userTask_followUp");
    }

    @RepeatedTest(TIMES)
    void the_officer_assesses_while_the_case_goes_over() throws Exception {
        String number = caseInAssessment("ledamot-ks", UNIT, OFFICER);
        consultations.propose(
                number, new Consultations.Proposal("Frågan ligger hos kommunstyrelsen.", false, null), OFFICER);
        state(number);
        String assessment =
                body("level", "\"ELEVATED\"", "reason", "\"Sammanvägd bedömning efter samtal med den utsatta.\"");
        List<Went> went = signsWhile(number, "userTask_assessIncident", assessment);

        assertThat(file(number).phase()).isEqualTo(went.get(0).well() ? Phase.FOLLOW_UP : Phase.ASSESSMENT);
        assertHolder(number, went.get(1).well() ? SOB : LOCAL);
        assertTheTasksFollow(number, went.get(0).well() ? "userTask_followUp" : "userTask_assessIncident");
    }

    // --- how it is done

    /** The officer completes a task of the case while the department signs that it takes the case over. */
    private List<Went> signsWhile(String number, String taskKey, String typed) throws Exception {
        SignedIn officer = inTasklist(OFFICER);
        SignedIn department = inTasklist("sob-1");
        String work = task(number, taskKey).getId();
        String signature = task(number, "userTask_decideConsultation").getId();
        List<Went> went = atOnce(
                () -> engine(officer.enginePost("/task/" + work + "/submit-form", typed)),
                () -> engine(department.enginePost("/task/" + signature + "/submit-form", ACCEPT)));
        // The two do not exclude each other: one after the other both can be done, but neither half of either.
        assertThat(went).anyMatch(Went::well);
        assertThat(went).filteredOn(each -> !each.well()).allSatisfy(ConsultationConcurrencyTest::assertClear);
        return went;
    }

    private String proposed() {
        String number = caseInFollowUp("ledamot-ks", UNIT, OFFICER, "LOW");
        consultations.propose(
                number, new Consultations.Proposal("Frågan ligger hos kommunstyrelsen.", false, null), OFFICER);
        return number;
    }

    private String stated() {
        String number = proposed();
        state(number);
        return number;
    }

    private void state(String number) {
        Object[] statement = {
            "statement", "Vi har ringt.", "nothing", true, "secrecyGround", "NECESSARY", "signed", true
        };
        complete(OFFICER, number, "userTask_stateConsultation", statement);
    }

    private SignedIn inTasklist(String person) {
        return IN_TASKLIST.computeIfAbsent(person, id -> SignedIn.as(id, port));
    }

    private Visitor onThePage(String number, String person) {
        Visitor visitor = ON_PAGES.computeIfAbsent(person, id -> Visitor.signedIn(port, id));
        visitor.get("/arenden/" + number);
        return visitor;
    }

    private List<Went> atOnce(Callable<Went> one, Callable<Went> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Went> first = threads.submit(() -> {
            start.await();
            return one.call();
        });
        Future<Went> second = threads.submit(() -> {
            start.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }

    private static Went engine(HttpResponse<String> answer) {
        return new Went(answer.statusCode() < 300, answer.statusCode(), answer.body());
    }

    private static Went page(Visitor.Answer answer) {
        return new Went(answer.status() == 200, answer.status(), answer.body());
    }

    /** A form as Tasklist sends it: names and JSON values in turn. */
    private static String body(String... typed) {
        StringBuilder variables = new StringBuilder();
        for (int i = 0; i < typed.length; i += 2) {
            variables.append(i == 0 ? "" : ", ").append("\"%s\": {\"value\": %s}".formatted(typed[i], typed[i + 1]));
        }
        return "{\"variables\": {" + variables + "}}";
    }

    // --- how it is afterwards

    private static void assertOneCameFirst(List<Went> went) {
        assertThat(went).filteredOn(Went::well).hasSize(1);
        assertThat(went).filteredOn(each -> !each.well()).allSatisfy(ConsultationConcurrencyTest::assertClear);
    }

    private static void assertClear(Went second) {
        assertThat(second.status()).as(second.said()).isBetween(400, 499);
        assertThat(CLEAR).as(second.said()).anyMatch(second.said()::contains);
    }

    /** One holder, in the file, in who has held it and in what the two may see. */
    private void assertHolder(String number, Owner holder) {
        assertThat(file(number).owner()).isEqualTo(holder);
        assertThat(cases.holdings(number))
                .filteredOn(holding -> holding.until() == null)
                .singleElement()
                .satisfies(holding -> assertThat(holding.holder()).isEqualTo(holder));
    }

    private void assertTheTasksFollow(String number, String taskKey) {
        assertThat(groupsOf(number, taskKey))
                .containsExactly(file(number).owner().group());
    }

    private Consultation only(String number) {
        assertThat(consultations.of(number)).hasSize(1);
        return consultations.of(number).get(0);
    }

    private List<ConsultationEntry> entries(String number) {
        return consultations.entries(only(number).id());
    }

    private List<EntryKind> kinds(String number) {
        return entries(number).stream().map(ConsultationEntry::kind).toList();
    }
}
