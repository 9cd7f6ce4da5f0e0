package se.varna.common.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import se.varna.common.Language;

/** Remembers in a cookie which language a person has chosen by a link, on pages that are {@link Bilingual}. */
@Component("localeResolver")
public class ChosenLanguage implements HandlerInterceptor, LocaleResolver, WebMvcConfigurer {

    private static final String CHOICE = "sprak";

    private static final String COOKIE = "varna-sprak";
    private static final Map<String, Locale> LANGUAGES = Map.of("sv", Language.SWEDISH, "en", Language.ENGLISH);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean bilingual = handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(Bilingual.class)
                        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Bilingual.class));
        if (bilingual) {
            offer(request, response);
        }
        return true;
    }

    /** Answers in the language that has been chosen, and lets the page offer the other one. */
    public void offer(HttpServletRequest request, HttpServletResponse response) {
        // For the layout, which offers the other language.
        request.setAttribute("bilingual", true);
        Optional<String> asked = known(request.getParameter(CHOICE));
        asked.ifPresent(code -> response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, code)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString()));
        asked.or(() -> known(remembered(request))).map(LANGUAGES::get).ifPresent(Language::use);
    }

    private static Optional<String> known(String code) {
        return Optional.ofNullable(code).filter(LANGUAGES::containsKey);
    }

    private static String remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Language.current();
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by a link");
    }
}
