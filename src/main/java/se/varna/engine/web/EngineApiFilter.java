package se.varna.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Stands before the API of Tasklist, Cockpit and Admin: the gate, the served forms, and refusals in Swedish. */
class EngineApiFilter extends OncePerRequestFilter {

    private final Gate gate;
    private final ServedForms forms;
    private final Refusals refusals;

    EngineApiFilter(Gate gate, ServedForms forms, Refusals refusals) {
        this.gate = gate;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Call call = Call.of(request);
        if (call.reads()) {
            read(call, request, response, chain);
        } else {
            write(call, request, response, chain);
        }
    }

    private void read(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!gate.letsRead(decodedPath(request), call.person(), request.getParameterMap())) {
            refusals.shut(call, response);
            return;
        }
        Answer answer = new Answer(response);
        if (forms.serves(call)) {
            var held = new ContentCachingResponseWrapper(answer);
            chain.doFilter(request, held);
            if (!answer.isError()) {
                byte[] form = forms.fill(call, held.getContentAsByteArray());
                response.setHeader("Cache-Control", "no-store");
                response.setContentLength(form.length);
                response.getOutputStream().write(form);
            }
        } else {
            chain.doFilter(request, answer);
        }
        if (answer.isError()) {
            refusals.explain(call, request, response);
        }
    }

    private void write(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<CallBody> body = CallBody.read(request);
        if (body.isEmpty()) {
            refusals.tooLong(response);
            return;
        }
        if (!gate.lets(call, body.get())) {
            refusals.shut(call, response);
            return;
        }
        Answer answer = new Answer(response);
        chain.doFilter(body.get(), answer);
        if (answer.isError()) {
            refusals.explain(call, request, response);
        }
    }

    /** The path as the servlet container understands it: what is forbidden must not pass in another spelling. */
    private static String decodedPath(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.substring(Call.API.length());
    }
}
