package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.common.Sweden;
import se.varna.followup.Following;

/** In election time follow-ups come closer (R21, R37), from its first day until the election is over. */
class ElectionTimeTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String TASK = "userTask_followUp";

    @Autowired
    Following following;

    private String caseAt(String time, String level) {
        clock.set(time);
        return caseInFollowUp(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", OFFICER, level);
    }

    private LocalDate day(String number) {
        return taskDue(number, TASK).atZone(Sweden.TIME).toLocalDate();
    }

    @Test
    void what_is_assessed_in_election_time_is_followed_up_sooner() {
        assertThat(day(caseAt("2030-05-07T14:00", "ELEVATED"))).isEqualTo("2030-05-14");
        assertThat(day(caseAt("2030-05-08T14:00", "ELEVATED")))
                .as("the third day is a Saturday")
                .isEqualTo("2030-05-13");
        assertThat(day(caseAt("2030-09-06T14:00", "LOW"))).isEqualTo("2030-09-13");
        assertThat(day(caseAt("2030-09-09T14:00", "LOW")))
                .as("the election is over")
                .isEqualTo("2030-09-23");
    }

    @Test
    void when_election_time_begins_what_was_planned_comes_closer_once_and_never_at_once() {
        String number = caseAt("2030-04-16T10:00", "LOW");
        assertThat(day(number)).isEqualTo("2030-04-30");
        clock.set("2030-04-30T10:00");
        followUp(OFFICER, number, "CONTINUE");
        assertThat(day(number)).isEqualTo("2030-05-31");
        String chosen = caseAt("2030-04-30T10:00", "LOW");
        followUp(OFFICER, chosen, "CONTINUE", "nextDay", "2030-06-20");

        clock.set("2030-05-07T23:59");
        night();
        assertThat(day(number)).as("before election time").isEqualTo("2030-05-31");

        clock.set("2030-05-08T00:30");
        night();
        assertThat(day(number)).as("fourteen days after the one before").isEqualTo("2030-05-14");
        assertThat(dueAt(number, "boundaryEvent_followUpDue")).isEqualTo(taskDue(number, TASK));
        assertThat(day(chosen)).as("what has been agreed stays").isEqualTo("2030-06-20");
        int events = timeline(number).size();
        night();
        assertThat(timeline(number)).as("twice is once").hasSize(events);
    }

    @Test
    void what_would_have_been_due_already_comes_on_the_next_weekday() {
        String number = caseAt("2030-04-08T10:00", "LOW");
        clock.set("2030-04-22T14:00");
        followUp(OFFICER, number, "CONTINUE");
        assertThat(day(number)).isEqualTo("2030-05-22");

        clock.set("2030-05-08T00:30");
        night();
        assertThat(taskDue(number, TASK)).isEqualTo(swedish("2030-05-09T10:00"));
        clock.set("2030-05-09T00:30");
        night();
        assertThat(taskDue(number, TASK)).as("and is not moved on").isEqualTo(swedish("2030-05-09T10:00"));
    }

    private void night() {
        engine.getManagementService().executeJob(jobs(true).get(0).getId());
        jobs(false).forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private List<Job> jobs(boolean timers) {
        var query = engine.getManagementService().createJobQuery().processDefinitionKey("electionWatch");
        return timers ? query.timers().list() : query.messages().list();
    }
}
