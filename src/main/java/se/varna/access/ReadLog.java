package se.varna.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of who has read a case. The exposed person may always see it. */
@Service
@Transactional
public class ReadLog {

    /** The case in short at the head of a task's form. */
    public static final String FORM = "FORM";

    /** A line about the case in a list. */
    static final String LIST = "LIST";

    private final ReadEntries entries;
    private final Clock clock;

    ReadLog(ReadEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** @param part what was read: an {@link Action}'s name, {@link #FORM} or {@link #LIST} */
    public void record(String caseNumber, String person, String part, Extent extent) {
        entries.save(new ReadEntry(caseNumber, clock.instant(), person, part, extent, false));
    }

    /** The same, of what the reader's sight shows them. */
    public void record(String caseNumber, String part, Sight sight) {
        boolean forRepetition = sight.relations().equals(Set.of(Relation.REPETITION));
        entries.save(new ReadEntry(caseNumber, clock.instant(), sight.person(), part, sight.read(), forRepetition));
    }

    /** Logs a line about each of the cases in a list. */
    public void listed(Iterable<String> caseNumbers, String person, Extent extent) {
        caseNumbers.forEach(number -> record(number, person, LIST, extent));
    }

    /** The same for a list that shows them for no other reason than {@link Relation#REPETITION}. */
    public void listedForRepetition(Iterable<String> caseNumbers, String person) {
        caseNumbers.forEach(
                number -> entries.save(new ReadEntry(number, clock.instant(), person, LIST, Extent.LIMITED, true)));
    }

    /** Whether the person has read the case at that moment or later. */
    @Transactional(readOnly = true)
    public boolean hasReadSince(String caseNumber, String person, Instant moment) {
        return entries.existsByCaseNumberAndPersonAndAtGreaterThanEqual(caseNumber, person, moment);
    }

    /**
     * A page of who has read the case, the latest first, without the readings of the one who asks. Readings for the sake of
     * repetition are for the exposed person alone: to anyone else they would tell that others have cases about them too.
     */
    @Transactional(readOnly = true)
    public Slice<Reading> readings(String caseNumber, Sight asking, Pageable page) {
        return entries.readings(caseNumber, asking.person(), asking.relations().contains(Relation.EXPOSED), page);
    }
}
