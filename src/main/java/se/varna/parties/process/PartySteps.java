package se.varna.parties.process;

import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.directory.Person;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.parties.CheckPoint;
import se.varna.parties.PartyAnswer;
import se.varna.parties.PartyChecks;
import se.varna.parties.PartyFields;
import se.varna.parties.PartyRegister;
import se.varna.parties.PartyRegister.Said;
import se.varna.parties.PartyState;

/** The steps and tasks of {@code party-check.bpmn}, and the daily step that begins one. The business key is the party's code. */
@Configuration(proxyBeanMethods = false)
class PartySteps {

    @Bean
    JavaDelegate askParties(PartyChecks checks) {
        return execution -> checks.askThoseDue();
    }

    @Bean
    CaseStep remindParty(PartyChecks checks) {
        return CaseStep.doing(checks::remind);
    }

    @Bean
    CaseStep escalateParty(PartyChecks checks) {
        return CaseStep.doing(checks::escalate);
    }

    /** The timers' moments, asked by the model. */
    @Component("partyDeadlines")
    public static class PartyDeadlines {

        private final PartyChecks checks;

        PartyDeadlines(PartyChecks checks) {
            this.checks = checks;
        }

        public Date dueAt(DelegateExecution execution) {
            return Date.from(checks.dueAt(execution.getProcessBusinessKey()));
        }

        public Date overdueAt(DelegateExecution execution) {
            return Date.from(checks.overdueAt(execution.getProcessBusinessKey()));
        }
    }

    /** <i>Stämmer detta fortfarande?</i> */
    @Component
    static class ConfirmParty implements TaskWork {

        /** Whether everything is as it was. */
        enum Check {
            CONFIRM,
            CHANGE
        }

        private final PartyChecks checks;
        private final PartyRegister register;

        ConfirmParty(PartyChecks checks, PartyRegister register) {
            this.checks = checks;
            this.register = register;
        }

        @Override
        public String taskKey() {
            return "userTask_confirmParty";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.empty();
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return checks.termsOfAnswer(task.caseNumber());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Check check = input.requiredChoice("partyCheck", Check.class);
            Map<CheckPoint, Said> said = check == Check.CHANGE
                    ? PartyFields.read(input::text, input::choice)
                    : new EnumMap<>(CheckPoint.class);
            String reach = check == Check.CHANGE ? input.text(PartyFields.REACH) : null;
            input.problems().refuseIfAny();
            register.answerCheck(task.caseNumber(), said, reach, actor);
            return Map.of();
        }
    }

    /** <i>Kontakta partiet</i>. */
    @Component
    static class ContactParty implements TaskWork {

        private final PartyChecks checks;
        private final PartyRegister register;

        ContactParty(PartyChecks checks, PartyRegister register) {
            this.checks = checks;
            this.register = register;
        }

        @Override
        public String taskKey() {
            return "userTask_contactParty";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.empty();
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return checks.termsOfContact(task.caseNumber());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            register.contacted(task.caseNumber(), input.text("note"), actor);
            return Map.of();
        }
    }

    /** What the register says of the party now. */
    @Component
    static class PartyContent implements FormContent {

        private final PartyRegister register;
        private final Labels labels;

        PartyContent(PartyRegister register, Labels labels) {
            this.register = register;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "party";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            PartyState state = register.of(task.caseNumber());
            return labels.text(
                    "form.party",
                    Markdown.plain(state.party().name()),
                    names(state.officers()),
                    names(state.deputies()),
                    state.reach() == null ? "–" : Markdown.plain(state.reach()),
                    Stream.of(CheckPoint.values())
                            .map(point -> line(point, state.answers().get(point)))
                            .collect(Collectors.joining("\n")),
                    state.confirmedAt() == null
                            ? labels.text("form.party.never")
                            : labels.text("form.party.confirmed", labels.moment(state.confirmedAt())));
        }

        private String names(List<Person> persons) {
            return persons.isEmpty()
                    ? labels.text("form.party.nobody")
                    : persons.stream()
                            .map(person -> Stream.of(person.displayName(), person.phone(), person.email())
                                    .filter(text -> text != null)
                                    .map(Markdown::plain)
                                    .collect(Collectors.joining(", ")))
                            .collect(Collectors.joining("; "));
        }

        private String line(CheckPoint point, PartyAnswer said) {
            String answer = said == null ? labels.text("party.notAnswered") : labels.of(said.answer());
            String note = said == null || said.note() == null ? "" : ". " + Markdown.plain(said.note());
            return "- " + labels.of(point) + ": **" + answer + "**" + note;
        }
    }
}
