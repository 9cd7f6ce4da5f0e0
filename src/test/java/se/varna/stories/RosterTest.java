package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.directory.Groups;
import se.varna.duty.StaffedHours;
import se.varna.engine.FormContent;
import se.varna.engine.TaskContext;
import se.varna.supportline.Gap;
import se.varna.supportline.Roster;
import se.varna.supportline.Roster.Plan;
import se.varna.supportline.RosterGaps;
import se.varna.supportline.Watch;

/** Somebody answers the support line every hour, and hours that nobody has are seen in good time. */
class RosterTest extends VarnaTest {

    private static final String FILL = "userTask_fillRosterGap";

    @Autowired
    private Roster roster;

    @Autowired
    private RosterGaps gaps;

    @Autowired
    private StaffedHours hours;

    @Autowired
    private List<FormContent> contents;

    @BeforeEach
    @AfterEach
    void nobodyHasAnyHours() {
        jdbc.sql("DELETE FROM varna.watch").update();
        jdbc.sql("DELETE FROM varna.appointment WHERE office = 'SECURITY_AND_PREPAREDNESS' AND person LIKE 'ny-%'")
                .update();
        gaps.follow();
    }

    // --- hours

    @Test
    void a_watch_is_the_same_by_the_clock_each_week_and_red_days_are_left_out() {
        add("sob-1", "2026-12-11", "08:00", "16:30", 4);
        assertThat(all())
                .extracting(watch -> local(watch.startsAt()))
                .containsExactly(
                        "2026-12-11T08:00", "2026-12-18T08:00", "2027-01-08T08:00"); // Christmas and New Year's Day

        add("sob-2", "2027-03-22", "08:00", "16:30", 2);
        assertThat(all())
                .filteredOn(watch -> "sob-2".equals(watch.person()))
                .extracting(watch -> local(watch.startsAt()))
                .containsExactly("2027-03-22T08:00", "2027-04-05T08:00"); // Easter Monday, and summer time
    }

    @ParameterizedTest
    @CsvSource({
        // As long as the night is by the clock on the wall.
        "2026-11-24, 16:30, 08:00,           , 930",
        "2027-03-27, 16:30, 08:00,           , 870",
        "2027-10-30, 16:30, 08:00,           , 990",
        "2026-12-23, 16:30, 08:00, 2026-12-28, 6690",
        "2026-12-30, 16:30, 08:00, 2027-01-04, 6690",
    })
    void a_watch_over_night_ends_when_the_clock_says_so(
            String day, String from, String until, LocalDate untilDay, long minutes) {
        add(new Plan(Roster.COMPANY, LocalDate.parse(day), LocalTime.parse(from), untilDay, LocalTime.parse(until), 0));
        assertThat(all()).singleElement().satisfies(watch -> assertThat(
                        java.time.Duration.between(watch.startsAt(), watch.endsAt())
                                .toMinutes())
                .isEqualTo(minutes));
    }

    @Test
    void two_may_answer_at_once_but_nobody_has_the_same_hour_twice() {
        add("sob-1", "2026-11-30", "08:00", "16:30", 0);
        add("sob-2", "2026-11-30", "12:00", "16:30", 0);
        assertThatThrownBy(() -> add("sob-1", "2026-11-23", "16:00", "18:00", 1))
                .isInstanceOf(Refused.class)
                .hasMessage("day: roster.day, until: roster.past");
        assertThatThrownBy(() -> add("sob-1", "2026-11-30", "16:00", "18:00", 0))
                .isInstanceOf(Refused.class)
                .hasMessage("day: roster.taken");
        add("sob-1", "2026-11-30", "16:30", "18:00", 0);
        assertThat(all()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "jour,          2026-11-30, 08:00, 16:30,           , 0,  who: roster.who",
        "sob-1,         2029-11-30, 08:00, 16:30,           , 0,  day: roster.day",
        "sob-1,         2026-11-30, 08:00, 16:30, 2026-11-29, 0,  until: roster.order",
        "sob-1,         2026-11-30, 08:00, 08:30, 2026-12-01, 0,  until: roster.tooLong",
        "company,       2026-11-30, 08:00, 08:30, 2026-12-14, 0,  until: roster.tooLong",
        "sob-1,         2026-11-24, 08:00, 09:59,           , 0,  until: roster.past",
        "sob-1,         2026-11-30, 08:00, 16:30,           , 27, weeks: roster.weeks",
        "sob-1,         2026-11-30, 08:00, 16:30,           , -1, weeks: roster.weeks",
    })
    void what_cannot_be_a_watch_is_refused_at_its_field(
            String who, LocalDate day, LocalTime from, LocalTime until, LocalDate untilDay, int weeks, String said) {
        assertThatThrownBy(() -> add(new Plan(who, day, from, untilDay, until, weeks)))
                .isInstanceOf(Refused.class)
                .hasMessage(said);
        assertThat(all()).isEmpty();
    }

