package se.varna.contact.process;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Report;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.contact.FirstContact;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;

/** The steps and the task of {@code first-contact.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ContactSteps {

    @Bean
    CaseStep setProvisionalLevel(FirstContact contact) {
        return (caseNumber, subject) -> Map.of(
                Variables.LEVEL,
                contact.setProvisionalLevel(caseNumber).name(),
                Variables.ACUTE_DANGER,
                contact.alertsSupportLine(caseNumber));
    }

    @Bean
    CaseStep recalculateLevel(FirstContact contact) {
        return (caseNumber, subject) ->
                Map.of(Variables.LEVEL, contact.recalculateLevel(caseNumber).name());
    }

    @Bean
    CaseStep raiseAlert(FirstContact contact) {
        return CaseStep.doing(contact::raiseAlert);
    }

    @Bean
    CaseStep remindContact(FirstContact contact) {
        return CaseStep.doing(contact::remind);
    }

    @Bean
    CaseStep escalateToDeputy(FirstContact contact) {
        return CaseStep.doing(contact::escalateToDeputy);
    }

    @Bean
    CaseStep escalateToSob(FirstContact contact) {
        return CaseStep.doing(contact::escalateToSob);
    }

    /** The timers' moments, asked by the model. */
    @Component("contactDeadlines")
    public static class ContactDeadlines {

        private final FirstContact contact;

        ContactDeadlines(FirstContact contact) {
            this.contact = contact;
        }

        public Date reminderAt(DelegateExecution execution) {
            return Date.from(contact.reminderAt(execution.getProcessBusinessKey()));
        }

        public Date overdueAt(DelegateExecution execution) {
            return Date.from(contact.overdueAt(execution.getProcessBusinessKey()));
        }

        public Date overdueTwiceAt(DelegateExecution execution) {
            return Date.from(contact.overdueTwiceAt(execution.getProcessBusinessKey()));
        }
    }

    /** <i>Kontakta den utsatta</i>. */
    @Component
    static class ContactExposed implements TaskWork {

        private enum Outcome {
            REACHED,
            NOT_REACHED
        }

        private final FirstContact contact;

        ContactExposed(FirstContact contact) {
            this.contact = contact;
        }

        @Override
        public String taskKey() {
            return "userTask_contactExposed";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.CALL);
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return contact.terms(task.caseNumber());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Outcome outcome = input.requiredChoice("contactOutcome", Outcome.class);
            String note = input.requiredText("note", 1);
            input.problems().refuseIfAny();
            contact.recordAttempt(task.caseNumber(), outcome == Outcome.REACHED, note, actor);
            return Map.of(Variables.CONTACT_OUTCOME, outcome.name());
        }
    }

    /** Whom to call and how, for the one who calls. */
    @Component
    static class ContactCard implements FormContent {

        private final CaseFiles cases;
        private final Directory directory;
        private final Labels labels;

        ContactCard(CaseFiles cases, Directory directory, Labels labels) {
            this.cases = cases;
            this.directory = directory;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "contactCard";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            CaseFile file = cases.get(task.caseNumber());
            Report.Answers answers = cases.answers(task.caseNumber());
            String who = cases.nameOfExposed(file).orElse(labels.text("exposed.unknown"));
            boolean reachable = sight.shows(Part.CONTACT, file.receivedAt());
            return labels.text(
                    "form.contactCard",
                    Markdown.plain(who),
                    reachable ? Markdown.plain(reachAt(file, answers, sight)) : labels.text("form.withheld.contact"),
                    labels.text(reachable && answers.voicemailAllowed() ? "voicemail.allowed" : "voicemail.notAllowed"),
                    labels.of(file.level()),
                    labels.moment(file.contactDueAt()),
                    sight.shows(Part.DESCRIPTION, file.receivedAt())
                            ? Markdown.quote(answers.description())
                            : labels.text("form.withheld.description"));
        }

        private String reachAt(CaseFile file, Report.Answers answers, Sight sight) {
            return Optional.ofNullable(answers.reachAt())
                    .or(() -> file.exposed().flatMap(directory::person).map(Person::phone))
                    .or(() -> Optional.of(file.reporter())
                            .filter(reporter -> sight.shows(Part.PERSONS, file.receivedAt()))
                            .flatMap(directory::person)
                            .map(Person::phone)
                            .map(phone -> labels.text("contact.reportersPhone", phone)))
                    .orElse(labels.text("contact.noPhone"));
        }
    }
}
