package se.varna.planning.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.FormOptions;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.TypedStart;
import se.varna.engine.Variables;
import se.varna.planning.Conflict;
import se.varna.planning.Notice;
import se.varna.planning.PlannedEvent;
import se.varna.planning.PlannedEvents;
import se.varna.planning.RiskAssessment;
import se.varna.planning.RiskSign;
import se.varna.reporting.Reporting;

/** The steps and the tasks of {@code planned-event.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PlanningSteps {

    @Bean
    CaseStep confirmNotice(PlannedEvents events) {
        return CaseStep.doing(events::confirm);
    }

    @Bean
    CaseStep tellPlanningLate(PlannedEvents events) {
        return CaseStep.doing(events::remindLate);
    }

    @Bean
    CaseStep sharePlan(PlannedEvents events) {
        return CaseStep.doing(events::share);
    }

    @Bean
    CaseStep remindDayBefore(PlannedEvents events) {
        return CaseStep.doing(events::remindDayBefore);
    }

    @Bean
    CaseStep makeIncident(PlannedEvents events) {
        return CaseStep.doing(events::makeIncident);
    }

    /** Takes a notice in that was typed in Tasklist. */
    @Bean
    ExecutionListener registerPlannedEvent(PlannedEvents events, Reporting reporting) {
        return new TypedStart(
                reporting::awaitsProcess, (input, person) -> events.register(read(input), person), reporting::carry);
    }

    private static Notice read(FormInput input) {
        return Notice.of(input, input.text("official"), input.time("startsAt"), input.time("endsAt"));
    }

    /** The timers' moments, asked by the model. */
    @Component("plannedEventTimes")
    public static class PlannedEventTimes {

        private final PlannedEvents events;

        PlannedEventTimes(PlannedEvents events) {
            this.events = events;
        }

        public Date assessDueAt(DelegateExecution execution) {
            return Date.from(events.assessDueAt(execution.getProcessBusinessKey()));
        }

        public Date planDueAt(DelegateExecution execution) {
            return Date.from(events.planDueAt(execution.getProcessBusinessKey()));
        }

        public Date dayBefore(DelegateExecution execution) {
            return Date.from(events.dayBefore(execution.getProcessBusinessKey()));
        }

        public Date over(DelegateExecution execution) {
            return Date.from(events.endsAt(execution.getProcessBusinessKey()));
        }

        public Date followUpDueAt(DelegateExecution execution) {
            return Date.from(events.followUpDueAt(execution.getProcessBusinessKey()));
        }
    }

    /** <i>Bedöm risken</i>. */
    @Component
    static class AssessRisk implements TaskWork {

        /** The levels of what has not happened: nothing is acute before it has. */
        private enum RiskLevel {
            LOW,
            ELEVATED,
            HIGH;

            private Level level() {
                return Level.valueOf(name());
            }
        }

        private final PlannedEvents events;

        AssessRisk(PlannedEvents events) {
            this.events = events;
        }

        @Override
        public String taskKey() {
            return "userTask_assessRisk";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return events.terms(task.caseNumber(), events.assessDueAt(task.caseNumber()));
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Conflict conflict = input.requiredChoice("conflict", Conflict.class);
            RiskLevel level = input.requiredChoice("level", RiskLevel.class);
            RiskLevel second = input.choice("secondLevel", RiskLevel.class);
            String reason = input.requiredText("reason", 1);
            var signs = input.choices("signs", RiskSign.class);
            input.problems().refuseIfAny();
            var judged = new RiskAssessment.Judgement(
                    conflict, signs, level.level(), second == null ? null : second.level(), reason);
            return Map.of(
                    Variables.PLAN_NEEDED, events.assess(task.caseNumber(), judged, input.flag("planAnyway"), actor));
        }
    }

    /** <i>Planera mötet</i>. */
    @Component
    static class PlanEvent implements TaskWork {

        private final PlannedEvents events;

        PlanEvent(PlannedEvents events) {
            this.events = events;
        }

        @Override
        public String taskKey() {
            return "userTask_planEvent";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return events.terms(task.caseNumber(), events.planDueAt(task.caseNumber()));
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var plan = new PlannedEvent.Plan(
                    input.text("before"),
                    input.requiredText("during", 1),
                    input.text("after"),
                    input.requiredText("present", 1),
                    input.text("shared"));
            input.problems().refuseIfAny();
            events.plan(task.caseNumber(), plan, input.texts("measures"), input.texts("participants"), actor);
            return Map.of();
        }
    }

    /** <i>Fråga hur det gick</i>. */
    @Component
    static class FollowUpEvent implements TaskWork {

        private enum Happened {
            NO,
            YES
        }

        private final PlannedEvents events;

        FollowUpEvent(PlannedEvents events) {
            this.events = events;
        }

        @Override
        public String taskKey() {
            return "userTask_followUpEvent";
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return events.terms(task.caseNumber(), events.followUpDueAt(task.caseNumber()));
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            String went = input.requiredText("went", 1);
            Happened happened = input.requiredChoice("happened", Happened.class);
            boolean something = happened == Happened.YES;
            String what = something ? input.requiredText("whatHappened", 1) : null;
            input.problems().refuseIfAny();
            events.followUp(task.caseNumber(), went, what, actor);
            return Map.of(Variables.SOMETHING_HAPPENED, something);
        }
    }

    /** What is planned, for those who judge and plan it. */
    @Component
    static class PlannedEventContent implements FormContent {

        private final PlannedEvents events;
        private final CaseFiles cases;
        private final Directory directory;
        private final Labels labels;

        PlannedEventContent(PlannedEvents events, CaseFiles cases, Directory directory, Labels labels) {
            this.events = events;
            this.cases = cases;
            this.directory = directory;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "plannedEvent";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            String number = task.caseNumber();
            CaseFile file = cases.get(number);
            PlannedEvent event = events.get(number);
            String who = Markdown.plain(cases.nameOfExposed(file).orElse(labels.text("exposed.unknown")));
            String unit = directory.unit(event.unit()).map(Unit::name).orElse("–");
            if (!sight.shows(Part.DESCRIPTION, file.receivedAt())) {
                return labels.text("form.plannedEvent.withheld", number, who, unit, labels.moment(event.startsAt()));
            }
            return labels.text(
                    "form.plannedEvent",
                    number,
                    who,
                    unit,
                    Markdown.plain(event.title()),
                    labels.moment(event.startsAt()),
                    orNothing(event.place(), Markdown::plain),
                    labels.text("planned.public." + event.isPublic()),
                    Markdown.quote(cases.answers(number).description()),
                    orNothing(event.participants(), Markdown::quote));
        }

        private static String orNothing(String text, Function<String, String> shown) {
            return text == null ? "–" : shown.apply(text);
        }
    }

    /** What was found at the last judgement, for the one who plans. */
    @Bean
    FormContent riskContent(PlannedEvents events, Labels labels) {
        return FormContent.of("eventRisk", (task, sight) -> {
            List<RiskAssessment> all = events.assessments(task.caseNumber());
            RiskAssessment last = all.get(all.size() - 1);
            return sight.shows(Part.NOTES, last.at())
                    ? labels.text(
                            "form.eventRisk",
                            labels.of(last.level()),
                            last.signs().isEmpty()
                                    ? "–"
                                    : last.signs().stream().map(labels::of).collect(Collectors.joining("; ")),
                            Markdown.quote(last.reason()))
                    : labels.text("form.eventRisk.withheld", labels.of(last.level()));
        });
    }

    /** Whom it can concern: the one who tells, or anyone with a mandate. */
    @Bean
    FormOptions plannedForOptions(Directory directory, Labels labels) {
        return new FormOptions("plannedFor", actor -> Stream.concat(
                        Stream.of(new Choice(Notice.SELF, labels.text("exposed.self"))),
                        Choice.of(directory.otherOfficials(actor), Person::id, Person::displayName).stream())
                .toList());
    }

    /** Everyone with a mandate, who can take part in something. */
    @Bean
    FormOptions officialOptions(Directory directory) {
        return new FormOptions("officials", actor -> Choice.of(directory.officials(), Person::id, Person::displayName));
    }
}
