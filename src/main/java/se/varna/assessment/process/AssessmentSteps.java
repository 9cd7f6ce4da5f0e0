package se.varna.assessment.process;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Sight;
import se.varna.assessment.Assessments;
import se.varna.assessment.Factor;
import se.varna.assessment.LevelDecision;
import se.varna.assessment.LevelTable;
import se.varna.assessment.Pattern;
import se.varna.assessment.PatternTexts;
import se.varna.assessment.Patterns;
import se.varna.assessment.Repeated;
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
        private final Patterns patterns;
        private final PatternTexts texts;
        private final CaseFiles cases;
        private final Labels labels;
        private final String baseUrl;

        RecommendationContent(
                Assessments assessments,
                Patterns patterns,
                PatternTexts texts,
                CaseFiles cases,
                Labels labels,
                @Value("${varna.base-url}") String baseUrl) {
            this.assessments = assessments;
            this.patterns = patterns;
            this.texts = texts;
            this.cases = cases;
            this.labels = labels;
            this.baseUrl = baseUrl;
        }

        @Override
        public String name() {
            return "recommendation";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            Repeated repeated = patterns.of(task.caseNumber(), sight);
            LevelTable.Recommendation recommendation = assessments.recommend(task.caseNumber(), repeated);
            String level = labels.of(recommendation.level());
            // The table counts with everything that was told; its reasons would tell it.
            String recommended = cases.showsAllTold(task.caseNumber(), sight)
                    ? labels.text("form.recommendation", level, listed(recommendation.reasons()))
                    : labels.text("form.recommendation.withheld", level);
            List<String> repetition = repetition(repeated);
            return repetition.isEmpty()
                    ? recommended
                    : recommended + labels.text("form.repetition", listed(repetition));
        }

        private List<String> repetition(Repeated repeated) {
            List<String> said = new ArrayList<>();
            for (Pattern pattern : repeated.patterns()) {
                String earlier = pattern.earlier().stream()
                        .map(each -> labels.text(
                                "form.repetition.earlier",
                                each.caseNumber(),
                                baseUrl + "/arenden/" + each.caseNumber()))
                        .collect(Collectors.joining(", "));
                said.add(labels.text("form.repetition.pattern", texts.sentence(pattern), earlier));
            }
            if (repeated.elsewhere()) {
                said.add(labels.text("form.repetition.elsewhere"));
            }
            return said;
        }

        private static String listed(List<String> lines) {
            return lines.stream().collect(Collectors.joining("\n- ", "- ", ""));
        }
    }
}
