package se.varna.responsibility.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.directory.Owner;
import se.varna.duty.StaffedHours;
import se.varna.engine.CaseStep;
import se.varna.engine.FormInput;
import se.varna.engine.FormOptions;
import se.varna.engine.Option;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;

/** The steps and the task about responsibility in {@code incident-handling} and {@code settle-responsibility}. */
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
    CaseStep informOthers(Responsibilities responsibilities) {
        return CaseStep.doing(responsibilities::informOthers);
    }

    @Bean
    CaseStep remindSettlement(Responsibilities responsibilities) {
        return CaseStep.doing(responsibilities::remindSettlement);
    }

    /** By when an unclear responsibility has to be settled: one weekday after the report (rows 8 and 9). */
    @Component("settlementDeadline")
    public static class SettlementDeadline {

        private final CaseFiles cases;
        private final StaffedHours hours;

        SettlementDeadline(CaseFiles cases, StaffedHours hours) {
            this.cases = cases;
            this.hours = hours;
        }

        public Date dueAt(DelegateExecution execution) {
            return Date.from(hours.plusWeekdays(
                    cases.get(execution.getProcessBusinessKey()).receivedAt(), 1));
        }
    }

    /** <i>Klargör ansvaret</i>. */
    @Component
    static class SettleResponsibility implements TaskWork {

        private enum Decision {
            KEEP,
            MOVE
        }

        private final CaseFiles cases;
        private final StaffedHours hours;
        private final Responsibilities responsibilities;

        SettleResponsibility(CaseFiles cases, StaffedHours hours, Responsibilities responsibilities) {
            this.cases = cases;
            this.hours = hours;
            this.responsibilities = responsibilities;
        }

        @Override
        public String taskKey() {
            return "userTask_settleResponsibility";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            CaseFile file = cases.get(task.caseNumber());
            return new TaskTerms(Set.of(cases.actingGroup(file)), hours.plusWeekdays(file.receivedAt(), 1));
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Decision decision = input.requiredChoice("decision", Decision.class);
            String reason = input.requiredText("reason", Responsibilities.SHORTEST_REASON);
            if (decision == Decision.MOVE && input.text("owner") == null) {
                input.problems().add("owner", "required");
            }
            input.problems().refuseIfAny();
            if (decision == Decision.MOVE) {
                responsibilities.settle(
                        task.caseNumber(), Owner.ofPublicUnit(input.text("owner")), reason, List.of(), actor);
            } else {
                responsibilities.keep(task.caseNumber(), reason, actor);
            }
            return Map.of();
        }
    }

    /** Those to whom a case can be moved. */
    @Component
    static class OwnerOptions implements FormOptions {

        private final Responsibilities responsibilities;
        private final FunctionNames names;

        OwnerOptions(Responsibilities responsibilities, FunctionNames names) {
            this.responsibilities = responsibilities;
            this.names = names;
        }

        @Override
        public String name() {
            return "owners";
        }

        @Override
        public List<Option> options(String actor) {
            return responsibilities.possibleOwners().stream()
                    .map(owner -> new Option(owner.publicUnit(), names.name(owner)))
                    .toList();
        }
    }
}
