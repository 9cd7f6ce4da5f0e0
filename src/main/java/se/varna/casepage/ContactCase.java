package se.varna.casepage;

import java.time.Instant;
import se.varna.access.Extent;
import se.varna.casefile.Level;
import se.varna.common.web.SwedishTime;
import se.varna.responsibility.NamedFunction;

/** What is needed to call the exposed person, for those who step in. */
record ContactCase(
        String caseNumber,
        Extent extent,
        String exposed,
        String unit,
        Level level,
        NamedFunction owner,
        String phone,
        String reachAt,
        boolean voicemailAllowed,
        @SwedishTime Instant contactDueAt,
        String description) {}
