package se.varna.access.signin;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What every answer says to browsers. Our pages run and show what we serve ourselves; nobody may frame anything, except
 * Tasklist, which we serve too, the page of a case; only files that are the same for all may be kept; nothing of the
 * computer is used. Over https, browsers are told to stay there.
 *
 * @param formTarget where a form may lead beside to ourselves; empty for nowhere
 */
record ResponseHeaders(String formTarget) implements Customizer<HeadersConfigurer<HttpSecurity>> {

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frame -> frame.disable())
                .cacheControl(cache -> cache.disable())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()"))
                .addHeaderWriter(when(request -> !Paths.isStatic(request), new CacheControlHeadersWriter()))
                .addHeaderWriter(when(Paths::isFramed, new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN)))
                .addHeaderWriter(when(
                        request -> !Paths.isFramed(request), new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)))
                // Camunda's webapps bring their own policy, which lets nobody frame them either.
                .addHeaderWriter(
                        when(request -> !Paths.isWebapp(request) && Paths.isFramed(request), contentPolicy("'self'")))
                .addHeaderWriter(
                        when(request -> !Paths.isWebapp(request) && !Paths.isFramed(request), contentPolicy("'none'")));
    }

    private HeaderWriter contentPolicy(String framedBy) {
        return new ContentSecurityPolicyHeaderWriter("default-src 'self'; object-src 'none'; base-uri 'self';"
                + " form-action " + ("'self' " + formTarget).strip() + "; frame-ancestors " + framedBy);
    }

    private static HeaderWriter when(RequestMatcher asked, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(asked, writer);
    }
}
