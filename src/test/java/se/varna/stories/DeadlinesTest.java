package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.directory.Owner;
import se.varna.duty.StaffedHours;

/** What happens when nobody calls in time, at night, or when the calendar changes. */
class DeadlinesTest extends VarnaTest {

    @Autowired
    StaffedHours hours;

    @Test
    void a_deadline_missed_twice_brings_in_first_the_deputy_and_then_the_department() {
        String number = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").mentioning(Indicator.WEAPON))
                .caseNumber();
        assertThat(file(number).level()).isEqualTo(Level.HIGH);
        assertThat(dueAt(number, "boundaryEvent_contactReminder"))
                .isBetween(swedish("2026-11-24T10:40"), swedish("2026-11-24T10:41"));
        assertThat(dueAt(number, "boundaryEvent_contactOverdue")).isEqualTo(swedish("2026-11-24T11:00"));
        assertThat(dueAt(number, "boundaryEvent_contactOverdueTwice")).isEqualTo(swedish("2026-11-24T12:00"));

        timeComesFor(number, "boundaryEvent_contactReminder");
        assertThat(timeline(number)).contains(EventKind.CONTACT_REMINDED);

        timeComesFor(number, "boundaryEvent_contactOverdue");
        assertThat(timeline(number)).contains(EventKind.CONTACT_ESCALATED_DEPUTY);
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);

