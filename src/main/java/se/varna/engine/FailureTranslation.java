package se.varna.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import se.varna.common.Refused;

/**
 * Brings failures over the engine's border in the words of the side they go to. A refusal from one of our listeners
 * comes out as itself, not wrapped in the engine's own exception, and is remembered for the answer to the web request.
 * Anything unexpected is logged by kind and place alone.
 * Two at once in the case file is, for a job, what two at once in the engine's tables is: try again, no retry spent. A
 * person who came second is told to look again.
 */
public class FailureTranslation extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(FailureTranslation.class);

    /** Request attribute with the {@link Refused} that ended an engine call. */
    public static final String REFUSED = Refused.class.getName();

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ConcurrencyFailureException | OptimisticLockingException e) {
            if (Context.getJobExecutorContext() != null) {
                throw new OptimisticLockingException("changed meanwhile");
            }
            Refused refused = Refused.because("case.wrongPhase");
            remember(refused);
            throw refused;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused refused) {
                    remember(refused);
                    throw refused;
                }
            }
            if (Context.getCommandContext() == null && !(e instanceof ProcessEngineException && e.getCause() == null)) {
                LOG.error("a call to the engine failed: {}", Failure.of(e));
            }
            throw e;
        }
    }

    private static void remember(Refused refused) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSED, refused, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
