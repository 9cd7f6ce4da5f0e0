package se.varna.casepage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.varna.access.Extent;
import se.varna.access.Sight;
import se.varna.common.web.ChosenLanguage;

/** The pages of a case are in both languages for the exposed person, and in Swedish for everybody else. */
@Component
class OwnLanguage implements HandlerInterceptor, WebMvcConfigurer {

    /** After the door, which says who looks. */
    private static final int AFTER_THE_DOOR = 1;

    private final ChosenLanguage language;

    OwnLanguage(ChosenLanguage language) {
        this.language = language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(AFTER_THE_DOOR);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(Sight.class.getName()) instanceof Sight sight && sight.extent() == Extent.OWN) {
            language.offer(request, response);
        }
        return true;
    }
}
