package se.varna.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.duty.StaffedHours;
import se.varna.parties.CheckPoint;
import se.varna.parties.PartyRegister;
import se.varna.parties.PartyRegister.Said;
import se.varna.parties.PartyState;
import se.varna.supportline.Roster;

/**
 * Fills the support line's roster and the parties' register of a new demo, as people would: {@code demo/first-day.yaml}.
 * What somebody has begun to keep is left alone.
 */
@Component
@Profile("demo")
class FirstDay implements ApplicationRunner {

    private final boolean wanted;
    private final Roster roster;
    private final StaffedHours hours;
    private final Directory directory;
    private final PartyRegister register;
    private final Clock clock;

    FirstDay(
            @Value("${varna.demo.first-day}") boolean wanted,
            Roster roster,
            StaffedHours hours,
            Directory directory,
            PartyRegister register,
            Clock clock) {
        this.wanted = wanted;
        this.roster = roster;
        this.hours = hours;
        this.directory = directory;
        this.register = register;
        this.clock = clock;
    }

    private record PartyData(String code, String saidBy, String reach, Map<CheckPoint, Said> answers) {}

    private record Content(int weeks, int dayWithoutAnybody, String plannedBy, List<PartyData> parties) {}

    /** After the past, if there is one: it is today that is filled. */
    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (wanted) {
            fill();
        }
    }

    void fill() throws IOException {
        try (InputStream file = FirstDay.class.getResourceAsStream("/demo/first-day.yaml")) {
            Content content = YAMLMapper.builder().build().readValue(file, Content.class);
            if (isKnown(content.plannedBy())) {
                roster.fillIfEmpty(watches(content), content.plannedBy());
            }
            content.parties().stream().filter(party -> isKnown(party.saidBy())).forEach(this::said);
        }
    }

    /** A city that shows the demo with a directory of its own has other people. */
    private boolean isKnown(String person) {
        return directory.person(person).isPresent();
    }

    /** Säkerhet och Beredskap's people by turns when the line is staffed, and the on-call company otherwise. */
    private List<Roster.Plan> watches(Content content) {
        List<String> persons = roster.persons().stream()
                .filter(person -> !directory.heads().contains(person))
                .sorted()
                .toList();
        Instant now = clock.instant();
        Instant end = now.atZone(Sweden.TIME).plusWeeks(content.weeks()).toInstant();
        Instant today = LocalDate.now(clock.withZone(Sweden.TIME))
                .atStartOfDay(Sweden.TIME)
                .toInstant();
        List<Roster.Plan> plans = new ArrayList<>();
        int staffed = 0;
        for (Instant at = now; at.isBefore(end); at = hours.nextChange(at)) {
            Instant began = hours.lastChange(at);
            Instant from = began.isBefore(today) ? today : began;
            if (!hours.isStaffed(at)) {
                plans.add(plan(Roster.COMPANY, from, hours.nextChange(at)));
            } else if (++staffed != content.dayWithoutAnybody() && !persons.isEmpty()) {
                plans.add(plan(persons.get(staffed % persons.size()), from, hours.nextChange(at)));
            }
        }
        return plans;
    }

    private static Roster.Plan plan(String who, Instant from, Instant until) {
        ZonedDateTime begins = from.atZone(Sweden.TIME);
        ZonedDateTime ends = until.atZone(Sweden.TIME);
        return new Roster.Plan(
                who, begins.toLocalDate(), begins.toLocalTime(), ends.toLocalDate(), ends.toLocalTime(), 0);
    }

    private void said(PartyData said) {
        register.all().stream()
                .filter(state -> state.party().code().equals(said.code()) && isUntouched(state))
                .forEach(state -> {
                    register.saveReach(said.code(), said.reach(), null);
                    register.save(said.code(), said.answers(), state.version(), said.saidBy());
                });
    }

    private static boolean isUntouched(PartyState state) {
        return state.reach() == null && state.answers().isEmpty();
    }
}
