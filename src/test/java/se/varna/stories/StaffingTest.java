package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.common.Refused;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryChange;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.directory.Tenure;
import se.varna.staffing.DirectoryFollower;
import se.varna.staffing.Hall;
import se.varna.staffing.Staffing;

/** People come and go; cases, tasks and posts follow, and none is left without anybody. */
class StaffingTest extends VarnaTest {

    private static final String CONTACT = "userTask_contactExposed";
    private static final String FILL = "userTask_fillVacantPost";
    private static final String REASON = "Nämnden läggs ned och får ingen ny säkerhetsansvarig.";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private Staffing staffing;

    @Autowired
    private DirectoryFollower follower;

    @Autowired
    private DirectoryContents contents;

    @Autowired
    private DirectoryKeeping keeping;

    @Autowired
    private Hall hall;

    // --- posts

    @Test
    void a_post_that_is_soon_vacant_is_a_task_until_somebody_is_appointed() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);

        end(officer, LocalDate.of(2026, 12, 10));

        assertThat(groupsOf(unit, FILL)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(taskDue(unit, FILL)).isEqualTo(swedish("2026-12-10T16:30"));
        String instance = newest(unit, "vacantPost");

        String next = hall.person();
        staffing.give(next, tenure(Office.LOCAL_SECURITY_DEPUTY, unit, LocalDate.of(2026, 12, 11)), "sob-1");

        assertThat(openTasks(unit)).isEmpty();
        assertThat(steps(instance)).contains("boundaryEvent_postFilled", "endEvent_postHeld");
    }

    @Test
    void a_gap_between_two_officers_is_a_vacancy_too() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        hall.give(hall.person(), Office.LOCAL_SECURITY_OFFICER, unit, LocalDate.of(2026, 12, 15), null);

        end(officer, LocalDate.of(2026, 12, 10));

        assertThat(openTasks(unit)).containsExactly(FILL);
    }

    @Test
    void a_post_that_is_vacant_already_has_to_be_filled_in_one_weekday_and_is_asked_about_once() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);

        end(officer, TODAY.minusDays(1));
        assertThat(taskDue(unit, FILL)).isEqualTo(swedish("2026-11-25T10:00"));

        night("2026-11-25T00:00");
        assertThat(openTasks(unit)).containsExactly(FILL);
        assertThat(taskDue(unit, FILL)).isEqualTo(swedish("2026-11-25T10:00"));
    }

    @Test
    void once_the_last_day_has_passed_the_post_has_to_be_filled_in_one_weekday() {
        String unit = hall.unit();
        end(hall.with(Office.LOCAL_SECURITY_OFFICER, unit), LocalDate.of(2026, 12, 10));

        night("2026-12-11T00:00");

        assertThat(taskDue(unit, FILL)).isEqualTo(swedish("2026-12-11T16:30"));
    }

    @Test
    void a_unit_that_never_had_an_officer_is_not_asked_about() {
        String unit = hall.unit();
        hall.give(hall.person(), Office.LOCAL_SECURITY_OFFICER, unit, LocalDate.of(2027, 1, 1), null);

        night("2026-11-25T00:00");

        assertThat(openTasks(unit)).isEmpty();
    }

    @Test
    void a_post_that_nobody_is_to_fill_is_not_asked_about_again_until_it_changes() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        end(officer, LocalDate.of(2026, 12, 10));
        String instance = newest(unit, "vacantPost");

        assertThatThrownBy(() -> complete("sob-1", unit, FILL, "reason", "Kort."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason: tooShort");
        complete("sob-1", unit, FILL, "reason", REASON);

        assertThat(steps(instance)).contains("endEvent_postLeftVacant");
        DirectoryChange logged =
                contents.changes(PageRequest.of(0, 1)).getContent().get(0);
        assertThat(logged.kind()).isEqualTo(DirectoryChange.Kind.POST_LEFT_VACANT);
        assertThat(logged.actor()).isEqualTo("sob-1");
        assertThat(logged.reason()).isEqualTo(REASON);
        night("2026-11-25T00:00");
        assertThat(openTasks(unit)).isEmpty();

        end(officer, LocalDate.of(2026, 12, 5));

        assertThat(openTasks(unit)).as("vacant still, but sooner").containsExactly(FILL);
    }

    @Test
    void a_post_that_was_left_and_then_filled_is_asked_about_the_next_time_it_is_vacant() {
        String unit = hall.unit();
        end(hall.with(Office.LOCAL_SECURITY_OFFICER, unit), LocalDate.of(2026, 12, 10));
        complete("sob-1", unit, FILL, "reason", REASON);
        night("2026-12-11T00:00");
        assertThat(openTasks(unit)).isEmpty();

        String next = hall.person();
        staffing.give(next, tenure(Office.LOCAL_SECURITY_OFFICER, unit, LocalDate.of(2026, 12, 11)), "sob-1");
        end(next, LocalDate.of(2026, 12, 12));

        assertThat(openTasks(unit)).containsExactly(FILL);
    }

    // --- cases, as days come and go

    @Test
    void an_appointment_that_runs_out_by_itself_takes_its_cases_along_and_one_that_begins_gets_them_back() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String number = caseIn(unit);
        end(officer, LocalDate.of(2026, 12, 31));
        hall.give(hall.person(), Office.LOCAL_SECURITY_OFFICER, unit, LocalDate.of(2027, 1, 5), null);
        assertThat(openTasks(unit)).as("more than thirty days away").isEmpty();
        claim(officer, number);

        night("2026-12-02T00:00");
        assertThat(openTasks(unit)).containsExactly(FILL);
        assertThat(task(number, CONTACT).getAssignee()).isEqualTo(officer);

        night("2027-01-01T00:00");
        assertThat(groupsOf(number, CONTACT))
                .contains(Groups.SECURITY_AND_PREPAREDNESS)
                .doesNotContain(lsa(unit));
        assertThat(task(number, CONTACT).getAssignee()).isNull();

        night("2027-01-05T00:00");
        assertThat(groupsOf(number, CONTACT)).contains(lsa(unit));
        assertThat(openTasks(unit)).isEmpty();
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer(unit));
    }

    // --- people who leave

    @Test
    void the_last_officer_leaves_and_in_one_step_everything_goes_on() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String number = caseIn(unit);
        claim(officer, number);
        Staffing.Leave shown = staffing.ifLeaves(officer, TODAY);
        assertThat(shown.claimedTasks()).isOne();
        assertThat(shown.orphaned()).containsExactly(new Staffing.Orphaned(Owner.localOfficer(unit), 1));

        staffing.leave(officer, TODAY, "sob-1");

        assertThat(directory.groups(officer)).isEmpty();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskAssignee(officer)
                        .count())
                .isZero();
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(extent(number, officer)).isEqualTo(se.varna.access.Extent.NOTHING);
        assertThat(extent(number, "sob-1")).isEqualTo(se.varna.access.Extent.FULL);
        assertThat(openTasks(unit)).containsExactly(FILL);
        assertNoTaskIsOrphaned();
        List<String> told = toldOf(number);
        assertThat(told)
                .as("those who act now hear of it")
                .contains("sob-1", "sob-2")
                .doesNotContain(officer);
        follower.casesFollow();
        assertThat(toldOf(number)).as("once").isEqualTo(told);
    }

    @Test
    void where_there_is_a_deputy_the_cases_stay_and_what_was_claimed_is_laid_back() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String deputy = hall.with(Office.LOCAL_SECURITY_DEPUTY, unit);
        String number = caseIn(unit);
        claim(officer, number);
        assertThat(staffing.ifLeaves(officer, TODAY).orphaned()).isEmpty();

        staffing.leave(officer, TODAY, "sob-1");

        assertThat(task(number, CONTACT).getAssignee()).isNull();
        assertThat(groupsOf(number, CONTACT)).containsExactly(lsa(unit));
        complete(deputy, number, CONTACT, "contactOutcome", "REACHED", "note", "Samtal i lugn ton.");
        assertThat(openTasks(unit)).isEmpty();
        assertNoTaskIsOrphaned();
    }

    @Test
    void who_leaves_on_a_later_day_works_until_then() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        hall.give(officer, Office.MEMBER, "LISEBERG", LocalDate.of(2027, 1, 1), null);
        String number = caseIn(unit);
        claim(officer, number);

        staffing.leave(officer, LocalDate.of(2026, 12, 1), "sob-1");

        assertThat(contents.heldBy(officer))
                .as("what had not begun is taken back")
                .extracting(Appointment::validTo)
                .containsExactly(LocalDate.of(2026, 11, 30));
        assertThat(task(number, CONTACT).getAssignee()).isEqualTo(officer);
        night("2026-11-30T00:00");
        assertThat(task(number, CONTACT).getAssignee()).isEqualTo(officer);
        night("2026-12-01T00:00");
        assertThat(task(number, CONTACT).getAssignee()).isNull();
        assertThat(groupsOf(number, CONTACT)).contains(Groups.SECURITY_AND_PREPAREDNESS);
        assertNoTaskIsOrphaned();
    }

    @Test
    void a_party_that_loses_its_officer_gives_its_cases_back_and_gets_them_with_a_new_one() {
        String party = hall.party();
        String officer = hall.with(Office.PARTY_SECURITY_OFFICER, party);
        String official =
                hall.give(hall.person(party), Office.MEMBER, "GRUNDSKOLENAMNDEN", LocalDate.of(2026, 1, 1), null);
        String number = report(
                        official,
                        AReport.about(Matter.PARTY).partyMayBeContacted().kind(Kind.THREAT))
                .caseNumber();
        assertThat(file(number).owner()).isEqualTo(Owner.party(party));
        assertThat(staffing.ifLeaves(officer, TODAY).orphaned())
                .containsExactly(new Staffing.Orphaned(Owner.party(party), 1));

        staffing.leave(officer, TODAY, "admin");

        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(file(number).responsible()).isEqualTo(Owner.party(party));
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(timeline(number)).contains(EventKind.RESPONSIBILITY_CHANGED);
        assertNoTaskIsOrphaned();

        staffing.give(hall.person(), tenure(Office.PARTY_SECURITY_OFFICER, party, TODAY), "sob-1");

        assertThat(file(number).owner()).isEqualTo(Owner.party(party));
        assertThat(groupsOf(number, CONTACT)).containsExactly(Groups.partyOfficers(party));
    }

    @Test
    void the_department_that_acts_for_everyone_is_never_left_without_anybody() {
        LocalDate tomorrow = TODAY.plusDays(1);
        staffing.leave(temporaryAtTheDepartment(), TODAY, "admin");

        List<String> department = new ArrayList<>(directory.members(Groups.SECURITY_AND_PREPAREDNESS));
        String last = department.remove(0);
        department.forEach(person -> staffing.leave(person, tomorrow, "admin"));

        assertThatThrownBy(() -> staffing.leave(last, tomorrow, "admin"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("directory.lastOfDepartment");

        // The others did leave: put them back for the other tests.
        department.forEach(person -> contents.heldBy(person).stream()
                .filter(ended -> TODAY.equals(ended.validTo()))
                .forEach(ended -> staffing.moveEnd(ended, ended.version(), null, "admin")));
        assertThat(directory.members(Groups.SECURITY_AND_PREPAREDNESS)).containsAll(department);
    }

    private String temporaryAtTheDepartment() {
        String person = hall.person();
        staffing.give(person, tenure(Office.SECURITY_AND_PREPAREDNESS, null, TODAY), "admin");
        return person;
    }

    // --- what is told in short

    private void end(String person, LocalDate lastDay) {
        Appointment appointment = hall.held(person);
        staffing.moveEnd(appointment, appointment.version(), lastDay, "sob-1");
    }

    private static Tenure tenure(Office office, String organisation, LocalDate from) {
        return new Tenure(office, organisation, from, null);
    }

    private static String lsa(String unit) {
        return Groups.localOfficers(unit);
    }

    private String caseIn(String unit) {
        String official = hall.with(Office.MEMBER, unit);
        return report(official, AReport.about(unit).kind(Kind.HATE)).caseNumber();
    }

    private void claim(String person, String number) {
        as(person, () -> engine.getTaskService().claim(task(number, CONTACT).getId(), person));
    }

    /** The nightly watch runs, at that Swedish time. */
    private void night(String time) {
        clock.set(time);
        Job watch = watchJobs(true).get(0);
        assertThat(watch.getDuedate()
                        .toInstant()
                        .atZone(java.time.ZoneOffset.UTC)
                        .toLocalTime())
                .isEqualTo(java.time.LocalTime.of(23, 0));
        engine.getManagementService().executeJob(watch.getId());
        List<Job> jobs = watchJobs(false);
        while (!jobs.isEmpty()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            jobs = watchJobs(false);
        }
    }

    private List<Job> watchJobs(boolean timers) {
        var query = engine.getManagementService().createJobQuery().processDefinitionKey("directoryWatch");
        return timers ? query.timers().list() : query.messages().list();
    }

    private List<String> toldOf(String number) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND occasion LIKE 'acts-%'"
                        + " ORDER BY recipient")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Every open task is offered to somebody who holds an office, and whoever has claimed it is one of them. */
    private void assertNoTaskIsOrphaned() {
        List<Task> tasks = engine.getTaskService().createTaskQuery().list();
        assertThat(tasks).isNotEmpty().allSatisfy(task -> {
            Set<String> offeredTo = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .flatMap(link -> link.getGroupId() != null
                            ? directory.members(link.getGroupId()).stream()
                            : Stream.of(link.getUserId()).filter(directory::isOfficer))
                    .collect(Collectors.toSet());
            assertThat(offeredTo).isNotEmpty();
            if (task.getAssignee() != null) {
                assertThat(offeredTo).contains(task.getAssignee());
            }
        });
    }

    @Test
    void what_is_told_about_a_person_is_logged_without_saying_it() {
        String person = hall.person();
        keeping.changePerson(person, null, new Details("Nytt Namn", "ny@example.org", null, "A"), "sob-1");

        DirectoryChange logged =
                contents.changes(PageRequest.of(0, 1)).getContent().get(0);

        assertThat(logged.subject()).isEqualTo(person);
        assertThat(logged.details()).containsExactly("displayName", "email", "party");
    }
}
