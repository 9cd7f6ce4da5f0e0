package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.access.Action;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.access.Relation;
import se.varna.casefile.EventKind;
import se.varna.casefile.Level;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.demo.SentMail;
import se.varna.directory.Owner;
import se.varna.planning.ComingEvents;
import se.varna.planning.Notice;
import se.varna.planning.PlannedEvent;
import se.varna.planning.PlannedEvents;

/** A meeting that an official fears is told of, judged, planned and followed up (R3, R11, R22, R43). */
class PlannedEventTest extends VarnaTest {

    private static final String UNIT = "GRUNDSKOLENAMNDEN";
    private static final String OFFICER = "lsa-grundskola";
    private static final String FEARED = "Jag är rädd att de som störde förra gången kommer igen.";
    private static final String SHARED = "Gå in genom sidodörren, och ring vakten om något känns fel.";

    @Autowired
    private PlannedEvents events;

    @Autowired
    private ComingEvents coming;

    @Autowired
    private SentMail sentMail;

    /** An open meeting on the evening of the third of December. */
    private static Notice meeting(String official) {
        return at(official, "2026-12-03T18:00+01:00", "2026-12-03T20:00+01:00");
    }

    private static Notice at(String official, String starts, String ends) {
        return new Notice(
                official,
                PlannedEvent.Kind.MEETING,
                "Öppet möte om skolan",
                starts == null ? null : OffsetDateTime.parse(starts),
                ends == null ? null : OffsetDateTime.parse(ends),
                "Skolans aula",
                Matter.CITY,
                UNIT,
                "Nedläggning av skolan",
                FEARED,
                "Två ledamöter",
                true,
                "070-1740611",
                false);
    }

    private String told(String official) {
        return events.notice(meeting(Notice.SELF), official, null);
    }

    private String member() {
        return newMember(UNIT);
    }

    private void judge(String number, String level, Object... more) {
        List<Object> typed = new ArrayList<>(
                List.of("conflict", "YES", "signs", List.of("KNOWN_DISTURBERS", "OPEN_DOORS"), "level", level));
        typed.addAll(List.of("reason", "De har stört två möten i år."));
        typed.addAll(List.of(more));
        complete(OFFICER, number, "userTask_assessRisk", typed.toArray());
    }

    private void plan(String number, Object... more) {
        List<Object> typed = new ArrayList<>(List.of("during", "Vakten står vid dörren.", "present", "En vakt."));
        typed.addAll(List.of(more));
        complete(OFFICER, number, "userTask_planEvent", typed.toArray());
    }

    private void timePasses(String number) {
        timeComesFor(number, "intermediateEvent_dayBefore");
        timeComesFor(number, "intermediateEvent_eventOver");
    }

    private void wentWell(String number) {
        complete(OFFICER, number, "userTask_followUpEvent", "went", "Lugnt.", "happened", "NO");
    }

    @Test
    void a_feared_meeting_is_judged_planned_shared_and_followed_up() {
        String official = member();
        String other = member();
        String number = told(official);

        assertThat(file(number).concern()).isEqualTo(Concern.PLANNED_EVENT);
        assertThat(file(number).phase()).isEqualTo(Phase.PLANNING);
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer(UNIT));
        assertThat(taskDue(number, "userTask_assessRisk")).isEqualTo(swedish("2026-11-26T10:00"));

        judge(number, "ELEVATED");
        assertThat(file(number).level()).isEqualTo(Level.ELEVATED);
        assertThat(taskDue(number, "userTask_planEvent")).isEqualTo(swedish("2026-12-02T10:00"));

        plan(number, "participants", List.of(other), "shared", SHARED);
        assertThat(file(number).phase()).isEqualTo(Phase.PLANNED);
        assertThat(openTasks(number)).isEmpty();
        assertThat(dueAt(number, "intermediateEvent_dayBefore")).isEqualTo(swedish("2026-12-02T10:00"));

