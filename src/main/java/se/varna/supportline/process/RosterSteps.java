package se.varna.supportline.process;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.common.Sweden;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.supportline.RosterGaps;

/** The step of {@code roster-watch.bpmn}, and the step and the task of {@code roster-gap.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RosterSteps {

    @Bean
    JavaDelegate lookForRosterGaps(RosterGaps gaps) {
        return execution -> gaps.follow();
    }

    @Bean
    CaseStep remindRosterGap(RosterGaps gaps) {
        return CaseStep.about(gaps::remind);
    }

    /** The timer's moment, asked by the model. */
    @Component("rosterDeadlines")
    public static class RosterDeadlines {

        private final RosterGaps gaps;

        RosterDeadlines(RosterGaps gaps) {
            this.gaps = gaps;
        }

        public Date remindAt(DelegateExecution execution) {
            return Date.from(gaps.remindAt(CaseStep.subjectOf(execution)));
        }
    }

    /** <i>Fyll luckan i vaktlistan</i>: the task belongs to no case. */
    @Component
    static class FillRosterGap implements TaskWork {

        private final RosterGaps gaps;

        FillRosterGap(RosterGaps gaps) {
            this.gaps = gaps;
        }

        @Override
        public String taskKey() {
            return "userTask_fillRosterGap";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.empty();
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return gaps.terms(task.subjectId());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            String reason = input.requiredText("reason", RosterGaps.SHORTEST_REASON);
            input.problems().refuseIfAny();
            gaps.leave(task.subjectId(), reason, actor);
            return Map.of();
        }
    }

    /** Which hours nobody has, and where somebody is given them. */
    @Component
    static class RosterGapContent implements FormContent {

        private final RosterGaps gaps;
        private final Labels labels;
        private final String baseUrl;

        RosterGapContent(RosterGaps gaps, Labels labels, @Value("${varna.base-url}") String baseUrl) {
            this.gaps = gaps;
            this.labels = labels;
            this.baseUrl = baseUrl;
        }

        @Override
        public String name() {
            return "rosterGap";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            String hours = gaps.uncovered(task.subjectId()).stream()
                    .map(gap -> labels.text(
                            gap.staffed() ? "form.rosterGap.staffed" : "form.rosterGap.company",
                            labels.moment(gap.startsAt()),
                            labels.moment(gap.endsAt())))
                    .collect(Collectors.joining("\n"));
            return labels.text(
                    "form.rosterGap",
                    hours,
                    baseUrl
                            + "/stodtelefon/vakter?dag="
                            + gaps.startsAt(task.subjectId())
                                    .atZone(Sweden.TIME)
                                    .toLocalDate());
        }
    }
}
