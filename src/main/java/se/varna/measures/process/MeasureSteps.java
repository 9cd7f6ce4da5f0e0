package se.varna.measures.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.engine.CaseStep;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.FormOptions;
import se.varna.engine.Option;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;
import se.varna.measures.Measure;
import se.varna.measures.Measures;

/** The steps and tasks of {@code security-measure.bpmn}. */
@Configuration(proxyBeanMethods = false)
class MeasureSteps {

    @Bean
    CaseStep escalateReview(Measures measures) {
        return (caseNumber, measure) -> {
            measures.escalateReview(measure);
            return Map.of();
        };
    }

    /** The review's moment, asked by the model. */
    @Component("measureDeadlines")
    public static class MeasureDeadlines {

        private final Measures measures;

        MeasureDeadlines(Measures measures) {
            this.measures = measures;
        }

        public Date reviewDueAt(DelegateExecution execution) {
            return Date.from(
                    measures.reviewDueAt(UUID.fromString((String) execution.getVariable(Variables.SUBJECT_ID))));
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
            String reason = input.requiredText("reason", 1);
            var provider = input.choice("provider", Measure.Provider.class).orElse(null);
            var reviewAt = input.date("reviewAt");
            input.problems().refuseIfAny();
            if (decision == Decision.APPROVED) {
                measures.approve(task.subjectId(), provider, reviewAt, reason, actor);
            } else {
                measures.reject(task.subjectId(), reason, actor);
            }
            return Map.of(Variables.MEASURE_DECISION, decision.name());
        }
    }

    /** <i>Bekräfta att åtgärden gäller</i>. */
    @Component
    static class ConfirmMeasure extends MeasureWork {

        ConfirmMeasure(Measures measures) {
            super("userTask_confirmMeasure", measures);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            var from = input.date("inForceFrom");
            input.problems()
                    .addIf(input.text("inForceFrom") == null, "inForceFrom", "required")
                    .refuseIfAny();
            measures.confirm(task.subjectId(), from, input.text("note"), actor);
            return Map.of();
        }
    }

    /** <i>Ompröva åtgärden</i>. */
    @Component
    static class ReviewMeasure extends MeasureWork {

        private enum Review {
            EXTEND,
            END
        }

        ReviewMeasure(Measures measures) {
            super("userTask_reviewMeasure", measures);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            Review review = input.requiredChoice("measureReview", Review.class);
            String reason = input.requiredText("reason", 1);
            var reviewAt = input.date("reviewAt");
            input.problems().refuseIfAny();
            if (review == Review.EXTEND) {
                measures.extend(task.subjectId(), reviewAt, reason, actor);
            } else {
                measures.end(task.subjectId(), reason, actor);
            }
            return Map.of(Variables.MEASURE_REVIEW, review.name());
        }
    }

    /** The catalogue, for the assessment. */
    @Component
    static class MeasureOptions implements FormOptions {

        private final Measures measures;

        MeasureOptions(Measures measures) {
            this.measures = measures;
        }

        @Override
        public String name() {
            return "measures";
        }

        @Override
        public List<Option> options(String actor) {
            return measures.catalogue().stream()
                    .map(kind -> new Option(kind.code(), kind.name()))
                    .toList();
        }
    }

    /** Which measure it is about, and how it stands. */
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
            return labels.text(
                    "form.measure",
                    measures.nameOf(measure),
                    labels.of(measure.state()),
                    measure.provider() == null ? "–" : labels.of(measure.provider()),
                    measure.reviewAt() == null ? "–" : labels.day(measure.reviewAt()),
                    reason(measure, sight));
        }

        private String reason(Measure measure, Sight sight) {
            if (measure.reason() == null) {
                return "–";
            }
            return sight.shows(Part.NOTES, measure.reasonAt())
                    ? Markdown.plain(measure.reason())
                    : labels.text("form.withheld.reason");
        }
    }
}
