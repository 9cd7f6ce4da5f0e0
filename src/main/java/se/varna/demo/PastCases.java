package se.varna.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.common.Sweden;
import se.varna.demo.process.EngineByHand;
import se.varna.directory.Directory;
import se.varna.reporting.Reporting;
import se.varna.statistics.Statistics;

/**
 * Fills an empty demo with the cases of three years, by running the real processes with a moved clock: people report, take
 * their tasks and answer their forms, and timers fire when their time comes. What happens is drawn by lot from a seed: the
 * same seed, number and last day give the same cases.
 */
@Component
@Order(0)
@Profile("demo")
@ConditionalOnProperty("varna.demo.cases")
class PastCases implements ApplicationRunner {

    private static final int YEARS = 3;

    private final int number;
    private final long seed;
    private final LocalDate until;
    private final Reporting reporting;
    private final Officers officers;
    private final EngineByHand engine;
    private final MovedTime time;
    private final Directory directory;
    private final Statistics statistics;
    private final JdbcClient jdbc;
    private final Labels labels;
    private final Clock clock;
    private final Past past = Past.read();

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private long order;

    /** @param until the day that the past reaches to; today, if none is given */
    PastCases(
            @Value("${varna.demo.cases}") int number,
            @Value("${varna.demo.seed:1}") long seed,
            @Value("${varna.demo.until:#{null}}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Reporting reporting,
            Officers officers,
            EngineByHand engine,
            MovedTime time,
            Directory directory,
            Statistics statistics,
            JdbcClient jdbc,
            Labels labels,
            Clock clock) {
        this.number = number;
        this.seed = seed;
        this.until = until;
        this.reporting = reporting;
        this.officers = officers;
        this.engine = engine;
        this.time = time;
        this.directory = directory;
        this.statistics = statistics;
        this.jdbc = jdbc;
        this.labels = labels;
        this.clock = clock;
    }

    /** Something that happens at that time; of what happens at once, first what was thought of first. */
    private record Event(Instant at, long order, Runnable deed) {}

    /** A case on its way, with the dice that decide what happens in it. */
    private record Case(String number, Officers.Story story, Set<String> seen) {}

    @Override
    public void run(ApplicationArguments arguments) {
        boolean empty = jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM varna.case_file)")
                .query(Boolean.class)
                .single();
        if (!empty || directory.person(past.people().get(0).id()).isEmpty()) {
            System.out.println(labels.text("demo.cases.notEmpty"));
            return;
        }
        LocalDate end = until == null ? LocalDate.now(clock.withZone(Sweden.TIME)) : until;
        try {
            live(end.atStartOfDay(Sweden.TIME).toInstant());
        } finally {
            time.letGo();
            engine.letTimeGo();
        }
        statistics.compile();
    }

    private void live(Instant end) {
        Random lot = new Random(seed);
        List<Instant> moments = new Moments(end.atZone(Sweden.TIME), YEARS, lot).draw(number);
        // Each case has dice of its own, so that what happens in one changes nothing in another.
        List<Dice> dice = moments.stream()
                .map(moment -> new Dice(new Random(lot.nextLong())))
                .toList();
        IntStream.range(0, number)
                .forEach(index -> at(moments.get(index), () -> {
                    report(dice.get(index));
                    if ((index + 1) % 50 == 0) {
                        System.out.println(labels.text("demo.cases.progress", index + 1, number));
                    }
                }));
        Instant now = moments.get(0);
        while (!events.isEmpty() && events.peek().at().isBefore(end)) {
            Event next = events.poll();
            now = next.at().isAfter(now) ? next.at() : now;
            time.set(now);
            engine.setTime(now);
            next.deed().run();
        }
    }

    private void at(Instant moment, Runnable deed) {
        events.add(new Event(moment, order++, deed));
    }

    private void report(Dice dice) {
        Reporters.Written written = new Reporters(past, dice).report(past.people());
        String caseNumber =
                reporting.report(written.report(), written.reporter(), null).caseNumber();
        follow(new Case(caseNumber, new Officers.Story(dice), new HashSet<>()));
    }

    /** Looks what has become open in the case, and decides when it happens. */
    private void follow(Case each) {
        engine.runWaiting(each.number());
        for (EngineByHand.Timer timer : engine.timers(each.number())) {
            if (each.seen().add(timer.toString())) {
                at(timer.due(), () -> {
                    if (engine.timers(each.number()).contains(timer)) {
                        engine.fire(timer);
                        follow(each);
                    }
                });
            }
        }
        for (EngineByHand.Task task : engine.tasks(each.number())) {
            if (each.seen().add(task.id())) {
                at(officers.when(task, each.story()), () -> {
                    if (engine.tasks(each.number()).stream()
                                    .anyMatch(open -> open.id().equals(task.id()))
                            && officers.work(each.number(), task, each.story())) {
                        follow(each);
                    }
                });
            }
        }
    }
}
