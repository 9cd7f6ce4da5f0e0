package se.varna.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import se.varna.access.LimitSettings.Limit;
import se.varna.common.Problem;
import se.varna.common.TooOften;

/**
 * How often the same one may do the same thing. Each node counts for itself, in memory: the limits stop floods and
 * guessing, and nothing that matters is lost when a count is.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class RateLimits {

    /** What is limited. */
    public enum Of {
        SIGN_IN,
        REPORT,
        QUESTION
    }

    private record Key(Of what, String who) {}

    /** So many counts are kept at most; the oldest go first. */
    private static final int KEPT = 100_000;

    private final LimitSettings settings;
    private final TimeMeter time;
    private final LoadingCache<Key, Bucket> buckets;

    RateLimits(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new ClocksTime(clock);
        this.buckets = Caffeine.newBuilder().maximumSize(KEPT).build(this::bucket);
    }

    /**
     * Counts one time more.
     *
     * @param who an address or a person's id; kept in memory only
     * @throws TooOften when it has been so often that it must wait
     */
    public void count(Of what, String who) {
        ConsumptionProbe probe = buckets.get(new Key(what, who)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new TooOften(
                    problem(what, (int) Math.max(1, wait.plusSeconds(59).toMinutes())), wait);
        }
    }

    /** Takes a count back: what was counted turned out to be in order. */
    public void takeBack(Of what, String who) {
        buckets.get(new Key(what, who)).addTokens(1);
    }

    private static Problem problem(Of what, int minutes) {
        return switch (what) {
            case SIGN_IN -> Problem.of("tooOften.signIn", minutes);
            case REPORT -> Problem.of("tooOften.report", minutes);
            case QUESTION -> Problem.of("tooOften.question", minutes);
        };
    }

    private Bucket bucket(Key key) {
        Limit limit =
                switch (key.what()) {
                    case SIGN_IN -> settings.signIn();
                    case REPORT -> settings.report();
                    case QUESTION -> settings.question();
                };
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The one clock, as the buckets read it. */
    private record ClocksTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