        timeComesFor(number, "intermediateEvent_dayBefore");
        assertThat(timeline(number)).contains(EventKind.PLANNED_SHARED, EventKind.PLANNED_REMINDED);
        assertThat(dueAt(number, "intermediateEvent_eventOver")).isEqualTo(swedish("2026-12-03T20:00"));

        timeComesFor(number, "intermediateEvent_eventOver");
        assertThat(taskDue(number, "userTask_followUpEvent")).isEqualTo(swedish("2026-12-04T16:30"));
        wentWell(number);

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(instance(number, "plannedEvent")).isNull();
        assertThat(cases.linked(number)).isEmpty();
    }

    @Test
    void when_something_happened_it_becomes_a_case_of_its_own_without_being_told_again() {
        String official = member();
        String number = told(official);
        judge(number, "HIGH");
        plan(number);
        timePasses(number);

        String what = "En man skrek att han skulle hitta mig.";
        complete(
                OFFICER,
                number,
                "userTask_followUpEvent",
                "went",
                "Det blev stökigt.",
                "happened",
                "YES",
                "whatHappened",
                what);

        assertThat(cases.linked(number)).hasSize(1);
        String incident = cases.linked(number).get(0);
        assertThat(file(incident).concern()).isEqualTo(Concern.INCIDENT);
        assertThat(file(incident).exposed()).contains(official);
        assertThat(file(incident).reporter()).isEqualTo(OFFICER);
        assertThat(cases.answers(incident).description()).isEqualTo(what);
        assertThat(cases.answers(incident).unit()).isEqualTo(UNIT);
        assertThat(cases.linked(incident)).containsExactly(number);
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(steps(newest(number, "plannedEvent"))).contains("endEvent_incidentMade");
    }

    @Test
    void a_low_risk_needs_no_plan_unless_one_is_wanted() {
        String without = told(member());
        String wanted = told(member());
        judge(without, "LOW");
        assertThat(openTasks(without)).isEmpty();
        assertThat(file(without).phase()).isEqualTo(Phase.PLANNED);
        judge(wanted, "LOW", "planAnyway", true);
        assertThat(openTasks(wanted)).containsExactly("userTask_planEvent");
        plan(wanted);
        for (String number : List.of(without, wanted)) {
            timePasses(number);
            wentWell(number);
        }
    }

    @Test
    void where_two_disagree_the_higher_level_holds_and_the_tables_answer_is_kept_beside() {
        String number = told(member());
        judge(number, "LOW", "secondLevel", "HIGH");

        assertThat(file(number).level()).isEqualTo(Level.HIGH);
        var judged = events.assessments(number).get(0);
        assertThat(judged.isDisagreed()).isTrue();
        assertThat(judged.recommended()).isEqualTo(Level.ELEVATED);
        assertThat(judged.decisionVersion()).startsWith("eventRisk:");
        plan(number);
        timePasses(number);
        wentWell(number);
    }

    @Test
    void a_late_notice_is_taken_in_and_marked_and_is_due_before_it_begins() {
        String number =
                events.notice(at(Notice.SELF, "2026-11-25T18:00+01:00", "2026-11-25T20:00+01:00"), member(), null);

        assertThat(events.get(number).isLate()).isTrue();
        assertThat(timeline(number)).contains(EventKind.PLANNED_LATE);
        assertThat(taskDue(number, "userTask_assessRisk")).isEqualTo(swedish("2026-11-24T11:00"));
        assertThat(events.get(told(member())).isLate()).isFalse();

        judge(number, "ELEVATED");
        assertThat(taskDue(number, "userTask_planEvent")).isEqualTo(swedish("2026-11-25T18:00"));
        plan(number);
        timePasses(number);
        wentWell(number);
    }

    @Test
    void whoever_is_silent_is_reminded_at_each_step() {
        String number = told(member());
        timeComesFor(number, "boundaryEvent_assessmentLate");
        judge(number, "ELEVATED");
        timeComesFor(number, "boundaryEvent_planLate");
        plan(number);
        timePasses(number);
        timeComesFor(number, "boundaryEvent_followUpLate");
        assertThat(timeline(number)).filteredOn(EventKind.PLANNED_WAITS::equals).hasSize(3);
        runJobs(number);
        assertThat(sentMail.newestTo(directory.person(OFFICER).orElseThrow().email(), 20))
                .anyMatch(mail -> mail.text().contains(number) && mail.text().contains("väntar på dig"));
        wentWell(number);
    }

    @Test
    void another_time_has_the_risk_judged_again_and_moves_what_waits() {
        String official = member();
        String number = told(official);
        events.change(
                number,
                OffsetDateTime.parse("2026-12-10T18:00+01:00"),
                OffsetDateTime.parse("2026-12-10T20:00+01:00"),
                "Stadsdelshuset",
                official);
        judge(number, "ELEVATED");
        assertThat(taskDue(number, "userTask_planEvent")).isEqualTo(swedish("2026-12-09T10:00"));
        plan(number);

        events.change(number, OffsetDateTime.parse("2026-12-14T18:00+01:00"), null, "Stadsdelshuset", official);
        assertThat(file(number).phase()).isEqualTo(Phase.PLANNING);
        assertThat(openTasks(number)).containsExactly("userTask_assessRisk");
        assertThat(events.get(number).endsAt()).isEqualTo(swedish("2026-12-14T21:00"));
        judge(number, "LOW");
        timePasses(number);
        assertThatThrownBy(() ->
                        events.change(number, OffsetDateTime.parse("2026-12-20T18:00+01:00"), null, null, official))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("planned.over");
        wentWell(number);
    }

    @Test
    void what_is_cancelled_ends_at_once_but_not_while_something_still_protects() {
        String number = told(member());
        judge(number, "HIGH");
        plan(number, "measures", List.of("HEMLARM"));
        assertThat(openTasks(number)).containsExactly("userTask_decideMeasure");
        assertThatThrownBy(() -> events.cancel(number, OFFICER)).isInstanceOf(Refused.class);

        complete(
                OFFICER,
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "REJECTED",
                "reason",
                "Mötet ställs in, så ingen åtgärd behövs.");
        events.cancel(number, OFFICER);

        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(events.get(number).isCancelled()).isTrue();
        assertThat(steps(newest(number, "plannedEvent"))).contains("endEvent_eventCancelled");
        assertThatThrownBy(() -> events.cancel(number, OFFICER)).isInstanceOf(Refused.class);
    }

    @Test
    void it_is_not_over_while_a_measure_has_not_been_decided_upon() {
        String number = told(member());
        judge(number, "HIGH");
        plan(number, "measures", List.of("HEMLARM"));
        timePasses(number);
        assertThatThrownBy(() -> wentWell(number)).isInstanceOf(Refused.class);
        complete(
                OFFICER,
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "REJECTED",
                "reason",
                "Mötet har varit, och ingen åtgärd behövdes.");
        wentWell(number);
    }

    @Test
    void those_who_take_part_read_what_is_shared_and_nothing_else() {
        String official = member();
        String other = member();
        String stranger = member();
        String number = told(official);
        judge(number, "ELEVATED");
        plan(number, "participants", List.of(other), "shared", SHARED);

        var sight = needToKnow.sight(other, number);
        assertThat(sight.relations()).containsExactly(Relation.PARTICIPANT);
        assertThat(sight.actions()).containsExactly(Action.READ_PLAN);
        assertThat(needToKnow.sight(stranger, number).knowsOfIt()).isFalse();
        runJobs(number);
        assertThat(sentMail.newestTo(other + "@example.org", 20)).isNotEmpty().allSatisfy(mail -> assertThat(
                        mail.text())
                .contains("/planer/" + number)
                .doesNotContain("Öppet möte")
                .doesNotContain("sidodörren"));
        timePasses(number);
        wentWell(number);
    }

    @Test
    void a_plan_that_is_shared_says_something_to_those_it_is_shared_with() {
        String number = told(member());
        judge(number, "ELEVATED");
        assertThatThrownBy(() -> plan(number, "participants", List.of(member())))
                .hasMessageContaining("planned.shared");
        plan(number);
        timePasses(number);
        wentWell(number);
    }

    @Test
    void the_council_s_own_meeting_is_the_department_s_and_the_department_knows_of_no_other() {
        String number = events.notice(
                new Notice(
                        Notice.SELF,
                        PlannedEvent.Kind.QUESTION,
                        "Beslut om trängselskatt",
                        OffsetDateTime.parse("2026-12-17T16:00+01:00"),
                        null,
                        null,
                        Matter.CITY,
                        "KF",
                        null,
                        FEARED,
                        null,
                        false,
                        null,
                        false),
                newMember("KF"),
                null);
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        String boards = told(member());
        assertThat(extent(boards, "sob-1")).isEqualTo(Extent.NOTHING);
    }

    @Test
    void an_officer_can_fill_it_in_in_tasklist_for_an_official() {
        String official = member();
        String number = startInTasklist(
                OFFICER,
                "plannedEvent",
                "eget nummer",
                values(
                        "official",
                        official,
                        "kind",
                        "MEETING",
                        "title",
                        "Invigning",
                        "startsAt",
                        "2026-12-03T18:00+01:00",
                        "matter",
                        "CITY",
                        "unit",
                        UNIT,
                        "feared",
                        FEARED));
        assertThat(file(number).exposed()).contains(official);
        assertThat(events.get(number).title()).isEqualTo("Invigning");
        assertThat(engine.getRuntimeService()
                        .getVariables(instance(number, "plannedEvent").getId()))
                .doesNotContainKeys("title", "feared", "official");
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        String official = member();
        assertThatThrownBy(() -> events.notice(at(Notice.SELF, null, null), official, null))
                .hasMessageContaining("planned.startsAt");
        assertThatThrownBy(() -> events.notice(at(Notice.SELF, "2026-11-20T18:00+01:00", null), official, null))
                .hasMessageContaining("planned.passed");
        assertThatThrownBy(() -> events.notice(
                        at(Notice.SELF, "2026-12-03T18:00+01:00", "2026-12-03T17:00+01:00"), official, null))
                .hasMessageContaining("planned.endsAt");
        assertThatThrownBy(() -> events.notice(at("finns-inte", "2026-12-03T18:00+01:00", null), official, null))
                .hasMessageContaining("report.exposedUnknown");
    }

    @Test
    void what_is_sent_twice_is_one_case() {
        String official = member();
        String first = events.notice(meeting(Notice.SELF), official, "nyckel-1");
        assertThat(events.notice(meeting(Notice.SELF), official, "nyckel-1")).isEqualTo(first);
    }

    @Test
    void the_month_shows_each_officer_their_own_and_a_person_s_own_never_as_an_officer() {
        String number = told(member());
        var from = swedish("2026-12-01T00:00");
        var before = swedish("2027-01-01T00:00");
        assertThat(coming.between(OFFICER, from, before, null))
                .extracting(ComingEvents.Line::number)
                .contains(number);
        assertThat(coming.between(OFFICER, from, before, "LISEBERG"))
                .extracting(ComingEvents.Line::number)
                .doesNotContain(number);
        assertThat(coming.between("lsa-liseberg", from, before, null))
                .extracting(ComingEvents.Line::number)
                .doesNotContain(number);
        assertThat(coming.between(OFFICER, before, before.plus(Duration.ofDays(31)), null))
                .extracting(ComingEvents.Line::number)
                .doesNotContain(number);
        assertThat(events.get(number).startsAt().atZone(Sweden.TIME).getHour()).isEqualTo(18);
    }
}
