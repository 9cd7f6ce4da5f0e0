package se.varna.dialogue.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.dialogue.Dialogues;
import se.varna.dialogue.Message;
import se.varna.directory.Directory;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;

/** The steps and the task of {@code answer-message.bpmn}. */
@Configuration(proxyBeanMethods = false)
class MessageSteps {

    @Bean
    CaseStep remindMessage(Dialogues dialogues) {
        return CaseStep.about(dialogues::remind);
    }

    @Bean
    CaseStep escalateMessage(Dialogues dialogues) {
        return CaseStep.about(dialogues::escalate);
    }

    @Bean
    CaseStep escalateMessageToSob(Dialogues dialogues) {
        return CaseStep.about(dialogues::escalateToSob);
    }

    /** The timers' moments, asked by the model. */
    @Component("messageDeadlines")
    public static class MessageDeadlines {

        private final Dialogues dialogues;

        MessageDeadlines(Dialogues dialogues) {
            this.dialogues = dialogues;
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
            return Date.from(dialogues.dueAt(CaseStep.subjectOf(execution), times));
        }
    }

    /** <i>Svara på meddelandet</i>. */
    @Component
    static class AnswerMessage implements TaskWork {

        private enum Answer {
            ANSWER,
            NOT_NEEDED
        }

        private final Dialogues dialogues;

        AnswerMessage(Dialogues dialogues) {
            this.dialogues = dialogues;
        }

        @Override
        public String taskKey() {
            return "userTask_answerMessage";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.WRITE_MESSAGE);
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return dialogues.terms(task.subjectId());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Answer answer = input.requiredChoice("messageAnswer", Answer.class);
            input.problems().refuseIfAny();
            switch (answer) {
                case ANSWER -> dialogues.answer(task.caseNumber(), input.text("text"), actor);
                case NOT_NEEDED -> dialogues.needsNoAnswer(task.caseNumber(), input.text("reason"), actor);
            }
            return Map.of();
        }
    }

    /** What has been written, as far as the one who is to answer may see it. */
    @Component
    static class MessagesContent implements FormContent {

        private final Dialogues dialogues;
        private final CaseFiles cases;
        private final Directory directory;
        private final Labels labels;

        MessagesContent(Dialogues dialogues, CaseFiles cases, Directory directory, Labels labels) {
            this.dialogues = dialogues;
            this.cases = cases;
            this.directory = directory;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "messages";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            String number = task.caseNumber();
            List<Message> shown = dialogues.visible(number, sight);
            dialogues.seen(
                    shown,
                    SecurityContextHolder.getContext().getAuthentication().getName());
            if (shown.isEmpty() && dialogues.showsAll(number, sight)) {
                return "";
            }
            String said = shown.stream()
                    .map(message -> labels.text(
                            "form.messages.each",
                            Markdown.plain(directory.nameOf(message.author())),
                            labels.moment(message.at()),
                            Markdown.quote(message.text())))
                    .collect(Collectors.joining("\n\n"));
            return labels.text(
                    "form.messages",
                    number,
                    Markdown.plain(cases.nameOfExposed(cases.get(number)).orElse(labels.text("exposed.unknown"))),
                    dialogues.showsAll(number, sight) ? said : said + "\n\n" + labels.text("form.withheld.message"));
        }
    }
}
