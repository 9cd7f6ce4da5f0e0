package se.varna.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import se.varna.engine.WorkableTasks;

/** Stands before the API of Tasklist, Cockpit and Admin: the gate, the served forms, and refusals in Swedish. */
class EngineApiFilter extends OncePerRequestFilter {

    private final Gate gate;
    private final WorkableTasks tasks;
    private final ServedForms forms;
    private final Refusals refusals;

    EngineApiFilter(Gate gate, WorkableTasks tasks, ServedForms forms, Refusals refusals) {
        this.gate = gate;
        this.tasks = tasks;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Call call = Call.of(request);
        Optional<CallBody> body = call.reads() ? Optional.empty() : CallBody.read(request);
        if (body.isEmpty() && !call.reads()) {
            refusals.tooLong(response);
        } else if (!gate.lets(call, body.orElse(null))) {
            refusals.shut(call, response);
        } else if (!isWorkable(call)) {
            refusals.noSuchTask(response);
        } else {
            HttpServletRequest passed = body.isPresent() ? body.get() : request;
            Answer answer = new Answer(response);
            if (forms.serves(call)) {
                serve(call, passed, answer, chain);
            } else {
                chain.doFilter(passed, answer);
            }
            if (answer.isError()) {
                refusals.explain(call, request, response);
            }
        }
    }

    /** Before the engine is asked: its own words for a task that is another's differ from those for one that is not. */
    private boolean isWorkable(Call call) {
        return call.task() == null || tasks.find(call.task(), call.person()).isPresent();
    }

    private void serve(Call call, HttpServletRequest request, Answer answer, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(answer);
        chain.doFilter(request, held);
        if (!answer.isError()) {
            byte[] form = forms.fill(call, held.getContentAsByteArray());
            answer.setHeader("Cache-Control", "no-store");
            answer.setContentLength(form.length);
            answer.getOutputStream().write(form);
        }
    }
}
