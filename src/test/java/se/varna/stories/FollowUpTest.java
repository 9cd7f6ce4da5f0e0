package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.OpenMatters.OpenMatter;
import se.varna.casefile.Phase;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.followup.FollowUp;
import se.varna.followup.Following;
import se.varna.measures.Measures;
import se.varna.police.PoliceReferrals;

/** The contact with the exposed person after the assessment: what is asked, what follows, and what it takes to close. */
class FollowUpTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";

    @Autowired
    Following following;

    @Autowired
    Measures measures;

    @Autowired
    PoliceReferrals referrals;

    @Autowired
    ProblemTexts texts;

    private String boardCase(String level) {
        return caseInFollowUp(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", OFFICER, level);
    }

    private void talk(String number, Object... typed) {
        complete(OFFICER, number, "userTask_followUp", typed);
    }

    // --- what is asked

    @Test
    void what_the_exposed_person_answers_is_kept_question_by_question() {
        String number = boardCase("LOW");
        talk(
                number,
                "wellbeing",
                "Sover dåligt.",
                "moreHappened",
                "NO",
                "measuresWork",
                "PARTLY",
                "affectsDuty",
                "MUCH",
                "note",
                "Går inte på möten ensam.",
                "followUpOutcome",
                "CONTINUE");

        FollowUp made = following.of(number).get(0);
        assertThat(made.by()).isEqualTo(OFFICER);
        assertThat(made.wellbeing()).isEqualTo("Sover dåligt.");
        assertThat(made.moreHappened()).isFalse();
        assertThat(made.measuresWork()).isEqualTo(FollowUp.Working.PARTLY);
        assertThat(made.affectsDuty()).isEqualTo(FollowUp.Effect.MUCH);
        assertThat(made.note()).isEqualTo("Går inte på möten ensam.");
        assertThat(made.outcome()).isEqualTo(FollowUp.Outcome.CONTINUE);
        assertThat(openTasks(number)).contains("userTask_followUp");
    }

    @Test
    void every_question_is_answered_and_all_that_is_missing_is_said_at_once() {
        String number = boardCase("LOW");
        assertThatThrownBy(() -> talk(number, "note", "Vi hördes."))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting("field")
                        .containsExactly(
                                "wellbeing", "moreHappened", "measuresWork", "affectsDuty", "followUpOutcome"));
        assertThat(following.of(number)).isEmpty();
    }

    // --- more has happened

    @Test
    void when_more_has_happened_it_is_new_information_and_the_case_is_assessed_again_by_one_who_has_read_it() {
        String number = boardCase("LOW");
        Object[] answers = {"wellbeing", "Rädd.", "measuresWork", "NONE", "affectsDuty", "SOME", "moreHappened", "YES"};
        assertThatThrownBy(() -> talk(number, answers)).hasMessageContaining("whatHappened: required");
        assertThatThrownBy(() -> talk(number, and(answers, "whatHappened", "Ett brev.", "followUpOutcome", "CONTINUE")))
                .hasMessageContaining("followUp.reassess");

        later(Duration.ofMinutes(1));
        talk(number, and(answers, "whatHappened", "Ett brev med en kula.", "indicators", List.of("WEAPON")));
        assertThat(cases.information(number)).singleElement().satisfies(told -> {
            assertThat(told.text()).isEqualTo("Ett brev med en kula.");
            assertThat(told.author()).isEqualTo(OFFICER);
            assertThat(told.indicators()).containsExactly(Indicator.WEAPON);
        });
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(instance(number, "incidentHandling")).isWaitingAt("userTask_assessIncident");

        Object[] assessment = {"level", "HIGH", "reason", "Vapen."};
        assertThatThrownBy(() -> complete(OFFICER, number, "userTask_assessIncident", assessment))
                .hasMessageContaining("assessment.unreadInformation");
        read(OFFICER, number);
        complete(OFFICER, number, "userTask_assessIncident", assessment);
        assertThat(file(number).followUps()).isZero();
    }

    private static Object[] and(Object[] answers, Object... more) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(answers), java.util.stream.Stream.of(more))
                .toArray();
    }

    // --- what follows

    @Test
    void several_measures_can_be_proposed_and_each_is_decided_by_itself() {
        String number = boardCase("LOW");
        followUp(OFFICER, number, "CONTINUE", "measures", List.of("HEMLARM", "ESKORT"));
        assertThat(measures.of(number)).extracting("kind").containsExactlyInAnyOrder("HEMLARM", "ESKORT");
        assertThat(measures.of(number)).allSatisfy(measure -> assertThat(measure.assessedAt())
                .isEqualTo(file(number).assessedAt()));
        assertThat(openTasks(number)).contains("userTask_decideMeasure", "userTask_decideMeasure", "userTask_followUp");

        assertThatThrownBy(() -> followUp(OFFICER, number, "CONTINUE", "measures", List.of("HUND")))
                .hasMessageContaining("measures: unknownChoice");
        assertThatThrownBy(() -> followUp(OFFICER, number, "REASSESS", "measures", List.of("ESKORT")))
                .hasMessageContaining("followUp.measuresKeepOpen");
    }

    @Test
    void the_officer_may_choose_a_day_of_their_own_within_the_levels_limit() {
        String number = boardCase("HIGH");
        // The next would come three days after the assessment; a day of one's own at most a week ahead.
        Following.Suggestion suggested = following.suggest(number);
        assertThat(suggested.due()).isEqualTo(swedish("2026-11-27T10:00"));
        assertThat(suggested.latest()).isEqualTo("2026-12-01");
        for (String day : new String[] {"2026-11-24", "2026-12-02"}) {
            assertThatThrownBy(() -> followUp(OFFICER, number, "CONTINUE", "nextDay", day))
                    .as(day)
                    .hasMessageContaining("followUp.dayWithin");
        }
        followUp(OFFICER, number, "CONTINUE", "nextDay", "2026-12-01");
        assertThat(taskDue(number, "userTask_followUp")).isEqualTo(swedish("2026-12-01T10:00"));
        assertThat(dueAt(number, "boundaryEvent_followUpDue")).isEqualTo(swedish("2026-12-01T10:00"));

        // What the table meant for a day that has passed is leapt.
        clock.set("2026-12-03T10:00");
        followUp(OFFICER, number, "CONTINUE");
        assertThat(taskDue(number, "userTask_followUp")).isEqualTo(swedish("2026-12-28T10:00"));
    }

    @Test
    void a_day_of_ones_own_is_a_weekday_where_the_levels_days_are() {
        String number = boardCase("LOW");
        assertThatThrownBy(() -> followUp(OFFICER, number, "CONTINUE", "nextDay", "2026-11-28"))
                .hasMessageContaining("followUp.weekday");
        String urgent = boardCase("ACUTE");
        clock.set("2026-11-27T10:00");
        followUp(OFFICER, urgent, "CONTINUE", "nextDay", "2026-11-28");
        assertThat(taskDue(urgent, "userTask_followUp")).isEqualTo(swedish("2026-11-28T10:00"));
    }

    // --- closing

    @Test
    void everything_that_stands_in_the_way_of_closing_is_said_at_once_with_what_to_do_about_it() {
        String number = boardCase("LOW");
        measures.propose(number, "SAMTALSSTOD", null, OFFICER);
        measures.propose(number, "HEMLARM", null, OFFICER);

        assertThatThrownBy(() -> followUp(OFFICER, number, "CLOSE")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problems())
                    .extracting("field")
                    .containsExactly("closeOutcome", "closeReason", "told", "toldHow", null, null, null);
            assertThat(texts.text(refused.problems()))
                    .contains("Åtgärden Samtalsstöd väntar på beslut. Besluta om den under Uppgifter.")
                    .contains("Åtgärden Hemlarm väntar på beslut.")
                    .contains("Frågan om polisanmälan är inte besvarad. Prata med den utsatta")
                    .contains("Beskedet till den utsatta: Berätta för den utsatta");
        });
        assertThat(file(number).phase()).isEqualTo(Phase.FOLLOW_UP);
    }

    @Test
    void the_police_question_must_be_put_and_answered_whatever_the_answer() {
        String early = report(
                        "ledamot-namnd", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.HATE))
                .caseNumber();
        assertThat(referrals.openIn(early)).extracting(OpenMatter::code).containsExactly("policeNotAsked");
        assertThat(referrals.openIn(early)).allMatch(OpenMatter::blocksClosing);

        String number = boardCase("LOW");
        assertThat(referrals.openIn(number)).extracting(OpenMatter::code).containsExactly("policeUnanswered");
        Object[] closing = {"closeOutcome", "RESOLVED", "closeReason", "Klart.", "told", true, "toldHow", "I telefon."};
        assertThatThrownBy(() -> followUp(OFFICER, number, "CLOSE", closing)).hasMessage("close.policeUnanswered");
        complete(
                OFFICER, number, "userTask_advisePoliceReport", "policeDecision", "LATER", "declineReason", "A_TRIFLE");
        assertThat(referrals.openIn(number)).noneMatch(OpenMatter::blocksClosing);
        close(OFFICER, number);
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void how_the_exposed_person_was_told_and_why_it_was_closed_is_kept() {
        String number = boardCase("LOW");
        close(OFFICER, number, "closeOutcome", "NO_FURTHER_ACTION", "closeReason", "Lugnt.", "toldHow", "På ett möte.");
        FollowUp last = following.of(number).get(0);
        assertThat(last.closeOutcome()).isEqualTo(CloseOutcome.NO_FURTHER_ACTION);
        assertThat(last.closeReason()).isEqualTo("Lugnt.");
        assertThat(last.toldHow()).isEqualTo("På ett möte.");
        assertThat(file(number).closeOutcome()).isEqualTo(CloseOutcome.NO_FURTHER_ACTION);
    }

    @Test
    void a_tick_alone_does_not_tell_how() {
        String number = boardCase("LOW");
        assertThatThrownBy(() -> close(OFFICER, number, "toldHow", " ")).hasMessageContaining("close.toldHow");
        assertThatThrownBy(() -> close(OFFICER, number, "told", false)).hasMessageContaining("close.told");
    }
}