    // --- hours that nobody has

    @Test
    void where_no_roster_is_kept_nothing_is_missed() {
        assertThat(gapsTo("2026-12-24T12:00")).isEmpty();
    }

    @Test
    void the_hours_of_each_kind_that_nobody_has_are_gaps_over_christmas_and_the_years_end() {
        clock.set("2026-12-22T07:00");
        add("sob-1", "2026-12-22", "08:00", "12:00", 0);
        add(company("2026-12-22", "16:30", "2026-12-25", "08:00"));
        assertThat(gapsTo("2027-01-04T09:00"))
                .containsExactly(
                        "company 2026-12-22T07:00 2026-12-22T08:00",
                        "staffed 2026-12-22T12:00 2026-12-22T16:30",
                        "staffed 2026-12-23T08:00 2026-12-23T16:30",
                        "company 2026-12-25T08:00 2026-12-28T08:00",
                        "staffed 2026-12-28T08:00 2026-12-28T16:30",
                        "company 2026-12-28T16:30 2026-12-29T08:00",
                        "staffed 2026-12-29T08:00 2026-12-29T16:30",
                        "company 2026-12-29T16:30 2026-12-30T08:00",
                        "staffed 2026-12-30T08:00 2026-12-30T16:30",
                        "company 2026-12-30T16:30 2027-01-04T08:00",
                        "staffed 2027-01-04T08:00 2027-01-04T09:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T12:00, 2026-10-26T08:00", // summer time ends in the night
        "2027-10-30T12:00, 2027-11-01T08:00",
        "2027-03-27T12:00, 2027-03-30T08:00", // and begins, at Easter
        "2027-06-24T18:00, 2027-06-28T08:00", // midsummer
    })
    void a_gap_ends_when_the_line_is_staffed_whatever_the_clock_does(String now, String staffed) {
        clock.set(now);
        add(company(now.substring(0, 10), "20:00", null, "22:00"));
        assertThat(gapsTo(staffed)).last().asString().endsWith(staffed);
        assertThat(gapsTo(staffed)).hasSize(2);
    }

    // --- the alarm

    @Test
    void hours_that_nobody_has_are_a_task_two_weeks_before_and_filling_them_ends_it() {
        weekdays("sob-1", "2026-11-24", 20);
        assertThat(tasks()).isEmpty();
        Watch missing = starting("2026-12-08T08:00");
        roster.remove(missing.getId());

        assertThat(tasks()).hasSize(1);
        Task task = tasks().get(0);
        String gap = (String) engine.getTaskService().getVariable(task.getId(), "subjectId");
        assertThat(groupsOf(gap, FILL)).containsExactly(Groups.SECURITY_AND_PREPAREDNESS);
        assertThat(taskDue(gap, FILL)).isEqualTo(swedish("2026-12-06T08:00"));
        assertThat(shown(gap))
                .contains(
                        "Säkerhet och Beredskap: tisdag 8 december 2026 kl. 08.00 till tisdag 8 december 2026 kl. 16.30")
                .contains("/stodtelefon/vakter?dag=2026-12-08");

        add("sob-2", "2026-12-08", "08:00", "12:00", 0);
        assertThat(tasks()).hasSize(1);
        assertThat(shown(gap)).contains("kl. 12.00 till");
        add("sob-1", "2026-12-08", "12:00", "16:30", 0);
        assertThat(tasks()).isEmpty();
        assertThat(steps(newest(gap, "rosterGap"))).contains("endEvent_gapGone");
    }

