package se.varna.followup.process;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Indicator;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.OpenMatters;
import se.varna.common.Labels;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;
import se.varna.followup.FollowUp;
import se.varna.followup.Following;

/** The steps and the task of {@code follow-up.bpmn} and {@code new-information.bpmn}, and the close of a case. */
@Configuration(proxyBeanMethods = false)
class FollowUpSteps {

    @Bean
    CaseStep planFollowUp(Following following) {
        return CaseStep.doing(following::plan);
    }

    @Bean
    JavaDelegate followElection(Following following) {
        return execution -> following.followElection();
    }

    @Bean
    CaseStep remindFollowUp(Following following) {
        return CaseStep.doing(following::remind);
    }

    @Bean
    CaseStep escalateFollowUp(Following following) {
        return CaseStep.doing(following::escalate);
    }

    @Bean
    CaseStep closeCase(Following following) {
        return CaseStep.doing(following::close);
    }

    @Bean
    CaseStep readCaseState(Following following) {
        return (caseNumber, subject) -> Map.of(Variables.CASE_CLOSED, following.isClosed(caseNumber));
    }

    @Bean
    CaseStep passOnInformation(Following following) {
        return CaseStep.doing(following::passOn);
    }

    @Bean
    CaseStep reopenCase(Following following) {
        return CaseStep.doing(caseNumber -> following.reopen(caseNumber, null));
    }

    @Bean
    ExecutionListener reopenedCase(Following following) {
        return execution -> following.reopened(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    }

    /** The timers' moments, asked by the model. */
    @Component("followUpDeadlines")
    public static class FollowUpDeadlines {

        private final Following following;

        FollowUpDeadlines(Following following) {
            this.following = following;
        }

        public Date dueAt(DelegateExecution execution) {
            return Date.from(following.terms(execution.getProcessBusinessKey()).dueAt());
        }

        public Date overdueAt(DelegateExecution execution) {
            return Date.from(following.overdueAt(execution.getProcessBusinessKey()));
        }
    }

    /** <i>Följ upp med den utsatta</i>. */
    @Component
    static class FollowUpTask implements TaskWork {

        private enum MoreHappened {
            NO,
            YES
        }

        private final Following following;

        FollowUpTask(Following following) {
            this.following = following;
        }

        @Override
        public String taskKey() {
            return "userTask_followUp";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return following.terms(task.caseNumber());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var more = input.choice("moreHappened", MoreHappened.class);
            var talk = new FollowUp.Talk(
                    input.text("wellbeing"),
                    more == null ? null : more == MoreHappened.YES,
                    input.text("whatHappened"),
                    input.choices("indicators", Indicator.class),
                    input.choice("measuresWork", FollowUp.Working.class),
                    input.choice("affectsDuty", FollowUp.Effect.class),
                    input.text("note"));
            var closing = new FollowUp.Closing(
                    input.choice("closeOutcome", CloseOutcome.class),
                    input.text("closeReason"),
                    input.flag("told"),
                    input.text("toldHow"));
            // When more has happened the form asks no further: it is assessed again.
            var outcome = input.choice("followUpOutcome", FollowUp.Outcome.class);
            if (outcome == null && more == MoreHappened.YES) {
                outcome = FollowUp.Outcome.REASSESS;
            }
            var next = new FollowUp.Next(outcome, input.date("nextDay"), input.texts("measures"), closing);
            input.problems().refuseIfAny();
            following.record(task.caseNumber(), talk, next, actor);
            return Map.of(Variables.FOLLOW_UP_OUTCOME, next.outcome().name());
        }
    }

    /** When the next follow-up comes, and how late it may come. */
    @Bean
    FormContent nextFollowUpContent(Following following, Labels labels) {
        return FormContent.of("nextFollowUp", (task, sight) -> {
            Following.Suggestion next = following.suggest(task.caseNumber());
            return labels.text("form.nextFollowUp", labels.moment(next.due()), labels.day(next.latest()));
        });
    }

    /** What is still open, for the one who thinks of closing. */
    @Bean
    FormContent openMattersContent(OpenInCase openInCase, Labels labels) {
        return FormContent.of("openMatters", (task, sight) -> {
            var open = openInCase.of(task.caseNumber(), sight);
            if (open.isEmpty()) {
                return labels.text("form.nothingOpen");
            }
            StringBuilder list = new StringBuilder(labels.text("form.openMatters")).append('\n');
            for (OpenMatters.OpenMatter matter : open) {
                list.append("\n- ").append(labels.text("open." + matter.code(), matter.detail()));
            }
            return list.toString();
        });
    }
}
