package se.varna.consultation.process;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.consultation.Consultation;
import se.varna.consultation.ConsultationEntry;
import se.varna.consultation.ConsultationEntry.EntryKind;
import se.varna.consultation.Consultations;
import se.varna.consultation.InformationCopies;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;

/** The steps and tasks of {@code consultation.bpmn}, and what leads to it in {@code incident-handling.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ConsultationSteps {

    @Bean
    CaseStep transferCase(Consultations consultations) {
        return CaseStep.about(consultations::transfer);
    }

    @Bean
    CaseStep remindConsultation(Consultations consultations) {
        return CaseStep.about(consultations::remind);
    }

    @Bean
    CaseStep alertConsultationDeputy(Consultations consultations) {
        return CaseStep.about(consultations::alertDeputy);
    }

    @Bean
    CaseStep alertConsultationHead(Consultations consultations) {
        return (caseNumber, consultation) -> {
            consultations.alertHead(consultation);
            return Map.of(Variables.MAY_CONCLUDE, consultations.mayBeConcludedAlone(consultation));
        };
    }

    @Bean
    CaseStep tellConsultationWithdrawn(Consultations consultations) {
        return CaseStep.about(consultations::tellWithdrawn);
    }

    /** The question is said to have moved: the table answers again, and may await a takeover (row 6). */
    @Bean
    CaseStep reconsiderResponsibility(
            Responsibilities responsibilities, InformationCopies copies, Consultations consultations) {
        return (caseNumber, subject) -> {
            responsibilities.reconsider(caseNumber);
            copies.tellByDecision(caseNumber);
            return Map.of(Variables.TAKEOVER_PENDING, consultations.isDueForMovedQuestion(caseNumber));
        };
    }

    @Bean
    CaseStep proposeConsultation(Consultations consultations) {
        return CaseStep.doing(consultations::proposeForMovedQuestion);
    }

    /** The timers' moments, asked by the model again whenever level or owner changes. */
    @Component("consultationDeadlines")
    public static class ConsultationDeadlines {

        private final Consultations consultations;

        ConsultationDeadlines(Consultations consultations) {
            this.consultations = consultations;
        }

        public Date remindAt(DelegateExecution execution) {
            return dueAt(execution, 1);
        }

        public Date deputyAt(DelegateExecution execution) {
            return dueAt(execution, 2);
        }

        public Date headAt(DelegateExecution execution) {
            return dueAt(execution, 3);
        }

        private Date dueAt(DelegateExecution execution, int times) {
            return Date.from(consultations.dueAt(CaseStep.subjectOf(execution), times));
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
            return consultations.terms(task.subjectId(), EntryKind.STATEMENT);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var statement = new Consultations.Statement(
                    input.requiredText("statement", 1),
                    input.choices("parts", Part.class),
                    input.flag("nothing"),
                    input.requiredChoice("secrecyGround", SecrecyGround.class),
                    input.flag("signed"));
            input.problems().refuseIfAny();
            consultations.state(task.subjectId(), statement, actor);
            return Map.of(Variables.CONCLUDED_ALONE, false);
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
            return consultations.terms(task.subjectId(), EntryKind.ANSWER);
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

    /** <i>Avgör samrådet utan yttrande</i>. */
    @Component
    static class ConcludeConsultation implements TaskWork {

        private final Consultations consultations;

        ConcludeConsultation(Consultations consultations) {
            this.consultations = consultations;
        }

        @Override
        public String taskKey() {
            return "userTask_concludeConsultation";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.ANSWER_CONSULTATION);
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return consultations.terms(task.subjectId(), EntryKind.CONCLUSION);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            String reason = input.requiredText("reason", 1);
            String attempts = input.requiredText("attempts", 1);
            input.problems().refuseIfAny();
            consultations.conclude(task.subjectId(), reason, attempts, input.flag("signed"), actor);
            return Map.of(Variables.CONCLUDED_ALONE, true);
        }
    }

    /** Everything said in the consultation so far: it is addressed to both sides, and both read it. */
    @Component
    static class ConsultationContent implements FormContent {

        private final Consultations consultations;
        private final Directory directory;
        private final FunctionNames names;
        private final Labels labels;

        ConsultationContent(Consultations consultations, Directory directory, FunctionNames names, Labels labels) {
            this.consultations = consultations;
            this.directory = directory;
            this.names = names;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "consultation";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            Consultation consultation = consultations.get(task.subjectId());
            return consultations.entries(consultation.id()).stream()
                    .map(entry -> said(consultation, entry))
                    .collect(Collectors.joining(
                            "\n\n",
                            labels.text(
                                            "form.consultation",
                                            plainName(consultation.taker()),
                                            plainName(consultation.holder()))
                                    + "\n\n",
                            ""));
        }

        private String said(Consultation consultation, ConsultationEntry entry) {
            Owner speaker = consultation.speaker(entry.kind());
            String who = speaker == null
                    ? labels.text("consultation.byItself")
                    : plainName(speaker)
                            + directory
                                    .person(entry.person())
                                    .map(Person::displayName)
                                    .map(name -> " (" + Markdown.plain(name) + ")")
                                    .orElse("");
            String heading = labels.text(
                    "form.consultation.said",
                    entry.answer() == null
                            ? labels.of(entry.kind())
                            : labels.of(entry.kind()) + ", " + labels.of(entry.answer()),
                    who,
                    labels.moment(entry.at()));
            String handedOver = entry.ground() == null
                    ? ""
                    : "\n\n"
                            + labels.text(
                                    "form.consultation.handedOver",
                                    entry.parts().isEmpty()
                                            ? labels.text("consultation.nothing")
                                            : labels.of(entry.parts()),
                                    labels.of(entry.ground()));
            return heading + "\n\n" + Markdown.quote(entry.text()) + handedOver;
        }

        private String plainName(Owner owner) {
            return Markdown.plain(names.name(owner));
        }
    }
}
