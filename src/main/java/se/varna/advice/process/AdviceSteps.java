package se.varna.advice.process;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Part;
import se.varna.advice.Advice;
import se.varna.advice.SecurityQuestion;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Report;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.TypedStart;
import se.varna.engine.Variables;
import se.varna.reporting.Reporting;

/** The start, the steps and the task of {@code security-advice.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AdviceSteps {

    @Bean
    CaseStep setQuestionDeadline(Advice advice) {
        return CaseStep.doing(advice::setDeadline);
    }

    @Bean
    CaseStep confirmQuestion(Advice advice) {
        return CaseStep.doing(advice::confirm);
    }

    @Bean
    CaseStep remindQuestion(Advice advice) {
        return CaseStep.doing(advice::remind);
    }

    @Bean
    CaseStep escalateQuestion(Advice advice) {
        return CaseStep.doing(advice::escalate);
    }

    @Bean
    CaseStep escalateQuestionToSob(Advice advice) {
        return CaseStep.doing(advice::escalateToSob);
    }

    @Bean
    CaseStep endQuestion(Advice advice) {
        return CaseStep.doing(advice::end);
    }

    /** Takes a question in that was typed in Tasklist. */
    @Bean
    ExecutionListener registerQuestion(Advice advice, Reporting reporting) {
        return new TypedStart(
                reporting::awaitsProcess,
                (input, person) -> advice.register(SecurityQuestion.of(input), person),
                reporting::carry);
    }

    /** The timers' moments, asked by the model. */
    @Component("questionDeadlines")
    public static class QuestionDeadlines {

        private final Advice advice;

        QuestionDeadlines(Advice advice) {
            this.advice = advice;
        }

        public Date dueAt(DelegateExecution execution) {
            return after(1, execution);
        }

        public Date overdueAt(DelegateExecution execution) {
            return after(2, execution);
        }

        public Date overdueTwiceAt(DelegateExecution execution) {
            return after(3, execution);
        }

        private Date after(int times, DelegateExecution execution) {
            return Date.from(advice.dueAt(execution.getProcessBusinessKey(), times));
        }
    }

    /** <i>Besvara frågan</i>. */
    @Component
    static class AnswerQuestion implements TaskWork {

        private enum Outcome {
            ANSWER,
            ALREADY_ANSWERED,
            INCIDENT,
            PLANNED_EVENT
        }

        private final Advice advice;

        AnswerQuestion(Advice advice) {
            this.advice = advice;
        }

        @Override
        public String taskKey() {
            return "userTask_answerQuestion";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.WRITE_MESSAGE);
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return advice.terms(task.caseNumber());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Outcome outcome = input.requiredChoice("outcome", Outcome.class);
            input.problems().refuseIfAny();
            String number = task.caseNumber();
            switch (outcome) {
                case ANSWER -> advice.answer(number, input.text("text"), actor);
                case ALREADY_ANSWERED -> advice.answeredBefore(number);
                case INCIDENT -> advice.becomesIncident(number, input.text("added"), input.flag("acuteDanger"), actor);
                case PLANNED_EVENT -> {
                    OffsetDateTime starts = input.time("startsAt");
                    input.problems().refuseIfAny();
                    advice.becomesPlannedEvent(number, input.text("title"), starts, actor);
                }
            }
            return Map.of(Variables.ADVICE_OUTCOME, outcome.name());
        }
    }

    /** The question, as far as the one who is to answer may see it. */
    @Bean
    FormContent questionContent(CaseFiles cases, Directory directory, Labels labels) {
        return FormContent.of("securityQuestion", (task, sight) -> {
            CaseFile file = cases.get(task.caseNumber());
            Report.Answers answers = cases.answers(file.number());
            String reachAt = answers.reachAt() == null ? "–" : Markdown.plain(answers.reachAt());
            return labels.text(
                    "form.question",
                    file.number(),
                    Markdown.plain(cases.nameOfExposed(file).orElse(labels.text("exposed.unknown"))),
                    labels.moment(file.receivedAt()),
                    directory.unit(answers.unit()).map(Unit::name).orElse("–"),
                    sight.shows(Part.CONTACT, file.receivedAt()) ? reachAt : labels.text("form.withheld.contact"),
                    sight.shows(Part.DESCRIPTION, file.receivedAt())
                            ? Markdown.quote(answers.description())
                            : labels.text("form.withheld.description"));
        });
    }
}
