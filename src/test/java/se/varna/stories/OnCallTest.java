package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Action;
import se.varna.access.Extent;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Phase;
import se.varna.common.Refused;
import se.varna.duty.StaffedHours;
import se.varna.engine.FormContent;
import se.varna.engine.TaskContext;
import se.varna.followup.Following;

/** The on-call company has urgent cases at night, and hands each over when the support line is staffed again. */
class OnCallTest extends VarnaTest {

    private static final String NIGHT = "2026-11-24T22:00";
    private static final String CONTACT = "userTask_contactExposed";
    private static final String TAKE_OVER = "userTask_takeOverFromOnCall";
    private static final String STAFFED = "intermediateEvent_staffedAgain";

    @Autowired
    private StaffedHours hours;

    @Autowired
    private Following following;

    @Autowired
    private List<FormContent> contents;

    // --- what the company has done goes over

    @Test
    void a_case_that_the_company_has_called_about_leaves_its_sight_when_somebody_has_taken_it_over() {
        String number = atNight("GRUNDSKOLENAMNDEN");
        reach("jour", number, "Trygg hos en vän.");
        assertThat(extent(number, "jour")).isEqualTo(Extent.CONTACT);
        assertThat(needToKnow.may("jour", number, Action.WORK)).isFalse();

        timeComesFor(number, STAFFED);

        assertThat(clock.instant()).isEqualTo(swedish("2026-11-25T08:00"));
        assertThat(groupsOf(number, TAKE_OVER)).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        assertThat(taskDue(number, TAKE_OVER)).isEqualTo(swedish("2026-11-25T09:00"));
        assertThat(mailed(number, "HANDOVER")).contains("lsa-grundskola");
        assertThat(shown("lsa-grundskola", number))
                .contains(number, "nådde", "Trygg hos en vän")
                .doesNotContain("inte kontaktad");
        assertThat(extent(number, "jour")).isEqualTo(Extent.CONTACT);

        assertThatThrownBy(() -> complete("lsa-grundskola", number, TAKE_OVER, "taken", false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("taken: handover.taken");
        assertThatThrownBy(() -> complete("jour", number, TAKE_OVER, "taken", true))
                .isInstanceOf(RuntimeException.class);
        complete("lsa-grundskola", number, TAKE_OVER, "taken", true);

        assertThat(extent(number, "jour")).isEqualTo(Extent.NOTHING);
        assertThat(steps(newest(number, "onCallWatch"))).contains("endEvent_handedOver");
        assertThat(timeline(number)).contains(EventKind.HANDOVER_STARTED, EventKind.HANDOVER_TAKEN);
    }

    @Test
    void each_case_is_taken_over_by_itself() {
        String one = atNight("KS");
        String other = atNight("KS");
        timeComesFor(one, STAFFED);
        timeComesFor(other, STAFFED);

        complete("sob-1", one, TAKE_OVER, "taken", true);

        assertThat(extent(one, "jour")).isEqualTo(Extent.NOTHING);
        assertThat(extent(other, "jour")).isEqualTo(Extent.CONTACT);
        assertThat(openTasks(other)).contains(TAKE_OVER);
    }

    @Test
    void in_the_morning_the_owner_still_has_the_call_that_nobody_made_at_night() {
        String number = atNight("KS");
        complete("jour", number, CONTACT, "contactOutcome", "NOT_REACHED", "note", "Svarade inte.");
        timeComesFor(number, STAFFED);

        assertThat(groupsOf(number, CONTACT)).containsExactly("sob");
        assertThat(shown("sob-1", number)).contains("inte kontaktad", "Svarade inte");
        reach("sob-1", number, "Trygg hos en vän.");
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(extent(number, "jour")).isEqualTo(Extent.CONTACT);
        complete("sob-1", number, TAKE_OVER, "taken", true);
        assertThat(extent(number, "jour")).isEqualTo(Extent.NOTHING);
    }

    @Test
    void a_case_about_which_the_owner_calls_at_night_is_the_companys_no_more() {
        String number = atNight("KS");
        reach("sob-1", number, "Jag var vaken.");
        assertThat(extent(number, "jour")).isEqualTo(Extent.NOTHING);

        timeComesFor(number, STAFFED);

        assertThat(openTasks(number)).doesNotContain(TAKE_OVER);
        assertThat(steps(newest(number, "onCallWatch"))).contains("endEvent_onCallEnded");
    }

    @Test
    void a_call_that_the_company_has_written_down_is_handed_over_however_small_and_its_receipt_goes_too() {
        clock.set(NIGHT);
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = report(
                        "jour",
                        AReport.about("GRUNDSKOLENAMNDEN").exposed(official).kind(Kind.HATE))
                .caseNumber();
        assertThat(groupsOf(number, CONTACT)).containsExactly("lsa-GRUNDSKOLENAMNDEN");
        assertThat(extent(number, "jour")).isEqualTo(Extent.RECEIPT);

        timeComesFor(number, STAFFED);
        assertThat(shown("lsa-grundskola", number)).contains("tog emot samtalet");
        complete("lsa-grundskola", number, TAKE_OVER, "taken", true);

        assertThat(extent(number, "jour")).isEqualTo(Extent.NOTHING);
        assertThat(extent(number, official)).isEqualTo(Extent.OWN);
    }

    // --- when nobody takes it over

    @Test
    void one_that_nobody_takes_over_is_reminded_of_then_the_deputy_is_told_and_the_companys_sight_ends_anyway() {
        String number = atNight("GRUNDSKOLENAMNDEN");
        timeComesFor(number, STAFFED);

        timeComesFor(number, "boundaryEvent_handoverDue");
        assertThat(clock.instant()).isEqualTo(swedish("2026-11-25T09:00"));
        assertThat(mailed(number, "HANDOVER_REMINDER")).contains("lsa-grundskola");
        timeComesFor(number, "boundaryEvent_handoverOverdue");
        assertThat(clock.instant()).isEqualTo(swedish("2026-11-25T11:00"));
        assertThat(mailed(number, "HANDOVER_ESCALATED")).containsExactly("lsa-grundskola-ersattare");
        assertThat(timeline(number)).contains(EventKind.HANDOVER_REMINDED, EventKind.HANDOVER_ESCALATED);

        clock.set("2026-12-02T07:59");
        assertThat(extent(number, "jour")).isEqualTo(Extent.CONTACT);
        clock.set("2026-12-02T08:00");
        assertThat(extent(number, "jour")).isEqualTo(Extent.NOTHING);
        assertThat(openTasks(number)).contains(TAKE_OVER);
    }

    @Test
    void the_departments_own_goes_to_its_head() {
        String number = atNight("KF");
        timeComesFor(number, STAFFED);
        timeComesFor(number, "boundaryEvent_handoverOverdue");
        assertThat(mailed(number, "HANDOVER_ESCALATED")).containsExactly("sob-chef");
    }

    @Test
    void another_night_is_handed_over_by_itself_and_the_company_sees_the_case_until_both_are() {
        clock.set(NIGHT);
        String official = newMember("KS");
        String number = report("jour", AReport.about("KS").exposed(official).kind(Kind.HATE))
                .caseNumber();
        timeComesFor(number, STAFFED);
        clock.set("2026-11-25T22:00");
        following.addInformation(number, official, "Nu har hen ett vapen.", Set.of(Indicator.WEAPON), false);
        runJobs(number);
        assertThat(groupsOf(number, CONTACT)).containsExactly("on-call", "sob");
        timeComesFor(number, STAFFED);
        assertThat(groupsOf(number, CONTACT)).containsExactly("sob");

        for (Extent after : List.of(Extent.CONTACT, Extent.NOTHING)) {
            Task one = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .taskDefinitionKey(TAKE_OVER)
                    .list()
                    .get(0);
            as("sob-1", () -> engine.getFormService().submitTaskForm(one.getId(), values("taken", true)));
            assertThat(extent(number, "jour")).isEqualTo(after);
        }
    }

    // --- every night there is

    @ParameterizedTest
    @CsvSource({
        "an ordinary night,             2026-11-24T22:00, 2026-11-25T08:00",
        "early morning,                 2026-11-25T07:59, 2026-11-25T08:00",
        "a weekend,                     2026-11-27T16:30, 2026-11-30T08:00",
        "summer time ends,              2026-10-24T23:00, 2026-10-26T08:00",
        "summer time begins,            2027-03-27T23:00, 2027-03-30T08:00",
        "the hour that comes twice,     2027-10-31T02:30, 2027-11-01T08:00",
        "Christmas,                     2026-12-23T22:00, 2026-12-28T08:00",
        "the year's end,                2026-12-30T20:00, 2027-01-04T08:00",
        "Easter,                        2027-03-25T16:31, 2027-03-30T08:00",
        "midsummer,                     2027-06-24T16:30, 2027-06-28T08:00",
    })
    void whatever_night_it_is_the_case_goes_over_when_the_line_is_staffed_again(
            String night, String reported, String staffed) {
        clock.set(reported);
        String number = report(newMember("KS"), AReport.about("KS").mentioning(Indicator.WEAPON))
                .caseNumber();
        assertThat(dueAt(number, STAFFED)).as(night).isEqualTo(swedish(staffed));
        timeComesFor(number, STAFFED);
        complete("sob-1", number, TAKE_OVER, "taken", true);
        assertThat(extent(number, "jour")).isEqualTo(Extent.NOTHING);
    }

    @Test
    void when_the_city_closes_a_day_the_company_has_its_cases_a_day_more() {
        String number = atNight("KS");
        LocalDate day = LocalDate.of(2026, 11, 25);
        hours.decide(day, false, "Klämdag");
        try {
            assertThat(dueAt(number, STAFFED)).isEqualTo(swedish("2026-11-26T08:00"));
            clock.set("2026-11-25T12:00");
            assertThat(extent(number, "jour")).isEqualTo(Extent.CONTACT);
            reach("jour", number, "Trygg hos en vän.");
        } finally {
            hours.undecide(day);
        }
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
    }

    private String atNight(String unit) {
        clock.set(NIGHT);
        return report(newMember(unit), AReport.about(unit).mentioning(Indicator.WEAPON))
                .caseNumber();
    }

    private void reach(String person, String number, String note) {
        complete(person, number, CONTACT, "contactOutcome", "REACHED", "note", note);
    }

    /** What the form says to the person. */
    private String shown(String person, String number) {
        String subject = (String)
                engine.getTaskService().getVariable(task(number, TAKE_OVER).getId(), "subjectId");
        return contents.stream()
                .filter(content -> content.name().equals("nightWork"))
                .findFirst()
                .orElseThrow()
                .markdown(new TaskContext(number, TAKE_OVER, subject), needToKnow.sight(person, number));
    }

    private List<String> mailed(String number, String kind) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ? ORDER BY 1")
                .params(number, kind)
                .query(String.class)
                .list();
    }
}
