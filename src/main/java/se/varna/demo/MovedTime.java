package se.varna.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the application's one clock show another time, while the demo's past is made. */
@Component
@Profile("demo")
@ConditionalOnProperty("varna.demo.cases")
class MovedTime implements BeanPostProcessor {

    /** What the clock shows, or null for the time that it is. */
    private volatile Instant shown;

    void set(Instant instant) {
        shown = instant;
    }

    void letGo() {
        shown = null;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Clock real ? new MovableClock(real) : bean;
    }

    private final class MovableClock extends Clock {

        private final Clock real;

        private MovableClock(Clock real) {
            this.real = real;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new MovableClock(real.withZone(zone));
        }

        @Override
        public Instant instant() {
            Instant moved = shown;
            return moved == null ? real.instant() : moved;
        }
    }
}
