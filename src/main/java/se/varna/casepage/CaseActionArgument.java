package se.varna.casepage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import se.varna.access.Sight;

/** Gives the pages' methods the {@link CaseAction} of a request that has been let in. */
@Component
class CaseActionArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(CaseAction.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public CaseAction resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest webRequest,
            WebDataBinderFactory binderFactory) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((field, values) -> typed.put(field, List.of(values)));
        return new CaseAction(
                variables.get("number"),
                request.getRemoteUser(),
                (Sight) request.getAttribute(Sight.class.getName()),
                typed,
                RequestContextUtils.getOutputFlashMap(request));
    }
}
