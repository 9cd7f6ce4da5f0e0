package se.varna.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;

/** Prints where to sign in and as whom. */
@Component
@Profile("demo")
class Welcome {

    private final Labels labels;

    Welcome(Labels labels) {
        this.labels = labels;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            System.out.println(labels.text(
                    "demo.welcome", String.valueOf(web.getWebServer().getPort())));
        }
    }
}
