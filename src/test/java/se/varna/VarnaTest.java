package se.varna;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import se.varna.access.Extent;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.alarm.SwitchedAlarm;
import se.varna.assessment.SwitchedPatterns;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.evidence.SwitchedClamd;
import se.varna.reporting.Receipt;
import se.varna.reporting.Reporting;
import se.varna.staffing.Hall;
import se.varna.statistics.Past;

/**
 * The whole application on a real PostgreSQL, with the demo's people, a clock that is moved by hand and jobs that are
 * fired by hand. All tests share it; each opens cases of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@Import({
    VarnaTest.Configuration.class,
    Hall.class,
    SwitchedClamd.class,
    SwitchedPatterns.class,
    SwitchedAlarm.class,
    Past.class
})
public abstract class VarnaTest {

    /** A Tuesday in office hours, after the demo's offices have begun. */
    protected static final String TUESDAY_MORNING = "2026-11-24T10:00";

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock();
        }

        @Bean
        PathsTaken pathsTaken() {
            return new PathsTaken();
        }
    }

    /** Where the application listens. */
    @LocalServerPort
    protected int port;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected Reporting reporting;

    @Autowired
    protected CaseFiles cases;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected NeedToKnow needToKnow;

    @Autowired
    protected ReadLog readLog;

    @Autowired
    protected Directory directory;

    @BeforeEach
    void start() {
        PathsTaken.testRuns(getClass());
        BpmnAwareTests.init(engine);
        clock.set(TUESDAY_MORNING);
    }

    @AfterEach
    void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    // --- who there is

    /** Somebody whom no other test knows, so that nothing of theirs repeats: a member of that unit since this year. */
    protected String newMember(String unit) {
        String id = "ny-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("INSERT INTO varna.person (id, display_name, email, party) VALUES (?, ?, ?, 'A')")
                .params(id, "Ledamot " + id, id + "@example.org")
                .update();
        jdbc.sql("INSERT INTO varna.appointment (person, office, organisation, valid_from)"
                        + " VALUES (?, 'MEMBER', ?, '2026-01-01')")
                .params(id, unit)
                .update();
        return id;
    }

    // --- what people do

    /** The person reports, and gets a receipt. */
    protected Receipt report(String person, AReport report) {
        return reporting.report(report.build(), person, null);
    }

    /**
     * The person fills in the start form in Tasklist.
     *
     * @param businessKey what they typed in Tasklist's own field
     * @return the number of the case that it became
     */
    protected String startInTasklist(String person, String businessKey, Map<String, Object> typed) {
        return startInTasklist(person, "incidentHandling", businessKey, typed);
    }

    protected String startInTasklist(String person, String process, String businessKey, Map<String, Object> typed) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        List<String> started = new ArrayList<>();
        as(
                person,
                () -> started.add(engine.getFormService()
                        .submitStartForm(definition, businessKey, typed)
                        .getId()));
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(started.get(0))
                .singleResult()
                .getBusinessKey();
    }

    /** The person completes the case's open task of that kind, with what they typed. */
    protected void complete(String person, String caseNumber, String taskKey, Object... typed) {
        Task task = task(caseNumber, taskKey);
        as(person, () -> engine.getFormService().submitTaskForm(task.getId(), values(typed)));
    }

    /** A case that has been reported and whose exposed person has been contacted. */
    protected String caseInAssessment(String official, String unit, String officer) {
        String number = report(official, AReport.about(unit).kind(Kind.THREAT)).caseNumber();
        complete(officer, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Samtal i lugn ton.");
        return number;
    }

    /** A case that has been reported, contacted and assessed to the level. */
    protected String caseInFollowUp(String official, String unit, String officer, String level) {
        String number = caseInAssessment(official, unit, officer);
        String reason = "Sammanvägd bedömning efter samtal med den utsatta.";
        complete(officer, number, "userTask_assessIncident", "level", level, "reason", reason);
        return number;
    }

    /** The officer has talked with the exposed person, who has nothing new to tell, and says what follows. */
    protected void followUp(String officer, String caseNumber, String outcome, Object... more) {
        List<Object> typed = new ArrayList<>(
                List.of("wellbeing", "Lugnt.", "moreHappened", "NO", "measuresWork", "NONE", "affectsDuty", "NONE"));
        typed.addAll(List.of("followUpOutcome", outcome));
        typed.addAll(List.of(more));
        complete(officer, caseNumber, "userTask_followUp", typed.toArray());
    }

    /** The officer closes the case; the question about the police is answered before, if it has not been. */
    protected void close(String officer, String caseNumber, Object... more) {
        if (openTasks(caseNumber).contains("userTask_advisePoliceReport")) {
            declinePoliceReport(officer, caseNumber);
        }
        List<Object> typed = new ArrayList<>(
                List.of("closeOutcome", "RESOLVED", "closeReason", "Klart.", "told", true, "toldHow", "I telefon."));
        typed.addAll(List.of(more));
        followUp(officer, caseNumber, "CLOSE", typed.toArray());
    }

    /** The exposed person wants no report to the police for now, and has been asked. */
    protected void declinePoliceReport(String officer, String caseNumber) {
        complete(
                officer,
                caseNumber,
                "userTask_advisePoliceReport",
                "policeDecision",
                "DECLINED",
                "declineReason",
                "LEADS_NOWHERE");
    }

    /** The proposed measure has been decided, ordered and confirmed, and is reviewed on that day. */
    protected void measureInForce(String officer, String caseNumber, String reviewAt) {
        complete(
                officer,
                caseNumber,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "SECURITY_COMPANY",
                "reviewAt",
                reviewAt,
                "reason",
                "Adressen är känd.");
        confirmMeasure(officer, caseNumber);
    }

    /** The decided measure is ordered and in force from today. */
    protected void confirmMeasure(String officer, String caseNumber) {
        String today = clock.instant().atZone(Sweden.TIME).toLocalDate().toString();
        complete(
                officer,
                caseNumber,
                "userTask_orderMeasure",
                "measureProgress",
                "ORDERED",
                "orderedFrom",
                "Ledningscentralen.",
                "orderedAt",
                today);
        complete(officer, caseNumber, "userTask_confirmMeasure", "measureProgress", "IN_FORCE", "inForceFrom", today);
    }

    /** The person reads the case, as the page would log it. */
    protected void read(String person, String caseNumber) {
        readLog.record(caseNumber, person, "READ", Extent.FULL);
    }

    /** How much of the case the person may see. */
    protected Extent extent(String caseNumber, String person) {
        return needToKnow.sight(person, caseNumber).extent();
    }

    protected void as(String person, Runnable action) {
        engine.getIdentityService().setAuthentication(person, List.copyOf(directory.groups(person)));
        try {
            action.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    protected static Map<String, Object> values(Object... typed) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            values.put((String) typed[i], typed[i + 1]);
        }
        return values;
    }

    // --- what time does

    /** Lets the timer at that element fire, at the moment when it is due. */
    protected void timeComesFor(String caseNumber, String elementId) {
        Job job = job(caseNumber, elementId);
        if (job.getDuedate().toInstant().isAfter(clock.instant())) {
            clock.set(job.getDuedate().toInstant());
        }
        engine.getManagementService().executeJob(job.getId());
    }

    /** Runs the case's jobs that wait for no time (mail, new information) until none is left. */
    protected void runJobs(String caseNumber) {
        for (int round = 0; round < 20; round++) {
            List<Job> jobs = instances(caseNumber).stream()
                    .flatMap(instance -> engine
                            .getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .messages()
                            .withRetriesLeft()
                            .list()
                            .stream())
                    .toList();
            if (jobs.isEmpty()) {
                return;
            }
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
        throw new AssertionError("jobs without end");
    }

    protected Job job(String caseNumber, String elementId) {
        List<Job> jobs = instances(caseNumber).stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(elementId)
                        .list()
                        .stream())
                .toList();
        assertThat(jobs).as("open jobs at " + elementId).hasSize(1);
        return jobs.get(0);
    }

    protected Instant dueAt(String caseNumber, String elementId) {
        return job(caseNumber, elementId).getDuedate().toInstant();
    }

    protected static Instant swedish(String time) {
        return LocalDateTime.parse(time).atZone(Sweden.TIME).toInstant();
    }

    protected void later(Duration duration) {
        clock.advance(duration);
    }

    // --- what can be seen

    protected CaseFile file(String caseNumber) {
        return cases.get(caseNumber);
    }

    protected List<ProcessInstance> instances(String caseNumber) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    protected ProcessInstance instance(String caseNumber, String process) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber, process)
                .singleResult();
    }

    /** The id of the newest instance of that process, running or ended. */
    protected String newest(String caseNumber, String process) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .get(0)
                .getId();
    }

    /** The finished steps of an instance, in no particular order. */
    protected List<String> steps(String instance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .list()
                .stream()
                .map(step -> step.getActivityId())
                .toList();
    }

    protected Task task(String caseNumber, String taskKey) {
        List<Task> tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .list();
        assertThat(tasks).as("open tasks " + taskKey + " of " + caseNumber).hasSize(1);
        return tasks.get(0);
    }

    protected List<String> openTasks(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    protected TreeSet<String> groupsOf(String caseNumber, String taskKey) {
        return candidates(caseNumber, taskKey, IdentityLink::getGroupId);
    }

    /** Those whom the task is offered to one by one, since others of their group may not act in the case. */
    protected TreeSet<String> personsOf(String caseNumber, String taskKey) {
        return candidates(caseNumber, taskKey, IdentityLink::getUserId);
    }

    private TreeSet<String> candidates(String caseNumber, String taskKey, Function<IdentityLink, String> who) {
        return engine
                .getTaskService()
                .getIdentityLinksForTask(task(caseNumber, taskKey).getId())
                .stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(who)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    protected Instant taskDue(String caseNumber, String taskKey) {
        Date due = task(caseNumber, taskKey).getDueDate();
        return due == null ? null : due.toInstant();
    }

    protected List<EventKind> timeline(String caseNumber) {
        return cases.timeline(caseNumber).stream().map(TimelineEvent::kind).toList();
    }
}
