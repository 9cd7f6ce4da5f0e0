package se.varna.assessment.process;

import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Sight;
import se.varna.assessment.Assessments;
import se.varna.assessment.Factor;
import se.varna.assessment.LevelDecision;
import se.varna.assessment.LevelTable;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.common.Labels;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;

/** The steps and the task about the assessment in {@code incident-handling.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AssessmentSteps {

    @Bean
    CaseStep startDecided(Assessments assessments) {
        return CaseStep.doing(assessments::startDecided);
    }

    @Bean
    CaseStep remindAssessment(Assessments assessments) {
        return CaseStep.doing(assessments::remind);
    }

    /** The timer's moment, asked by the model. */
    @Component("assessmentDeadlines")
    public static class AssessmentDeadlines {

        private final Assessments assessments;

        AssessmentDeadlines(Assessments assessments) {
            this.assessments = assessments;
        }

        public Date overdueAt(DelegateExecution execution) {
            return Date.from(assessments.dueAt(execution.getProcessBusinessKey()));
        }
    }

    /** <i>Bedöm händelsen</i>. */
    @Component
    static class AssessIncident implements TaskWork {

        private final Assessments assessments;

        AssessIncident(Assessments assessments) {
            this.assessments = assessments;
        }

        @Override
        public String taskKey() {
            return "userTask_assessIncident";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return assessments.terms(task.caseNumber());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Level level = input.requiredChoice("level", Level.class);
            String reason = input.requiredText("reason", 1);
            Set<Factor> factors = input.choices("factors", Factor.class);
            var orders = new LevelDecision.Orders(
                    input.flag("startPoliceReferral"),
                    input.texts("measures"),
                    input.flag("proposeConsultation"),
                    input.flag("informParty"));
            input.problems().refuseIfAny();
            assessments.assess(task.caseNumber(), level, factors, reason, orders, actor);
            return Map.of(Variables.LEVEL, level.name());
        }
    }

    /** What the table recommends and why, for the assessor. */
    @Component
    static class RecommendationContent implements FormContent {

        private final Assessments assessments;
        private final CaseFiles cases;
        private final Labels labels;

        RecommendationContent(Assessments assessments, CaseFiles cases, Labels labels) {
            this.assessments = assessments;
            this.cases = cases;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "recommendation";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            LevelTable.Recommendation recommendation = assessments.recommend(task.caseNumber(), Set.of());
            String level = labels.of(recommendation.level());
            // The table counts with everything that was told; its reasons would tell it.
            return cases.showsAllTold(task.caseNumber(), sight)
                    ? labels.text(
                            "form.recommendation",
                            level,
                            recommendation.reasons().stream().collect(Collectors.joining("\n- ", "- ", "")))
                    : labels.text("form.recommendation.withheld", level);
        }
    }
}
