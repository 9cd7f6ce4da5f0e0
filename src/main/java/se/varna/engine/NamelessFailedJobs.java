package se.varna.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.varna.common.Labels;

/**
 * What a failed job leaves behind: where in the code it failed and what kind of failure it was, never the failure's
 * own text, which may quote an address or a row of the database.
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
        return new DefaultJobRetryCmd(
                jobId, new StepFailed(labels.text("incident.stepFailed", told.kind()), told.trace()));
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
