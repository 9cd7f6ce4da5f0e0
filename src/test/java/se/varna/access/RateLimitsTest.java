package se.varna.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.varna.MutableClock;
import se.varna.access.LimitSettings.Limit;
import se.varna.access.RateLimits.Of;
import se.varna.common.TooOften;

/** How often the same one may do the same thing. */
class RateLimitsTest {

    private final MutableClock clock = new MutableClock();
    private final Limit two = new Limit(2, Duration.ofMinutes(10));
    private final RateLimits limits = new RateLimits(new LimitSettings(two, two, two), clock);

    @Test
    void the_third_time_has_to_wait_and_is_told_how_long() {
        limits.count(Of.REPORT, "a");
        limits.count(Of.REPORT, "a");
        assertThatThrownBy(() -> limits.count(Of.REPORT, "a"))
                .asInstanceOf(type(TooOften.class))
                .satisfies(tooOften -> {
                    assertThat(tooOften.seconds()).isEqualTo(300);
                    assertThat(tooOften.problems()).singleElement().satisfies(problem -> assertThat(problem.args())
                            .containsExactly(5));
                });

        clock.advance(Duration.ofMinutes(5));
        limits.count(Of.REPORT, "a");
        assertThatThrownBy(() -> limits.count(Of.REPORT, "a")).isInstanceOf(TooOften.class);
    }

    @Test
    void others_and_other_things_count_for_themselves() {
        limits.count(Of.REPORT, "a");
        limits.count(Of.REPORT, "a");
        assertThatNoException().isThrownBy(() -> limits.count(Of.REPORT, "b"));
        assertThatNoException().isThrownBy(() -> limits.count(Of.QUESTION, "a"));
    }

    @Test
    void what_is_taken_back_does_not_count_and_saves_nothing_up() {
        for (int i = 0; i < 10; i++) {
            limits.count(Of.SIGN_IN, "a");
            limits.takeBack(Of.SIGN_IN, "a");
        }
        limits.takeBack(Of.SIGN_IN, "a");
        limits.count(Of.SIGN_IN, "a");
        limits.count(Of.SIGN_IN, "a");
        assertThatThrownBy(() -> limits.count(Of.SIGN_IN, "a")).isInstanceOf(TooOften.class);
    }
}
