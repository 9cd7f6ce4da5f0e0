package se.varna.police.process;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.police.PoliceTexts;

/** The tasks and the timer of {@code police-referral.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PoliceSteps {

    /** When the question is put again. */
    @Component("policeDeadlines")
    public static class PoliceDeadlines {

        private final PoliceReferrals referrals;

        PoliceDeadlines(PoliceReferrals referrals) {
            this.referrals = referrals;
        }

        public Date askAgainAt(DelegateExecution execution) {
            return Date.from(referrals.get(CaseStep.subjectOf(execution)).askAgainAt());
        }
    }

    /** <i>Ge råd om polisanmälan</i>. */
    @Component
    static class AdvisePoliceReport implements TaskWork {

        private final PoliceReferrals referrals;

        AdvisePoliceReport(PoliceReferrals referrals) {
            this.referrals = referrals;
        }

        @Override
        public String taskKey() {
            return "userTask_advisePoliceReport";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return referrals.terms(task.subjectId());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var decision = input.requiredChoice("policeDecision", PoliceReferral.Decision.class);
            var reason = input.choice("declineReason", PoliceReferral.DeclineReason.class);
            var made = made(input);
            input.problems().refuseIfAny();
            boolean again = false;
            switch (decision) {
                case REPORT -> referrals.toReport(task.subjectId(), made.by(), actor);
                case REPORTED -> referrals.reported(task.subjectId(), made, actor);
                case LATER, DECLINED -> again = referrals.notReported(task.subjectId(), decision, reason, actor);
            }
            return Map.of(Variables.POLICE_DECISION, decision.name(), Variables.ASK_AGAIN, again);
        }
    }

    private static PoliceReferrals.Made made(FormInput input) {
        return new PoliceReferrals.Made(
                input.text("reportNumber"),
                input.date("reportedAt"),
                input.choice("reportedBy", PoliceReferral.ReportedBy.class),
                input.flag("protectionAsked"),
                input.date("nextCheck"));
    }

    /** <i>Se till att anmälan görs</i>. */
    @Component
    static class ReportToPolice implements TaskWork {

        enum Answer {
            MADE,
            RECONSIDERED
        }

        private final PoliceReferrals referrals;

        ReportToPolice(PoliceReferrals referrals) {
            this.referrals = referrals;
        }

        @Override
        public String taskKey() {
            return "userTask_reportToPolice";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return referrals.terms(task.subjectId());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var answer = input.requiredChoice("policeReport", Answer.class);
            var made = made(input);
            input.problems().refuseIfAny();
            if (answer == Answer.MADE) {
                referrals.reported(task.subjectId(), made, actor);
            } else {
                referrals.reconsidered(task.subjectId(), actor);
            }
            return Map.of(Variables.REPORT_MADE, answer == Answer.MADE);
        }
    }

    /** <i>Följ polisens ärende</i>. */
    @Component
    static class FollowPoliceCase implements TaskWork {

        private final PoliceReferrals referrals;

        FollowPoliceCase(PoliceReferrals referrals) {
            this.referrals = referrals;
        }

        @Override
        public String taskKey() {
            return "userTask_followPoliceCase";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return referrals.terms(task.subjectId());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var outcome = input.requiredChoice("policeOutcome", PoliceReferral.Outcome.class);
            var protection = input.choice("protection", PoliceReferral.Protection.class);
            var known = new PoliceReferrals.Known(
                    outcome,
                    input.date("outcomeAt"),
                    protection,
                    input.date("protectionAt"),
                    input.text("note"),
                    input.date("nextCheck"));
            input.problems().refuseIfAny();
            referrals.follow(task.subjectId(), known, actor);
            return Map.of(Variables.POLICE_DECIDED, outcome.isFinal());
        }
    }

    /** What to say about reporting, and how often it has been asked. */
    @Bean
    FormContent policeAdvice(PoliceReferrals referrals, PoliceTexts texts) {
        return FormContent.of("policeAdvice", (task, sight) -> texts.advice(referrals.get(task.subjectId()), sight));
    }

    /** Who is to report, and what that one needs. */
    @Bean
    FormContent policeToReport(PoliceReferrals referrals, PoliceTexts texts) {
        return FormContent.of(
                "policeToReport", (task, sight) -> texts.toReport(referrals.get(task.subjectId()), sight));
    }

    /** The police's number for the case, and what is known of it. */
    @Bean
    FormContent policeCase(PoliceReferrals referrals, PoliceTexts texts) {
        return FormContent.of("policeCase", (task, sight) -> texts.known(referrals.get(task.subjectId()), sight));
    }

    /** When it is looked at next, for the one who may choose another day. */
    @Bean
    FormContent nextPoliceCheck(PoliceTexts texts) {
        return FormContent.of("nextPoliceCheck", (task, sight) -> texts.nextCheck());
    }
}
