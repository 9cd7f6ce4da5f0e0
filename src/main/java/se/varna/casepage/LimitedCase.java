package se.varna.casepage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.casefile.Level;
import se.varna.common.web.SwedishTime;
import se.varna.responsibility.NamedFunction;

/**
 * A case in outline (R28): who, which unit, which level, whose; and beside that the parts that are open to the reader.
 *
 * @param contactDueAt by when to call, for those who may; otherwise null
 * @param because why this reader sees it, in Swedish sentences
 * @param measures those of which something that was written is open to the reader, and {@code followUps} likewise
 */
record LimitedCase(
        String caseNumber,
        Concern concern,
        Extent extent,
        String exposed,
        String unit,
        Level level,
        NamedFunction owner,
        @SwedishTime Instant contactDueAt,
        List<String> because,
        List<CaseMeasure.Told> measures,
        List<CaseFollowUp> followUps,
        @JsonUnwrapped CaseParts parts) {}
