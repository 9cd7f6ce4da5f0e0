package se.varna.police.process;

import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;

/** The tasks and the timer of {@code police-referral.bpmn}. */
final class PoliceSteps {

    private PoliceSteps() {}

    /** When the question is put again. */
    @Component("policeDeadlines")
    public static class PoliceDeadlines {

        private final PoliceReferrals referrals;

        PoliceDeadlines(PoliceReferrals referrals) {
            this.referrals = referrals;
        }

        public Date askAgainAt(DelegateExecution execution) {
            UUID id = UUID.fromString((String) execution.getVariable(Variables.SUBJECT_ID));
            return Date.from(referrals.get(id).askAgainAt());
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
            var reportedBy =
                    input.choice("reportedBy", PoliceReferral.ReportedBy.class).orElse(null);
            var reason = input.choice("declineReason", PoliceReferral.DeclineReason.class)
                    .orElse(null);
            var reportedAt = input.date("reportedAt");
            input.problems().refuseIfAny();
            boolean again = false;
            if (decision == PoliceReferral.Decision.REPORTED) {
                referrals.reported(task.subjectId(), input.text("reportNumber"), reportedAt, reportedBy, actor);
            } else {
                again = referrals.notReported(task.subjectId(), decision, reason, actor);
            }
            return Map.of(Variables.POLICE_DECISION, decision.name(), Variables.ASK_AGAIN, again);
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
            var protection =
                    input.choice("protection", PoliceReferral.Protection.class).orElse(null);
            var at = input.date("outcomeAt");
            input.problems().refuseIfAny();
            referrals.outcome(task.subjectId(), outcome, at, protection, input.text("note"), actor);
            return Map.of(Variables.POLICE_OUTCOME, outcome.name());
        }
    }

    /** What to say about reporting, and how often it has been asked. */
    @Component
    static class PoliceAdvice implements FormContent {

        private final PoliceReferrals referrals;
        private final Labels labels;

        PoliceAdvice(PoliceReferrals referrals, Labels labels) {
            this.referrals = referrals;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "policeAdvice";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            PoliceReferral referral = referrals.get(task.subjectId());
            boolean open = sight.shows(Part.POLICE, referral.advisedAt())
                    && (referral.declinedAt() == null || sight.shows(Part.POLICE, referral.declinedAt()));
            return open
                    ? labels.text("form.policeAdvice", referral.timesAsked())
                    : labels.text("form.policeAdvice.withheld");
        }
    }

    /** The police's number for the case, and what is known of it. */
    @Component
    static class PoliceCase implements FormContent {

        private final PoliceReferrals referrals;
        private final Labels labels;

        PoliceCase(PoliceReferrals referrals, Labels labels) {
            this.referrals = referrals;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "policeCase";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            PoliceReferral referral = referrals.get(task.subjectId());
            if (!sight.shows(Part.POLICE, referral.reportRecordedAt())) {
                return labels.text("form.withheld.police");
            }
            return labels.text(
                    "form.policeCase",
                    referral.reportNumber(),
                    labels.day(referral.reportedAt()),
                    labels.of(referral.reportedBy()));
        }
    }
}
