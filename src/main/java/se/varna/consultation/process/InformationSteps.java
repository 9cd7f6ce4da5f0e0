package se.varna.consultation.process;

import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.consultation.Consultations;
import se.varna.consultation.InformationCopies;
import se.varna.consultation.InformationCopy;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Unit;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.FormOptions;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;

/** The steps and the task of {@code information-copy.bpmn}, and the step in {@code incident-handling} that leads there. */
@Configuration(proxyBeanMethods = false)
class InformationSteps {

    @Bean
    CaseStep informOthers(Responsibilities responsibilities, InformationCopies copies) {
        return CaseStep.doing(caseNumber -> {
            responsibilities.tellWorkers(caseNumber);
            copies.tellByDecision(caseNumber);
        });
    }

    @Bean
    CaseStep remindInformation(InformationCopies copies) {
        return CaseStep.about(copies::remind);
    }

    @Bean
    CaseStep escalateInformation(InformationCopies copies) {
        return CaseStep.about(copies::escalate);
    }

    /** The timers' moments, asked by the model. */
    @Component("informationDeadlines")
    public static class InformationDeadlines {

        private final InformationCopies copies;

        InformationDeadlines(InformationCopies copies) {
            this.copies = copies;
        }

        public Date dueAt(DelegateExecution execution) {
            return Date.from(copies.dueAt(CaseStep.subjectOf(execution)));
        }

        public Date overdueAt(DelegateExecution execution) {
            return Date.from(copies.overdueAt(CaseStep.subjectOf(execution)));
        }
    }

    /** <i>Ta del av information</i>. */
    @Component
    static class TakeInInformation implements TaskWork {

        private final InformationCopies copies;

        TakeInInformation(InformationCopies copies) {
            this.copies = copies;
        }

        @Override
        public String taskKey() {
            return "userTask_takeInInformation";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.ACKNOWLEDGE);
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return copies.terms(task.subjectId());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var answer = input.requiredChoice("informationAnswer", InformationCopy.Answer.class);
            input.problems().refuseIfAny();
            var proposal = new Consultations.Proposal(input.text("reason"), input.flag("movedToCouncil"), null);
            copies.answer(task.subjectId(), answer, input.text("advice"), proposal, actor);
            return Map.of();
        }
    }

    /** What can be answered: only Säkerhet och Beredskap proposes to take a case over (R29). */
    @Bean
    FormOptions informationAnswers(Directory directory, Labels labels) {
        return new FormOptions("informationAnswers", actor -> {
            Set<InformationCopy.Answer> answers = EnumSet.allOf(InformationCopy.Answer.class);
            if (!directory.groups(actor).contains(Groups.SECURITY_AND_PREPAREDNESS)) {
                answers.remove(InformationCopy.Answer.PROPOSE);
            }
            return Choice.of(answers, Enum::name, labels::of);
        });
    }

    /** Who, which unit, which level, whose, and why the reader is told; nothing of what has happened. */
    @Component
    static class CaseOutlineContent implements FormContent {

        private final InformationCopies copies;
        private final CaseFiles cases;
        private final Directory directory;
        private final FunctionNames names;
        private final Labels labels;

        CaseOutlineContent(
                InformationCopies copies, CaseFiles cases, Directory directory, FunctionNames names, Labels labels) {
            this.copies = copies;
            this.cases = cases;
            this.directory = directory;
            this.names = names;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "caseOutline";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            CaseFile file = cases.get(task.caseNumber());
            InformationCopy copy = copies.get(task.subjectId());
            String why = copy.reason();
            return labels.text(
                    copy.asksAdvice() ? "form.adviceAsked" : "form.caseOutline",
                    file.number(),
                    Markdown.plain(cases.nameOfExposed(file).orElse(labels.text("exposed.unknown"))),
                    Markdown.plain(directory
                            .unit(cases.answers(file.number()).unit())
                            .map(Unit::name)
                            .orElse("–")),
                    labels.of(file.level()),
                    Markdown.plain(names.name(file.owner())),
                    labels.moment(file.ownerSince()),
                    why == null ? labels.text("form.caseOutline.byDecision") : Markdown.quote(why));
        }
    }
}
