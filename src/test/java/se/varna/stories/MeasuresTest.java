package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.common.Refused;
import se.varna.engine.FormContent;
import se.varna.engine.TaskContext;
import se.varna.measures.Measure;
import se.varna.measures.MeasureEntry;
import se.varna.measures.MeasureEntry.Step;
import se.varna.measures.Measures;

/** Protective measures: each an instance of its own, from proposal to end, with every step kept. */
class MeasuresTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";

    @Autowired
    Measures measures;

    @Autowired
    List<FormContent> contents;

    private String boardCase(String level) {
        return caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER, level);
    }

    /** A case with one measure in force that is reviewed on 10 December. */
    private String protectedCase(String level) {
        String number = boardCase(level);
        measures.propose(number, "HEMLARM", null, OFFICER);
        measureInForce(OFFICER, number, "2026-12-10");
        return number;
    }

    private Measure only(String number) {
        assertThat(measures.of(number)).hasSize(1);
        return measures.of(number).get(0);
    }

    private List<Step> taken(String number) {
        return measures.entries(only(number).id()).stream()
                .map(MeasureEntry::step)
                .toList();
    }

    /** What the officer reads in the forms about the measure. */
    private String said(String number) {
        return contents.stream()
                .filter(content -> content.name().equals("measure"))
                .map(content -> content.markdown(
                        new TaskContext(
                                number,
                                "userTask_reviewMeasure",
                                only(number).id().toString()),
                        needToKnow.sight(OFFICER, number)))
                .findFirst()
                .orElseThrow();
    }

    private void review(String number, Object... typed) {
        complete(OFFICER, number, "userTask_reviewMeasure", typed);
    }

    private void assess(String number, String level) {
        String reason = "Ny sammanvägd bedömning efter det som har kommit fram.";
        complete(OFFICER, number, "userTask_assessIncident", "level", level, "reason", reason);
    }

    private List<String> mail(String number, String kind) {
        return jdbc.sql(
                        "SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = ? ORDER BY recipient")
                .params(number, kind)
                .query(String.class)
                .list();
    }

    // --- from proposal to end

    @Test
    void a_measure_is_decided_ordered_confirmed_extended_changed_and_ended_and_each_step_is_kept() {
        String number = boardCase("HIGH");
        measures.propose(number, "HEMLARM", "Huset ligger ensligt.", OFFICER);
        assertThat(only(number).assessedAt()).isEqualTo(file(number).assessedAt());
        assertThat(openTasks(number)).contains("userTask_decideMeasure");
        complete(
                OFFICER,
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "SECURITY_COMPANY",
                "reviewAt",
                "2026-12-10",
                "reason",
                "Adressen är känd.");
        assertThat(only(number).state()).isEqualTo(Measure.State.APPROVED);
        assertThat(taskDue(number, "userTask_orderMeasure")).isEqualTo(swedish("2026-11-25T10:00"));
        complete(
                OFFICER,
                number,
                "userTask_orderMeasure",
                "measureProgress",
                "ORDERED",
                "orderedFrom",
                "Ledningscentralen",
                "orderedAt",
                "2026-11-23");
        assertThat(only(number).state()).isEqualTo(Measure.State.ORDERED);
        complete(
                OFFICER,
                number,
                "userTask_confirmMeasure",
                "measureProgress",
                "IN_FORCE",
                "inForceFrom",
                "2026-11-24",
                "note",
                "Larmet är provat.");
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(swedish("2026-12-10T16:30"));
        assertThat(said(number))
                .contains("Gäller från: **24 november 2026**", "Adressen är känd")
                .contains("Ledningscentralen", "Larmet är provat");
        review(number, "measureReview", "EXTEND", "reviewAt", "2026-12-20", "reason", "Fortsatt behov.");
        review(
                number,
                "measureReview",
                "CHANGE",
                "change",
                "Också kamera vid dörren.",
                "provider",
                "POLICE",
                "reviewAt",
                "2026-12-22",
                "reason",
                "Någon var vid dörren.");
        assertThat(only(number).provider()).isEqualTo(Measure.Provider.POLICE);
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(swedish("2026-12-22T16:30"));
        review(number, "measureReview", "END", "reason", "Behovet är borta.");

        assertThat(only(number).state()).isEqualTo(Measure.State.ENDED);
        assertThat(only(number).endedOn()).isEqualTo("2026-11-24");
        assertThat(steps(newest(number, "securityMeasure"))).contains("endEvent_measureEnded");
        assertThat(measures.entries(only(number).id()))
                .extracting(
                        MeasureEntry::step,
                        MeasureEntry::person,
                        entry -> String.valueOf(entry.day()),
                        entry -> String.valueOf(entry.reviewAt()),
                        MeasureEntry::provider,
                        MeasureEntry::detail,
                        MeasureEntry::reason)
                .containsExactly(
                        step(Step.PROPOSED, "null", "null", null, null, "Huset ligger ensligt."),
                        step(Step.APPROVED, "null", "2026-12-10", COMPANY, null, "Adressen är känd."),
                        step(Step.ORDERED, "2026-11-23", "2026-12-10", COMPANY, "Ledningscentralen", null),
                        step(Step.IN_FORCE, "2026-11-24", "2026-12-10", COMPANY, "Larmet är provat.", null),
                        step(Step.EXTENDED, "null", "2026-12-20", COMPANY, null, "Fortsatt behov."),
                        step(
                                Step.CHANGED,
                                "null",
                                "2026-12-22",
                                Measure.Provider.POLICE,
                                "Också kamera vid dörren.",
                                "Någon var vid dörren."),
                        step(
                                Step.ENDED,
                                "2026-11-24",
                                "2026-12-22",
                                Measure.Provider.POLICE,
                                null,
                                "Behovet är borta."));
        assertThat(timeline(number))
                .containsSubsequence(
                        EventKind.MEASURE_PROPOSED,
                        EventKind.MEASURE_APPROVED,
                        EventKind.MEASURE_ORDERED,
                        EventKind.MEASURE_IN_FORCE,
                        EventKind.MEASURE_EXTENDED,
                        EventKind.MEASURE_CHANGED,
                        EventKind.MEASURE_ENDED);
    }

    private static final Measure.Provider COMPANY = Measure.Provider.SECURITY_COMPANY;

    private static org.assertj.core.groups.Tuple step(
            Step step, String day, String reviewAt, Measure.Provider provider, String detail, String reason) {
        return org.assertj.core.groups.Tuple.tuple(step, OFFICER, day, reviewAt, provider, detail, reason);
    }

    @Test
    void a_measure_can_be_rejected() {
        String number = boardCase("HIGH");
        measures.propose(number, "BEVAKNING", null, OFFICER);
        complete(OFFICER, number, "userTask_decideMeasure", "measureDecision", "REJECTED", "reason", "Behövs inte.");
        assertThat(only(number).state()).isEqualTo(Measure.State.REJECTED);
        assertThat(steps(newest(number, "securityMeasure"))).contains("endEvent_measureRejected");
    }

    @Test
    void a_measure_that_cannot_be_had_is_given_up_when_it_is_ordered_or_afterwards() {
        for (String progress : new String[] {"userTask_orderMeasure", "userTask_confirmMeasure"}) {
            String number = boardCase("HIGH");
            measures.propose(number, "ESKORT", null, OFFICER);
            approve(number, "2026-12-10");
            if (progress.equals("userTask_confirmMeasure")) {
                complete(
                        OFFICER,
                        number,
                        "userTask_orderMeasure",
                        "measureProgress",
                        "ORDERED",
                        "orderedFrom",
                        "Polisen",
                        "orderedAt",
                        "2026-11-24");
            }
            assertRefused(() -> complete(OFFICER, number, progress, "measureProgress", "ABANDONED"), "reason");
            complete(OFFICER, number, progress, "measureProgress", "ABANDONED", "reason", "Ingen är ledig.");
            assertThat(only(number).state()).isEqualTo(Measure.State.ABANDONED);
            assertThat(taken(number)).endsWith(Step.ABANDONED);
            assertThat(steps(newest(number, "securityMeasure"))).contains("endEvent_measureAbandoned");
        }
    }

    private void approve(String number, String reviewAt) {
        complete(
                OFFICER,
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "POLICE",
                "reviewAt",
                reviewAt,
                "reason",
                "Ja.");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String... fields) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                .extracting("field")
                .containsExactlyInAnyOrder((Object[]) fields));
    }

    // --- what is never missing

    @Test
    void a_measure_never_runs_without_a_day_for_its_review() {
        String number = boardCase("HIGH");
        measures.propose(number, "BEVAKNING", null, OFFICER);
        for (String day : new String[] {"", "2026-11-23", "2026-12-25"}) {
            assertRefused(() -> approve(number, day), "reviewAt");
        }
        approve(number, "2026-12-24");
        confirmMeasure(OFFICER, number);
        for (String review : new String[] {"EXTEND", "CHANGE"}) {
            assertRefused(
                    () -> review(number, "measureReview", review, "change", "Annat.", "reason", "Ja."), "reviewAt");
        }
    }

    @Test
    void each_step_says_what_is_missing_in_it() {
        String number = boardCase("HIGH");
        measures.propose(number, "BEVAKNING", null, OFFICER);
        assertRefused(
                () -> complete(OFFICER, number, "userTask_decideMeasure", "measureDecision", "APPROVED"),
                "provider",
                "reviewAt",
                "reason");
        approve(number, "2026-12-10");
        assertRefused(
                () -> complete(
                        OFFICER,
                        number,
                        "userTask_orderMeasure",
                        "measureProgress",
                        "ORDERED",
                        "orderedAt",
                        "2026-11-25"),
                "orderedFrom",
                "orderedAt");
        complete(
                OFFICER,
                number,
                "userTask_orderMeasure",
                "measureProgress",
                "ORDERED",
                "orderedFrom",
                "Polisen",
                "orderedAt",
                "2026-11-24");
        assertRefused(
                () -> complete(OFFICER, number, "userTask_confirmMeasure", "measureProgress", "IN_FORCE"),
                "inForceFrom");
        complete(
                OFFICER, number, "userTask_confirmMeasure", "measureProgress", "IN_FORCE", "inForceFrom", "2026-11-24");
        assertRefused(() -> review(number, "measureReview", "END"), "reason");
        assertRefused(() -> review(number, "measureReview", "CHANGE", "reviewAt", "2026-12-10"), "reason", "change");
    }

    @Test
    void the_database_knows_of_no_measure_without_review_or_assessment_and_of_no_step_unmade() {
        String number = protectedCase("HIGH");
        UUID id = only(number).id();
        for (String wrong : new String[] {"review_at = NULL", "provider = NULL", "assessed_at = NULL"}) {
            assertThatThrownBy(() -> jdbc.sql("UPDATE varna.measure SET " + wrong + " WHERE id = ?")
                            .param(id)
                            .update())
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        for (String change :
                new String[] {"UPDATE varna.measure_entry SET reason = 'x'", "DELETE FROM varna.measure_entry"}) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(BadSqlGrammarException.class);
        }
    }

    // --- before an assessment

    @Test
    void nothing_is_proposed_before_an_assessment_but_an_acute_step_with_its_reason() {
        String number = caseInAssessment("ledamot-namnd", "GRUNDSKOLENAMNDEN", OFFICER);
        assertThatThrownBy(() -> measures.propose(number, "ESKORT", "Ja.", OFFICER))
                .hasMessageContaining("measure.notAssessed");
        assertThatThrownBy(() -> measures.proposeAcute(number, "ESKORT", null, OFFICER))
                .hasMessageContaining("measure.whyAcute");
        measures.proposeAcute(number, "ESKORT", "Mötet är i kväll.", OFFICER);

        assertThat(only(number).isAcute()).isTrue();
        assertThat(only(number).assessedAt()).isNull();
        // An hour is what the most urgent question gets.
        assertThat(taskDue(number, "userTask_decideMeasure")).isEqualTo(swedish("2026-11-24T11:00"));
        assertThat(timeline(number)).contains(EventKind.MEASURE_PROPOSED_ACUTE);
    }

    @Test
    void an_acute_step_is_reviewed_when_the_case_has_been_assessed() {
        String number = caseInAssessment("ledamot-namnd", "GRUNDSKOLENAMNDEN", OFFICER);
        measures.proposeAcute(number, "ESKORT", "Mötet är i kväll.", OFFICER);
        measureInForce(OFFICER, number, "2026-12-10");
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(swedish("2026-12-10T16:30"));

        assess(number, "HIGH");
        assertThat(only(number).assessedAt()).isEqualTo(file(number).assessedAt());
        assertThat(only(number).calledFor()).isEqualTo(Measure.Called.ASSESSED);
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(clock.instant());
        review(number, "measureReview", "EXTEND", "reviewAt", "2026-12-20", "reason", "Behövs också framöver.");
        assertThat(only(number).calledFor()).isNull();

        // From now on it is a measure like others.
        followUp(OFFICER, number, "REASSESS");
        assess(number, "HIGH");
        assertThat(only(number).calledFor()).isNull();
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(swedish("2026-12-20T16:30"));
        assertThatThrownBy(() -> measures.proposeAcute(number, "ESKORT", "Nu igen.", OFFICER))
                .hasMessageContaining("measure.assessedAlready");
    }

    @Test
    void an_acute_step_that_is_in_place_only_after_the_assessment_is_reviewed_at_once() {
        String number = caseInAssessment("ledamot-namnd", "GRUNDSKOLENAMNDEN", OFFICER);
        measures.proposeAcute(number, "ESKORT", "Mötet är i kväll.", OFFICER);
        approve(number, "2026-12-10");
        assess(number, "HIGH");
        confirmMeasure(OFFICER, number);
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(clock.instant());
    }

    // --- when it must be decided upon before its day

    @Test
    void when_the_level_drops_everything_that_protects_must_be_decided_upon_now() {
        String number = protectedCase("HIGH");
        measures.propose(number, "ESKORT", null, OFFICER);
        followUp(OFFICER, number, "REASSESS");
        assess(number, "ELEVATED");

        Measure alarm = measures.of(number).get(0);
        assertThat(alarm.calledFor()).isEqualTo(Measure.Called.LEVEL_DROPPED);
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(clock.instant());
        assertThat(dueAt(number, "boundaryEvent_reviewDue")).isEqualTo(clock.instant());
        assertThat(timeline(number)).contains(EventKind.MEASURE_CALLED_LEVEL_DROPPED);
        // What nobody has decided yet protects nobody.
        assertThat(measures.of(number).get(1).calledFor()).isNull();
    }

    @Test
    void a_level_that_stays_or_rises_moves_no_review() {
        for (String level : new String[] {"ELEVATED", "HIGH"}) {
            String number = protectedCase("ELEVATED");
            followUp(OFFICER, number, "REASSESS");
            assess(number, level);
            assertThat(only(number).calledFor()).isNull();
            assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(swedish("2026-12-10T16:30"));
        }
    }

    @Test
    void when_the_case_is_to_be_closed_everything_that_protects_must_be_decided_upon_now() {
        String number = protectedCase("LOW");
        followUp(OFFICER, number, "PREPARE_CLOSE");

        assertThat(only(number).calledFor()).isEqualTo(Measure.Called.CASE_CLOSING);
        assertThat(taskDue(number, "userTask_reviewMeasure")).isEqualTo(clock.instant());
        assertThat(openTasks(number)).contains("userTask_followUp");
        assertThatThrownBy(() -> close(OFFICER, number)).hasMessageContaining("close.measureInForce");
        review(number, "measureReview", "END", "reason", "Behovet är borta.");
        close(OFFICER, number);
        assertThat(openTasks(number)).doesNotContain("userTask_followUp", "userTask_reviewMeasure");
        assertThatThrownBy(() -> measures.propose(number, "ESKORT", null, OFFICER))
                .hasMessageContaining("measure.caseClosed");
    }

    // --- when nobody reviews it

    @Test
    void a_passed_review_is_told_the_owner_and_then_the_deputy() {
        String number = protectedCase("ELEVATED");
        assertThat(dueAt(number, "boundaryEvent_reviewDue")).isEqualTo(swedish("2026-12-10T16:30"));
        assertThat(dueAt(number, "boundaryEvent_reviewOverdue")).isEqualTo(swedish("2026-12-11T16:30"));

        timeComesFor(number, "boundaryEvent_reviewDue");
        assertThat(mail(number, "REVIEW_REMINDER")).contains(OFFICER);
        assertThat(mail(number, "REVIEW_ESCALATED")).isEmpty();
        timeComesFor(number, "boundaryEvent_reviewOverdue");
        assertThat(mail(number, "REVIEW_ESCALATED")).containsExactly("lsa-grundskola-ersattare");
        assertThat(timeline(number)).contains(EventKind.MEASURE_REVIEW_REMINDED, EventKind.MEASURE_REVIEW_OVERDUE);
        // It protects until somebody decides, and the duty stays where it was.
        assertThat(only(number).state()).isEqualTo(Measure.State.IN_FORCE);
        assertThat(groupsOf(number, "userTask_reviewMeasure")).containsExactly("lsa-GRUNDSKOLENAMNDEN");
    }

    @Test
    void where_the_department_has_the_case_its_head_is_told() {
        String number = caseInFollowUp("ledamot-kf", "KF", "sob-1", "HIGH");
        measures.propose(number, "HEMLARM", null, "sob-1");
        measureInForce("sob-1", number, "2026-12-10");
        timeComesFor(number, "boundaryEvent_reviewDue");
        timeComesFor(number, "boundaryEvent_reviewOverdue");
        assertThat(mail(number, "REVIEW_REMINDER")).contains("sob-1", "sob-2");
        assertThat(mail(number, "REVIEW_ESCALATED")).containsExactly("sob-chef");
    }

    @Test
    void each_review_is_reminded_of_for_itself() {
        String number = protectedCase("ELEVATED");
        timeComesFor(number, "boundaryEvent_reviewDue");
        review(number, "measureReview", "EXTEND", "reviewAt", "2026-12-20", "reason", "Fortsatt behov.");
        timeComesFor(number, "boundaryEvent_reviewDue");
        assertThat(mail(number, "REVIEW_REMINDER").stream().filter(OFFICER::equals))
                .hasSize(2);
    }

    // --- and the rest

    @Test
    void a_case_is_not_closed_over_a_measure_that_is_undecided_or_on_its_way() {
        String number = boardCase("LOW");
        measures.propose(number, "SAMTALSSTOD", null, OFFICER);
        assertThatThrownBy(() -> close(OFFICER, number)).hasMessageContaining("close.measureProposed");
        approve(number, "2026-12-10");
        assertThatThrownBy(() -> close(OFFICER, number)).hasMessageContaining("close.measureOnItsWay");
    }

    @Test
    void a_task_is_about_what_it_was_created_for_whatever_is_typed_past_its_form() {
        String mine = boardCase("HIGH");
        String other = caseInFollowUp("ersattare-bolag", "LISEBERG", "lsa-liseberg", "HIGH");
        measures.propose(mine, "HEMLARM", null, OFFICER);
        measures.propose(other, "ESKORT", null, "lsa-liseberg");
        complete(
                OFFICER,
                mine,
                "userTask_decideMeasure",
                "measureDecision",
                "REJECTED",
                "reason",
                "Nej.",
                "subjectId",
                only(other).id().toString(),
                "level",
                "ACUTE");
        assertThat(only(mine).state()).isEqualTo(Measure.State.REJECTED);
        assertThat(only(other).state()).isEqualTo(Measure.State.PROPOSED);
    }

    @Test
    void the_catalogue_says_who_usually_provides_each_kind() {
        assertThat(measures.catalogue()).hasSizeGreaterThanOrEqualTo(11).allSatisfy(kind -> assertThat(kind.provider())
                .isNotNull());
        assertThat(measures.catalogue())
                .filteredOn(kind -> kind.code().equals("SKYDDADE_PERSONUPPGIFTER"))
                .extracting("provider")
                .containsExactly(Measure.Provider.OTHER_AUTHORITY);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void each_step_is_an_event_of_the_case(Step step) {
        assertThat(step.event().name()).endsWith(step.name());
    }

    @Test
    void a_report_alone_gives_no_measure() {
        String number =
                report("ledamot-kf", AReport.about("KF").kind(Kind.THREAT)).caseNumber();
        assertThat(measures.of(number)).isEmpty();
    }
}