    @Test
    void each_night_looks_two_weeks_ahead_and_finds_nothing_twice() {
        weekdays("sob-1", "2026-11-24", 11);
        roster.remove(starting("2026-12-07T08:00").getId());
        assertThat(tasks()).hasSize(1);

        clock.set("2026-11-26T00:10");
        night();
        // The watches end with the eighth: the ninth is two weeks away now.
        assertThat(tasks()).hasSize(2);
        night();
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void two_days_before_the_head_gets_a_mail_and_when_the_hours_have_passed_nothing_is_left() {
        weekdays("sob-1", "2026-11-24", 20);
        roster.remove(starting("2026-12-01T08:00").getId());
        String gap = subject();

        timeComesFor(gap, "boundaryEvent_gapNear");

        assertThat(clock.instant()).isEqualTo(swedish("2026-11-29T08:00"));
        assertThat(jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE kind = 'ROSTER_GAP' AND occasion = ?")
                        .param("gap-" + gap)
                        .query(String.class)
                        .list())
                .containsExactly("sob-chef");
        runJobs(gap);
        assertThat(jdbc.sql("SELECT count(*) FROM varna.outgoing_mail WHERE occasion = ? AND sent_at IS NOT NULL")
                        .param("gap-" + gap)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        weekdays("sob-2", "2026-12-02", 20);
        clock.set("2026-12-01T17:00");
        gaps.follow();
        assertThat(openTasks(gap)).isEmpty();
    }

    @Test
    void hours_that_nobody_is_to_have_are_not_asked_about_again() {
        weekdays("sob-1", "2026-11-24", 20);
        roster.remove(starting("2026-12-01T08:00").getId());
        String gap = subject();

        assertThatThrownBy(() -> complete("sob-1", gap, FILL, "reason", "Kort."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason: tooShort");
        complete("sob-1", gap, FILL, "reason", "Telefonen kopplas till chefen den dagen.");
        gaps.follow();

        assertThat(tasks()).isEmpty();
        assertThat(steps(newest(gap, "rosterGap"))).contains("endEvent_gapLeft");
    }

    @Test
    void a_day_that_the_city_closes_needs_nobody_of_the_departments() {
        weekdays("sob-1", "2026-11-24", 20);
        roster.remove(starting("2026-12-01T08:00").getId());
        assertThat(tasks()).hasSize(1);
        LocalDate day = LocalDate.of(2026, 12, 1);
        hours.decide(day, false, "Klämdag");
        try {
            assertThat(tasks()).isEmpty();
        } finally {
            hours.undecide(day);
        }
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void hours_of_somebody_who_is_no_longer_there_are_nobodys() {
        String person = newMember("KF");
        jdbc.sql("INSERT INTO varna.appointment (person, office, valid_from, valid_to)"
                        + " VALUES (?, 'SECURITY_AND_PREPAREDNESS', '2026-01-01', '2026-11-30')")
                .param(person)
                .update();
        weekdays(person, "2026-11-24", 20);
        assertThat(tasks()).isEmpty();
        clock.set("2026-12-01T00:10");
        night();
        assertThat(tasks()).hasSize(10);
    }

    /** Given at once: one by one, each would be looked at for gaps. */
    private void weekdays(String person, String from, int days) {
        LocalDate day = LocalDate.parse(from);
        for (int i = 0; i < days; i++) {
            while (!hours.isWeekday(day)) {
                day = day.plusDays(1);
            }
            jdbc.sql("INSERT INTO varna.watch (id, person, starts_at, ends_at, added_at, added_by)"
                            + " VALUES (?, ?, ?, ?, ?, 'sob-1')")
                    .params(UUID.randomUUID(), person, at(day, "08:00"), at(day, "16:30"), at(day, "08:00"))
                    .update();
            day = day.plusDays(1);
        }
        gaps.follow();
    }

    private static OffsetDateTime at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(Sweden.TIME).toOffsetDateTime();
    }

    private void add(String who, String day, String from, String until, int weeks) {
        add(new Plan(who, LocalDate.parse(day), LocalTime.parse(from), null, LocalTime.parse(until), weeks));
    }

    private void add(Plan plan) {
        roster.add(plan, new Problems(), "sob-1");
    }

    private static Plan company(String day, String from, String untilDay, String until) {
        return new Plan(
                Roster.COMPANY,
                LocalDate.parse(day),
                LocalTime.parse(from),
                untilDay == null ? null : LocalDate.parse(untilDay),
                LocalTime.parse(until),
                0);
    }

    private List<Watch> all() {
        return roster.between(swedish("2026-10-01T00:00"), swedish("2028-10-01T00:00"));
    }

    private Watch starting(String moment) {
        return all().stream()
                .filter(watch -> watch.startsAt().equals(swedish(moment)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> gapsTo(String until) {
        return roster.gaps(clock.instant(), swedish(until)).stream()
                .map(RosterTest::said)
                .toList();
    }

    private static String said(Gap gap) {
        return (gap.staffed() ? "staffed " : "company ") + local(gap.startsAt()) + " " + local(gap.endsAt());
    }

    private static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, Sweden.TIME).toString();
    }

    private List<Task> tasks() {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(FILL).list();
    }

    private String subject() {
        assertThat(tasks()).hasSize(1);
        return (String) engine.getTaskService().getVariable(tasks().get(0).getId(), "subjectId");
    }

    private String shown(String gap) {
        return contents.stream()
                .filter(content -> content.name().equals("rosterGap"))
                .findFirst()
                .orElseThrow()
                .markdown(new TaskContext(gap, FILL, gap), needToKnow.sight("sob-1", gap));
    }

    /** The timer comes, and the step that it leads to is run. */
    private void night() {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("rosterWatch")
                .latestVersion()
                .singleResult()
                .getId();
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processDefinitionId(definition)
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        List<Job> steps = engine.getManagementService()
                .createJobQuery()
                .processDefinitionId(definition)
                .messages()
                .list();
        assertThat(steps).hasSize(1);
        steps.forEach(step -> engine.getManagementService().executeJob(step.getId()));
    }
}
