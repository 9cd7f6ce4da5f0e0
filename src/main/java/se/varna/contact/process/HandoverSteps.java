package se.varna.contact.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.contact.ContactAttempt;
import se.varna.contact.OnCall;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;

/** The steps and the task of {@code on-call-watch.bpmn}. */
@Configuration(proxyBeanMethods = false)
class HandoverSteps {

    @Bean
    CaseStep endOnCall(OnCall onCall) {
        return (caseNumber, handover) -> Map.of(Variables.HANDOVER_NEEDED, onCall.staffedAgain(caseNumber, handover));
    }

    @Bean
    CaseStep remindHandover(OnCall onCall) {
        return (caseNumber, handover) -> {
            onCall.remind(caseNumber, handover);
            return Map.of();
        };
    }

    @Bean
    CaseStep escalateHandover(OnCall onCall) {
        return (caseNumber, handover) -> {
            onCall.escalate(caseNumber, handover);
            return Map.of();
        };
    }

    /** The timers' moments, asked by the model. */
    @Component("handoverDeadlines")
    public static class HandoverDeadlines {

        private final OnCall onCall;

        HandoverDeadlines(OnCall onCall) {
            this.onCall = onCall;
        }

        public Date staffedAt(DelegateExecution execution) {
            return Date.from(onCall.endsAt(CaseStep.subjectOf(execution)));
        }

        public Date dueAt(DelegateExecution execution) {
            return Date.from(onCall.dueAt(CaseStep.subjectOf(execution)));
        }

        public Date overdueAt(DelegateExecution execution) {
            return Date.from(onCall.overdueAt(CaseStep.subjectOf(execution)));
        }
    }

    /** <i>Ta emot ärendet från jouren</i>. */
    @Component
    static class TakeOverFromOnCall implements TaskWork {

        private final OnCall onCall;

        TakeOverFromOnCall(OnCall onCall) {
            this.onCall = onCall;
        }

        @Override
        public String taskKey() {
            return "userTask_takeOverFromOnCall";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return onCall.terms(task.caseNumber(), task.subjectId());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            input.problems()
                    .addIf(!input.flag("taken"), "taken", "handover.taken")
                    .refuseIfAny();
            onCall.takeOver(task.caseNumber(), task.subjectId(), actor);
            return Map.of();
        }
    }

    /** What the on-call company did during the night, for those who take over. */
    @Component
    static class NightWork implements FormContent {

        private final OnCall onCall;
        private final CaseFiles cases;
        private final Directory directory;
        private final Labels labels;

        NightWork(OnCall onCall, CaseFiles cases, Directory directory, Labels labels) {
            this.onCall = onCall;
            this.cases = cases;
            this.directory = directory;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "nightWork";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            CaseFile file = cases.get(task.caseNumber());
            List<ContactAttempt> attempts = onCall.attempts(file.number(), task.subjectId());
            String done = attempts.stream().map(attempt -> said(attempt, sight)).collect(Collectors.joining("\n\n"));
            return labels.text(
                    "form.handover",
                    file.number(),
                    Markdown.plain(cases.nameOfExposed(file).orElse(labels.text("exposed.unknown"))),
                    labels.of(file.level()),
                    labels.text(
                            onCall.tookTheCall(task.subjectId()) ? "form.handover.call" : "form.handover.report",
                            labels.moment(file.receivedAt())),
                    labels.text(
                            file.contactedAt() == null ? "form.handover.notContacted" : "form.handover.contacted",
                            labels.moment(file.contactedAt() == null ? file.contactDueAt() : file.contactedAt())),
                    attempts.isEmpty() ? labels.text("form.handover.nothing") : done);
        }

        private String said(ContactAttempt attempt, Sight sight) {
            return labels.text(
                    attempt.reached() ? "form.handover.reached" : "form.handover.tried",
                    labels.moment(attempt.at()),
                    Markdown.plain(directory
                            .person(attempt.by())
                            .map(Person::displayName)
                            .orElse("–")),
                    sight.shows(Part.NOTES, attempt.at())
                            ? Markdown.quote(attempt.note())
                            : labels.text("form.withheld.reason"));
        }
    }
}
