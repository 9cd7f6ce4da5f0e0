package se.varna.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.ForCase;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.access.Sight;

/**
 * Stands before every page and call of ours. Each says what it is for, with {@link ForCase} or {@link ForArea}; one that
 * says nothing lets nobody in. What does not exist for a person answers as what does not exist at all. Looking at a case
 * is logged here, before anything of it is read.
 */
@Component
class Door implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String OURS = "se.varna.";
    private static final String SIGHT = Sight.class.getName();

    private final NeedToKnow needToKnow;
    private final ReadLog readLog;

    Door(NeedToKnow needToKnow, ReadLog readLog) {
        this.needToKnow = needToKnow;
        this.readLog = readLog;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            ForCase forCase = method.getMethodAnnotation(ForCase.class);
            if (forCase != null) {
                enterCase(request, forCase);
            } else {
                enterArea(request, method);
            }
        }
        return true;
    }

    private void enterCase(HttpServletRequest request, ForCase forCase) {
        String number = numberIn(request);
        Sight sight = needToKnow.sight(request.getRemoteUser(), number);
        if (!sight.may(forCase.value())) {
            throw new ResponseStatusException(sight.knowsOfIt() ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
        }
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            readLog.record(number, forCase.value().name(), sight);
        }
        request.setAttribute(SIGHT, sight);
    }

    private void enterArea(HttpServletRequest request, HandlerMethod method) {
        ForArea forArea = method.getMethodAnnotation(ForArea.class);
        if (forArea == null) {
            forArea = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ForArea.class);
        }
        Area area = forArea == null ? null : forArea.value();
        if (area == null || !needToKnow.areas(request.getRemoteUser()).contains(area)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @SuppressWarnings("unchecked")
    private static String numberIn(HttpServletRequest request) {
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables.get("number");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Sight.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binderFactory) {
        return request.getAttribute(SIGHT, RequestAttributes.SCOPE_REQUEST);
    }
}
