package se.varna.engine.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import se.varna.engine.WorkableTasks;

@Configuration(proxyBeanMethods = false)
class EngineApi {

    /** After the engine knows who calls, see {@link se.varna.engine}. */
    private static final int ORDER = 210;

    @Bean
    FilterRegistrationBean<EngineApiFilter> engineApiFilter(
            Gate gate, WorkableTasks tasks, ServedForms forms, Refusals refusals) {
        var registration = new FilterRegistrationBean<>(new EngineApiFilter(gate, tasks, forms, refusals));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths() {
        var registration = new FilterRegistrationBean<>(new PlainPaths());
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
