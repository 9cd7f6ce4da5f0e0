package se.varna.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that is too long with 413, before anyone else reads it, also when it does not say how long it is.
 * Addresses that take files have a limit of their own, and calls of Camunda's webapps have a limit and an answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** How Tomcat says that it would not read a form. */
    private static final String FORM_NOT_READ = "org.apache.catalina.parameter_parse_failed";

    private final int longest;
    private final List<UploadRoute> uploads;

    BodyLimit(@Value("${varna.limits.body}") DataSize longest, List<UploadRoute> uploads) {
        this.longest = Math.toIntExact(longest.toBytes());
        this.uploads = uploads;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UploadRoute> upload =
                uploads.stream().filter(route -> route.takes(request)).findFirst();
        long limit = upload.map(route -> route.longest().toBytes()).orElse((long) longest);
        if (request.getContentLengthLong() > limit) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (upload.isPresent()) {
            chain.doFilter(new StreamedForm(request, limit), response);
        } else if (request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
        } else if (isForm(request)) {
            // Tomcat counts a form itself, and says nothing but that there are no fields.
            request.getParameterMap();
            if (request.getAttribute(FORM_NOT_READ) == null) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
        } else {
            byte[] body = request.getInputStream().readNBytes(longest + 1);
            if (body.length > longest) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else {
                chain.doFilter(new ReadBody(request, body), response);
            }
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
