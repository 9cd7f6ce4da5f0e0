package se.varna.measures.process;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.Choice;
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
import se.varna.measures.Measure;
import se.varna.measures.MeasureEntry;
import se.varna.measures.MeasureKind;
import se.varna.measures.Measures;

/** The steps and tasks of {@code security-measure.bpmn}. */
@Configuration(proxyBeanMethods = false)
class MeasureSteps {

    @Bean
    CaseStep remindReview(Measures measures) {
        return CaseStep.about(measures::remindReview);
    }

    @Bean
    CaseStep escalateReview(Measures measures) {
        return CaseStep.about(measures::escalateReview);
    }

    /** The review's moments, asked by the model. */
    @Component("measureDeadlines")
    public static class MeasureDeadlines {

        private final Measures measures;

        MeasureDeadlines(Measures measures) {
            this.measures = measures;
        }

        public Date reviewDueAt(DelegateExecution execution) {
            return Date.from(measures.reviewDueAt(CaseStep.subjectOf(execution)));
        }

        public Date reviewOverdueAt(DelegateExecution execution) {
            return Date.from(measures.reviewOverdueAt(CaseStep.subjectOf(execution)));
        }
    }

    /** A task about one measure. */
    private abstract static class MeasureWork implements TaskWork {

        final Measures measures;
        private final String taskKey;

        MeasureWork(String taskKey, Measures measures) {
            this.taskKey = taskKey;
            this.measures = measures;
        }

        @Override
        public String taskKey() {
            return taskKey;
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return measures.terms(task.subjectId());
        }

        @Override
        public Optional<String> about(TaskContext task) {
            return Optional.of(measures.nameOf(measures.get(task.subjectId())));
        }
    }

    /** <i>Besluta om åtgärden</i>. */
    @Component
    static class DecideMeasure extends MeasureWork {

        private enum Decision {
            APPROVED,
            REJECTED
        }

        DecideMeasure(Measures measures) {
            super("userTask_decideMeasure", measures);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Decision decision = input.requiredChoice("measureDecision", Decision.class);
            var provider = input.choice("provider", Measure.Provider.class);
            var reviewAt = input.date("reviewAt");
            input.problems().refuseIfAny();
            if (decision == Decision.APPROVED) {
                measures.approve(task.subjectId(), provider, reviewAt, input.text("reason"), actor);
            } else {
                measures.reject(task.subjectId(), input.text("reason"), actor);
            }
            return Map.of(Variables.MEASURE_DECISION, decision.name());
        }
    }

    /** <i>Beställ åtgärden</i>. */
    @Component
    static class OrderMeasure extends MeasureWork {

        private enum Progress {
            ORDERED,
            ABANDONED
        }

        OrderMeasure(Measures measures) {
            super("userTask_orderMeasure", measures);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Progress progress = input.requiredChoice("measureProgress", Progress.class);
            var orderedAt = input.date("orderedAt");
            input.problems().refuseIfAny();
            if (progress == Progress.ORDERED) {
                measures.order(task.subjectId(), input.text("orderedFrom"), orderedAt, actor);
            } else {
                measures.abandon(task.subjectId(), input.text("reason"), actor);
            }
            return Map.of(Variables.MEASURE_PROGRESS, progress.name());
        }
    }

    /** <i>Bekräfta att åtgärden gäller</i>. */
    @Component
    static class ConfirmMeasure extends MeasureWork {

        private enum Progress {
            IN_FORCE,
            ABANDONED
        }

        ConfirmMeasure(Measures measures) {
            super("userTask_confirmMeasure", measures);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Progress progress = input.requiredChoice("measureProgress", Progress.class);
            var from = input.date("inForceFrom");
            input.problems().refuseIfAny();
            if (progress == Progress.IN_FORCE) {
                measures.confirm(task.subjectId(), from, input.text("note"), actor);
            } else {
                measures.abandon(task.subjectId(), input.text("reason"), actor);
            }
            return Map.of(Variables.MEASURE_PROGRESS, progress.name());
        }
    }

    /** <i>Ompröva åtgärden</i>. */
    @Component
    static class ReviewMeasure extends MeasureWork {

        private enum Review {
            EXTEND,
            CHANGE,
            END
        }

        ReviewMeasure(Measures measures) {
            super("userTask_reviewMeasure", measures);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Review review = input.requiredChoice("measureReview", Review.class);
            String reason = input.text("reason");
            var reviewAt = input.date("reviewAt");
            var provider = input.choice("provider", Measure.Provider.class);
            input.problems().refuseIfAny();
            switch (review) {
                case EXTEND -> measures.extend(task.subjectId(), reviewAt, reason, actor);
                case CHANGE ->
                    measures.change(task.subjectId(), provider, reviewAt, input.text("change"), reason, actor);
                case END -> measures.end(task.subjectId(), reason, actor);
            }
            return Map.of(Variables.MEASURE_REVIEW, review.name());
        }
    }

    /** The catalogue, for the assessment. */
    @Bean
    FormOptions measureOptions(Measures measures) {
        return new FormOptions(
                "measures", actor -> Choice.of(measures.catalogue(), MeasureKind::code, MeasureKind::name));
    }

    /** Which measure it is about, how it stands and why, and what must be known to take the next step. */
    @Component
    static class MeasureContent implements FormContent {

        private final Measures measures;
        private final Labels labels;

        MeasureContent(Measures measures, Labels labels) {
            this.measures = measures;
            this.labels = labels;
        }

        @Override
        public String name() {
            return "measure";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            Measure measure = measures.get(task.subjectId());
            List<String> said = new ArrayList<>();
            said.add(labels.text("form.measure", measures.nameOf(measure), labels.of(measure.state())));
            if (measure.calledFor() != null) {
                said.add(labels.text("form.measure.called", labels.of(measure.calledFor())));
            }
            said.add(
                    measure.assessedAt() == null
                            ? labels.text("form.measure.acute")
                            : labels.text("form.measure.assessed", labels.moment(measure.assessedAt())));
            if (measure.provider() == null) {
                measures.kindOf(measure)
                        .ifPresent(kind -> said.add(labels.text("form.measure.usual", labels.of(kind.provider()))));
            } else {
                said.add(labels.text(
                        "form.measure.terms", labels.of(measure.provider()), labels.day(measure.reviewAt())));
            }
            if (measure.inForceFrom() != null) {
                said.add(labels.text("form.measure.inForce", labels.day(measure.inForceFrom())));
            }
            measures.entries(measure.id()).stream()
                    .filter(entry -> entry.detail() != null || entry.reason() != null)
                    .map(entry -> labels.text(
                            "form.measure.reason",
                            labels.of(entry.step()),
                            labels.moment(entry.at()),
                            sight.shows(Part.NOTES, entry.at())
                                    ? Markdown.quote(written(entry))
                                    : labels.text("form.withheld.reason")))
                    .forEach(said::add);
            return String.join("\n\n", said);
        }

        private static String written(MeasureEntry entry) {
            return Stream.of(entry.detail(), entry.reason())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n\n"));
        }
    }
}
