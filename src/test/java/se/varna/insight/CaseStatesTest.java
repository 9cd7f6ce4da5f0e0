package se.varna.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.casefile.Phase;
import se.varna.insight.CaseStates.Kept;
import se.varna.insight.CaseStates.State;

/** Cases by state and deadlines kept. Other tests have cases too, so each looks at what its own case has added. */
class CaseStatesTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String UNIT = "GRUNDSKOLENAMNDEN";

    /** Later than any deadline here. */
    private static final Instant FAR_LATER = swedish("2027-06-01T10:00");

    @Autowired
    CaseStates states;

    @Test
    void a_case_is_counted_where_it_stands_and_is_late_when_its_deadline_has_passed() {
        Instant now = clock.instant();
        for (Phase phase : Phase.OF_INCIDENT) {
            State before = state(phase, now);
            State beforeLater = state(phase, FAR_LATER);
            caseIn(phase);
            State after = state(phase, now);
            State afterLater = state(phase, FAR_LATER);

            assertThat(after.cases()).as(phase.name()).isEqualTo(before.cases() + 1);
            assertThat(after.late()).as(phase.name()).isEqualTo(before.late());
            assertThat(afterLater.late())
                    .as(phase + " later")
                    .isEqualTo(beforeLater.late() + (phase == Phase.CLOSED ? 0 : 1));
        }
    }

    @Test
    void what_was_closed_before_the_period_is_not_counted() {
        caseIn(Phase.CLOSED);

        assertThat(states.states(swedish("2200-01-01T00:00"), clock.instant())).contains(new State(Phase.CLOSED, 0, 0));
    }

    @Test
    void a_first_contact_is_kept_when_it_was_made_in_time_and_broken_when_made_late_or_not_at_all() {
        Kept before = deadline(Phase.FIRST_CONTACT, FAR_LATER);
        caseIn(Phase.ASSESSMENT);
        Kept inTime = deadline(Phase.FIRST_CONTACT, FAR_LATER);
        assertThat(inTime).isEqualTo(new Kept(Phase.FIRST_CONTACT, before.kept() + 1, before.broken()));

        String late = caseIn(Phase.FIRST_CONTACT);
        Kept notMade = deadline(Phase.FIRST_CONTACT, FAR_LATER);
        assertThat(notMade).isEqualTo(new Kept(Phase.FIRST_CONTACT, inTime.kept(), inTime.broken() + 1));

        clock.set(file(late).contactDueAt().plusSeconds(60));
        complete(OFFICER, late, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Sent.");
        assertThat(deadline(Phase.FIRST_CONTACT, FAR_LATER)).isEqualTo(notMade);
    }

    @Test
    void an_assessment_and_a_follow_up_are_kept_when_done_in_time() {
        for (Phase phase : List.of(Phase.ASSESSMENT, Phase.FOLLOW_UP)) {
            String number = caseIn(phase);
            Kept before = deadline(phase, clock.instant());

            finish(phase, number);

            assertThat(deadline(phase, clock.instant())).isEqualTo(new Kept(phase, before.kept() + 1, before.broken()));
        }
    }

    @Test
    void an_assessment_and_a_follow_up_are_broken_as_soon_as_they_are_late_and_stay_so() {
        Instant start = clock.instant();
        for (Phase phase : List.of(Phase.ASSESSMENT, Phase.FOLLOW_UP)) {
            clock.set(start);
            Instant due = taskDue(caseIn(phase), taskOf(phase));
            Kept others = deadline(phase, due.plusSeconds(60));
            clock.set(start);
            String number = caseIn(phase);
            clock.set(due.plusSeconds(60));

            Kept open = deadline(phase, clock.instant());
            assertThat(open).isEqualTo(new Kept(phase, others.kept(), others.broken() + 1));
            finish(phase, number);
            assertThat(deadline(phase, clock.instant())).isEqualTo(open);
        }
    }

    private String caseIn(Phase phase) {
        String exposed = newMember(UNIT);
        return switch (phase) {
            case FIRST_CONTACT ->
                report(exposed, AReport.about(UNIT).kind(Kind.THREAT)).caseNumber();
            case ASSESSMENT -> caseInAssessment(exposed, UNIT, OFFICER);
            case FOLLOW_UP -> caseInFollowUp(exposed, UNIT, OFFICER, "LOW");
            case CLOSED -> {
                String number = caseInFollowUp(exposed, UNIT, OFFICER, "LOW");
                close(OFFICER, number);
                yield number;
            }
            case PLANNING, PLANNED, ANSWERING -> throw new IllegalArgumentException(phase + " is of no incident");
        };
    }

    private void finish(Phase phase, String number) {
        if (phase == Phase.ASSESSMENT) {
            String reason = "Sammanvägd bedömning efter samtal med den utsatta.";
            complete(OFFICER, number, taskOf(phase), "level", "LOW", "reason", reason);
        } else {
            close(OFFICER, number);
        }
    }

    private static String taskOf(Phase phase) {
        return phase == Phase.ASSESSMENT ? "userTask_assessIncident" : "userTask_followUp";
    }

    private State state(Phase phase, Instant now) {
        return states.states(aYearAgo(), now).stream()
                .filter(state -> state.phase() == phase)
                .findFirst()
                .orElseThrow();
    }

    private Kept deadline(Phase phase, Instant now) {
        return states.deadlines(aYearAgo(), now).stream()
                .filter(kept -> kept.phase() == phase)
                .findFirst()
                .orElseThrow();
    }

    private static Instant aYearAgo() {
        return swedish(TUESDAY_MORNING).minus(Duration.ofDays(365));
    }
}
