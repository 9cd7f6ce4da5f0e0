package se.varna.access;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of who has read a case. */
@Service
@Transactional
public class ReadLog {

    private final ReadEntries entries;
    private final Clock clock;

    ReadLog(ReadEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** @param part what was read: {@code page}, {@code api} or the form's task */
    public void record(String caseNumber, String person, String part, Extent extent) {
        entries.save(new ReadEntry(caseNumber, clock.instant(), person, part, extent));
    }

    /** Whether the person has read the case at that moment or later. */
    @Transactional(readOnly = true)
    public boolean hasReadSince(String caseNumber, String person, Instant moment) {
        return entries.existsByCaseNumberAndPersonAndAtGreaterThanEqual(caseNumber, person, moment);
    }
}
