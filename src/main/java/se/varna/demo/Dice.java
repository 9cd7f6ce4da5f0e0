package se.varna.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is drawn by lot. */
final class Dice {

    private final Random random;

    Dice(Random random) {
        this.random = random;
    }

    /** Whether something happens that happens so many times in a hundred. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double share() {
        return random.nextDouble();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** One of those, each as likely as its weight. */
    <T> T one(List<Map.Entry<T, Integer>> weighted, int sum) {
        int left = random.nextInt(sum);
        for (Map.Entry<T, Integer> each : weighted) {
            left -= each.getValue();
            if (left < 0) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("the weights are less than " + sum);
    }
}
