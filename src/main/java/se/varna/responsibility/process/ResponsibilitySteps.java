package se.varna.responsibility.process;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.FormOptions;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.GuidanceRule;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.ResponsibilityDecision;
import se.varna.responsibility.Settlement;
import se.varna.responsibility.Settlements;

/** The steps and the tasks about responsibility in {@code incident-handling} and {@code settle-responsibility}. */
@Configuration(proxyBeanMethods = false)
class ResponsibilitySteps {

    @Bean
    CaseStep decideResponsibility(Responsibilities responsibilities) {
        return (caseNumber, subject) -> {
            responsibilities.decide(caseNumber);
            return Map.of(Variables.TAKEOVER_PENDING, responsibilities.awaitsTakeover(caseNumber));
        };
    }

    @Bean
    CaseStep tellQuestionMoved(Responsibilities responsibilities) {
        return CaseStep.doing(responsibilities::tellQuestionMoved);
    }

    @Bean
    CaseStep askAboutResponsibility(Settlements settlements) {
        return (caseNumber, subject) -> Map.of(Variables.ANSWER_NEEDED, settlements.ask(caseNumber));
    }

    @Bean
    CaseStep goOnWithoutAnswer(Settlements settlements) {
        return CaseStep.doing(settlements::goOnWithoutAnswer);
    }

    @Bean
    CaseStep remindSettlement(Settlements settlements) {
        return CaseStep.doing(settlements::remind);
    }

    @Bean
    CaseStep escalateSettlement(Settlements settlements) {
        return CaseStep.doing(settlements::escalate);
    }

    /** The timers' moments, asked by the model: when time is out for those who are to say something, once and twice. */
    @Component("settlementDeadline")
    public static class SettlementDeadline {

        private final Settlements settlements;

        SettlementDeadline(Settlements settlements) {
            this.settlements = settlements;
        }

        public Date dueAt(DelegateExecution execution) {
            return Date.from(settlements.dueAt(execution.getProcessBusinessKey(), 1));
        }

        public Date overdueAt(DelegateExecution execution) {
            return Date.from(settlements.dueAt(execution.getProcessBusinessKey(), 2));
        }
    }

    /** What the tasks of a settlement share: who has them, and by when. */
    abstract static class SettlementTask implements TaskWork {

        final Settlements settlements;

        SettlementTask(Settlements settlements) {
            this.settlements = settlements;
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return settlements.terms(task.caseNumber());
        }
    }

    /** <i>Klargör ansvaret</i>. */
    @Component
    static class SettleResponsibility extends SettlementTask {

        private enum Decision {
            KEEP,
            PASS_ON
        }

        SettleResponsibility(Settlements settlements) {
            super(settlements);
        }

        @Override
        public String taskKey() {
            return "userTask_settleResponsibility";
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Decision decision = input.requiredChoice("decision", Decision.class);
            String reason = input.requiredText("reason", Responsibilities.SHORTEST_REASON);
            Set<Part> attached = input.choices("parts", Part.class);
            input.problems().refuseIfAny();
            if (decision == Decision.PASS_ON) {
                var objection = new Settlements.Objection(reason, input.text("owner"), attached);
                settlements.passOn(task.caseNumber(), objection, actor);
            } else {
                settlements.keep(task.caseNumber(), reason, actor);
            }
            return Map.of(Variables.SETTLEMENT_ANSWER, decision.name());
        }
    }

    /** <i>Ange om ärendet är ert</i>. */
    @Component
    static class AnswerDispute extends SettlementTask {

        private enum Answer {
            YES,
            NO
        }

        AnswerDispute(Settlements settlements) {
            super(settlements);
        }

        @Override
        public String taskKey() {
            return "userTask_answerDispute";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.ANSWER_DISPUTE);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Answer answer = input.requiredChoice("answer", Answer.class);
            String reason = input.requiredText("reason", Responsibilities.SHORTEST_REASON);
            input.problems().refuseIfAny();
            settlements.answer(task.caseNumber(), answer == Answer.YES, reason, actor);
            return Map.of();
        }
    }

    /** <i>Avgör vem som ansvarar</i>. */
    @Component
    static class DecideResponsibility extends SettlementTask {

        private enum Decision {
            KEEP,
            MOVE
        }

        DecideResponsibility(Settlements settlements) {
            super(settlements);
        }

        @Override
        public String taskKey() {
            return "userTask_decideResponsibility";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.of(Action.DECIDE_RESPONSIBILITY);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Decision decision = input.requiredChoice("decision", Decision.class);
            GuidanceRule rule = input.requiredChoice("rule", GuidanceRule.class);
            String reason = input.requiredText("reason", Responsibilities.SHORTEST_REASON);
            String owner = decision == Decision.MOVE ? input.text("owner") : null;
            if (decision == Decision.MOVE && owner == null) {
                input.problems().add("owner", "owner.unknown");
            }
            input.problems().refuseIfAny();
            settlements.decide(task.caseNumber(), owner, rule, reason, actor);
            return Map.of();
        }
    }

    /** What has been said about whose the case is, and what the table has answered. */
    @Component
    static class DisputeContent implements FormContent {

        private final Settlements settlements;
        private final Responsibilities responsibilities;
        private final CaseFiles cases;
        private final FunctionNames names;
        private final Labels labels;

        DisputeContent(
                Settlements settlements,
                Responsibilities responsibilities,
                CaseFiles cases,
                FunctionNames names,
                Labels labels) {
            this.settlements = settlements;
            this.cases = cases;
            this.responsibilities = responsibilities;
            this.names = names;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "dispute";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            Settlement settlement = settlements.open(task.caseNumber());
            ResponsibilityDecision decision = responsibilities.latest(task.caseNumber());
            StringBuilder said = new StringBuilder();
            if (settlement.meant() != null) {
                said.append(labels.text(
                        "form.dispute",
                        Markdown.plain(names.name(settlement.meant())),
                        Markdown.quote(settlement.reason()),
                        settlement.attached().isEmpty()
                                ? labels.text("form.dispute.nothing")
                                : labels.text("form.dispute.attached", labels.of(new TreeSet<>(settlement.attached()))),
                        Markdown.plain(names.name(cases.get(task.caseNumber()).owner()))));
            }
            if (settlement.answer() != null) {
                said.append(labels.text(
                        "form.dispute." + settlement.answer(),
                        Markdown.plain(names.name(settlement.meant())),
                        settlement.answerReason() == null ? "" : Markdown.quote(settlement.answerReason())));
            }
            return said.append(labels.text(
                            "form.dispute.table",
                            Markdown.plain(names.name(decision.responsible())),
                            Markdown.plain(decision.reason())))
                    .toString();
        }
    }

    /** Those whose a case can be. */
    @Bean
    FormOptions ownerOptions(Settlements settlements) {
        return new FormOptions("owners", actor -> settlements.possibleOwners());
    }
}