        timeComesFor(number, "boundaryEvent_contactOverdueTwice");
        assertThat(timeline(number)).contains(EventKind.CONTACT_ESCALATED_SOB);
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-GRUNDSKOLENAMNDEN", "sob");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.CONTACT);
        // Time alone moves no case.
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));

        complete("sob-1", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Nådd till slut.");
        // They got it to call, and they have called.
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThat(groupsOf(number, "userTask_assessIncident")).containsExactly("lsa-GRUNDSKOLENAMNDEN");
    }

    @Test
    void one_who_does_not_answer_is_tried_again_and_the_deadline_stands() {
        String number =
                report("ledamot-kf", AReport.about("KF").kind(Kind.THREAT)).caseNumber();

        complete("sob-1", number, "userTask_contactExposed", "contactOutcome", "NOT_REACHED", "note", "Svarade inte.");
        assertThat(openTasks(number)).containsExactly("userTask_contactExposed");
        assertThat(taskDue(number, "userTask_contactExposed")).isEqualTo(swedish("2026-11-24T16:30"));
        assertThat(file(number).phase()).isEqualTo(Phase.FIRST_CONTACT);

        complete("sob-2", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Nu gick det.");
        assertThat(instance(number, "firstContact")).isNull();
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
    }

    @Test
    void at_night_the_on_call_company_makes_an_urgent_contact_until_the_morning() {
        clock.set("2026-11-24T22:00");
        String number = report(
                        "ledamot-namnd", AReport.about("GRUNDSKOLENAMNDEN").mentioning(Indicator.HOME_VISIT))
                .caseNumber();

        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-GRUNDSKOLENAMNDEN", "on-call");
        assertThat(extent(number, "jour")).isEqualTo(Extent.CONTACT);
        assertThat(dueAt(number, "intermediateEvent_staffedAgain")).isEqualTo(swedish("2026-11-25T08:00"));

        timeComesFor(number, "intermediateEvent_staffedAgain");
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("lsa-GRUNDSKOLENAMNDEN");
    }

    @Test
    void the_on_call_company_that_has_called_works_the_case_no_more() {
        clock.set("2026-11-28T03:00");
        String number = report("ledamot-ks", AReport.about("KS").acute()).caseNumber();
        complete(
                "jour", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Polisen är på plats.");

        assertThat(groupsOf(number, "userTask_assessIncident")).containsExactly("sob");
    }

    @Test
    void what_is_not_urgent_waits_for_the_office_also_at_night() {
        clock.set("2026-11-28T03:00");
        String number =
                report("ledamot-ks", AReport.about("KS").kind(Kind.HATE)).caseNumber();

        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("sob");
        assertThat(extent(number, "jour")).isEqualTo(Extent.NOTHING);
        assertThat(taskDue(number, "userTask_contactExposed")).isEqualTo(swedish("2026-11-30T16:30"));
    }

    @Test
    void when_the_city_closes_a_day_open_deadlines_move_with_it_and_back() {
        clock.set("2027-03-01T15:00");
        String number =
                report("ledamot-kf", AReport.about("KF").kind(Kind.THREAT)).caseNumber();
        assertThat(taskDue(number, "userTask_contactExposed")).isEqualTo(swedish("2027-03-02T10:00"));

        hours.decide(LocalDate.of(2027, 3, 2), false, "Flytt av kontoret");
        try {
            assertThat(taskDue(number, "userTask_contactExposed")).isEqualTo(swedish("2027-03-03T10:00"));
            assertThat(dueAt(number, "boundaryEvent_contactOverdue")).isEqualTo(swedish("2027-03-03T10:00"));
            assertThat(file(number).contactDueAt()).isEqualTo(swedish("2027-03-03T10:00"));
            assertThat(timeline(number)).contains(EventKind.DEADLINE_MOVED);
        } finally {
            hours.undecide(LocalDate.of(2027, 3, 2));
        }
        assertThat(taskDue(number, "userTask_contactExposed")).isEqualTo(swedish("2027-03-02T10:00"));
    }

    @Test
    void an_assessment_that_takes_too_long_is_reminded_of() {
        String number =
                report("ledamot-kf", AReport.about("KF").kind(Kind.THREAT)).caseNumber();
        complete("sob-1", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Ja.");
        assertThat(dueAt(number, "boundaryEvent_assessmentOverdue")).isEqualTo(swedish("2026-11-26T10:00"));

        timeComesFor(number, "boundaryEvent_assessmentOverdue");
        assertThat(timeline(number)).contains(EventKind.ASSESSMENT_REMINDED);
        assertThat(openTasks(number)).containsExactly("userTask_assessIncident");
    }

    @Test
    void a_follow_up_is_reminded_of_on_its_day_and_told_the_deputy_the_next() {
        String number = caseInFollowUp("ledamot-namnd", "GRUNDSKOLENAMNDEN", "lsa-grundskola", "ELEVATED");
        assertThat(taskDue(number, "userTask_followUp")).isEqualTo(swedish("2026-12-01T10:00"));

        timeComesFor(number, "boundaryEvent_followUpDue");
        assertThat(timeline(number)).contains(EventKind.FOLLOW_UP_REMINDED);
        assertThat(dueAt(number, "boundaryEvent_followUpOverdue")).isEqualTo(swedish("2026-12-02T10:00"));
        timeComesFor(number, "boundaryEvent_followUpOverdue");
        assertThat(timeline(number)).contains(EventKind.FOLLOW_UP_ESCALATED);
        assertThat(openTasks(number)).contains("userTask_followUp");
    }

    @Test
    void follow_ups_come_at_the_levels_intervals_until_the_officer_closes() {
        String number = caseInFollowUp("ledamot-namnd", "GRUNDSKOLENAMNDEN", "lsa-grundskola", "HIGH");
        String[] days = {"2026-11-25T10:00", "2026-11-27T10:00", "2026-12-01T10:00", "2026-12-28T10:00"};
        // Day 30 is Christmas Eve, which is not staffed; neither are the days after it.
        for (String day : days) {
            assertThat(taskDue(number, "userTask_followUp")).isEqualTo(swedish(day));
            clock.set(day);
            followUp("lsa-grundskola", number, "CONTINUE");
        }
        assertThat(file(number).followUps()).isEqualTo(4);
        assertThat(instance(number, "incidentHandling")).isWaitingAt("callActivity_followUp");
    }

    @Test
    void when_it_happened_may_be_told_with_any_offset() {
        String number = report(
                        "ledamot-kf", AReport.about("KF").happenedAt(OffsetDateTime.parse("2026-11-20T19:30+01:00")))
                .caseNumber();
        assertThat(cases.answers(number).occurredAt()).isEqualTo(swedish("2026-11-20T19:30"));
    }
}
