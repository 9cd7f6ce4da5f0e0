package se.varna.consultation.process;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.consultation.Consultation;
import se.varna.consultation.Consultations;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;

/** The steps and tasks of {@code consultation.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ConsultationSteps {

    @Bean
    CaseStep transferCase(Consultations consultations) {
        return (caseNumber, consultation) -> {
            consultations.transfer(consultation);
            return Map.of();
        };
    }

    @Bean
    CaseStep remindStatement(Consultations consultations) {
        return (caseNumber, consultation) -> {
            consultations.remindStatement(consultation);
            return Map.of();
        };
    }

    /** The timer's moment, asked by the model. */
    @Component("consultationDeadlines")
    public static class ConsultationDeadlines {

        private final Consultations consultations;

        ConsultationDeadlines(Consultations consultations) {
            this.consultations = consultations;
        }

        public Date statementDueAt(DelegateExecution execution) {
            return Date.from(
                    consultations.dueAt(UUID.fromString((String) execution.getVariable(Variables.SUBJECT_ID))));
        }
    }

    /** <i>Yttra dig om övertagandet</i>. */
    @Component
    static class StateConsultation implements TaskWork {

        private final Consultations consultations;

        StateConsultation(Consultations consultations) {
            this.consultations = consultations;
        }

        @Override
        public String taskKey() {
            return "userTask_stateConsultation";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return consultations.terms(task.subjectId(), taskKey());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            String statement = input.requiredText("statement", 1);
            var ground = input.requiredChoice("secrecyGround", SecrecyGround.class);
            input.problems().refuseIfAny();
            consultations.state(task.subjectId(), statement, ground, input.flag("signed"), actor);
            return Map.of();
        }
    }

    /** <i>Ta ställning till övertagandet</i>. */
    @Component
    static class DecideConsultation implements TaskWork {

        private final Consultations consultations;

        DecideConsultation(Consultations consultations) {
            this.consultations = consultations;
        }

        @Override
        public String taskKey() {
            return "userTask_decideConsultation";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.ANSWER_CONSULTATION);
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return consultations.terms(task.subjectId(), taskKey());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var answer = input.requiredChoice("consultationAnswer", Consultation.Answer.class);
            String reason = input.requiredText("reason", 1);
            input.problems().refuseIfAny();
            consultations.answer(task.subjectId(), answer, reason, input.flag("signed"), actor);
            return Map.of(Variables.CONSULTATION_ANSWER, answer.name());
        }
    }

    /** The proposal, the statement and the latest answer. */
    @Component
    static class ConsultationContent implements FormContent {

        private final Consultations consultations;
        private final Labels labels;

        ConsultationContent(Consultations consultations, Labels labels) {
            this.consultations = consultations;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "consultation";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            Consultation consultation = consultations.get(task.subjectId());
            return labels.text(
                    "form.consultation",
                    Markdown.quote(consultation.reason()),
                    consultation.statement() == null
                            ? labels.text("form.consultation.noStatement")
                            : Markdown.quote(consultation.statement()),
                    consultation.answerReason() == null
                            ? labels.text("form.consultation.noAnswer")
                            : Markdown.quote(consultation.answerReason()));
        }
    }
}
