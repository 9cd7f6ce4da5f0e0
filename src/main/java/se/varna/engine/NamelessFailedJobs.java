package se.varna.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.varna.common.Labels;

/**
 * What a failed job leaves behind: a sentence that says what it means and what to do, where in the code it failed and
 * what kind of failure it was. Never the failure's own text, which may quote an address or a row of the database.
 */
class NamelessFailedJobs implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(NamelessFailedJobs.class);

    private final Labels labels;

    NamelessFailedJobs(Labels labels) {
        this.labels = labels;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        Failure told = Failure.of(failure);
        LOG.warn("job {} failed: {}", jobId, told.kind());
        return new Retry(jobId, told);
    }

    private String whatToDo(JobEntity job) {
        String others = job instanceof TimerEntity ? "incident.timer" : "incident.step";
        return labels.textOfFirst(List.of("incident." + job.getActivityId(), others));
    }

    /** The engine's own, which leaves our words behind: only here is it known which job it is. */
    private final class Retry extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        private final transient Failure told;

        private Retry(String jobId, Failure told) {
            super(jobId, new StepFailed("", told.trace()));
            this.told = told;
        }

        @Override
        public Object execute(CommandContext context) {
            exception = new StepFailed(labels.text("incident", whatToDo(getJob()), told.kind()), told.trace());
            return super.execute(context);
        }
    }

    /** Carries the kind and place of a failure, without its words. */
    static final class StepFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private StepFailed(String message, StackTraceElement[] trace) {
            super(message);
            setStackTrace(trace);
        }
    }
}
