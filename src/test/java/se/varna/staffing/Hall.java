package se.varna.staffing;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.directory.Tenure;
import se.varna.directory.Unit;

/** Units, parties and people of a test's own, so that the demo's stay as they are for the others. */
@Component
public class Hall {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final String ACTOR = "admin";

    private final DirectoryKeeping keeping;
    private final DirectoryContents contents;
    private final Directory directory;

    Hall(DirectoryKeeping keeping, DirectoryContents contents, Directory directory) {
        this.keeping = keeping;
        this.contents = contents;
        this.directory = directory;
    }

    public String unit() {
        return unit(Unit.Kind.BOARD);
    }

    public String unit(Unit.Kind kind) {
        String code = "TESTENHET_" + COUNT.incrementAndGet();
        keeping.addUnit(code, "Enheten " + code, kind, null, ACTOR);
        return code;
    }

    public String party() {
        String code = "TESTPARTI_" + COUNT.incrementAndGet();
        keeping.addParty(code, "Partiet " + code, ACTOR);
        return code;
    }

    public String person() {
        return person(null);
    }

    public String person(String party) {
        String id = "test-" + COUNT.incrementAndGet();
        keeping.addPerson(id, new Details("Testperson " + id, id + "@example.org", null, party), ACTOR);
        return id;
    }

    /** Somebody who has held that since New Year, without anything following from it yet. */
    public String with(Office office, String organisation) {
        return give(person(), office, organisation, NEW_YEAR, null);
    }

    public String give(String person, Office office, String organisation, LocalDate from, LocalDate to) {
        keeping.give(person, new Tenure(office, organisation, from, to), ACTOR);
        return person;
    }

    /** What the person holds, when it is one thing. */
    public Appointment held(String person) {
        var held = contents.heldBy(person);
        if (held.size() != 1) {
            throw new AssertionError(person + " holds " + held.size());
        }
        return held.get(0);
    }

    public long number(String person) {
        return directory.person(person).orElseThrow().number();
    }
}
