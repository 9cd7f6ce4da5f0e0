package se.varna.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.varna.common.web.SwedishTime;
import se.varna.measures.Measure;
import se.varna.measures.MeasureEntry;

/**
 * A protective measure, and every step of it. Kind, state, provider and days are always seen by those who hold the case.
 *
 * @param acute whether it was proposed before anyone had assessed the case
 * @param assessedAt the assessment that it rests on, or null when there is none yet
 * @param calledFor why it must be decided upon now, or null
 */
record CaseMeasure(
        String name,
        Measure.State state,
        boolean acute,
        @SwedishTime Instant assessedAt,
        Measure.Provider provider,
        LocalDate inForceFrom,
        LocalDate reviewAt,
        LocalDate endedOn,
        Measure.Called calledFor,
        List<Step> steps) {

    /** What is told of a measure to those who do not hold the case: the steps whose words are open to them. */
    record Told(String name, List<Step> steps) {}

    /**
     * @param by name of the person, or null when the application did it
     * @param detail what a person wrote about what was done, and {@code reason} why; null where the reader may not see it
     * @param keptBack whether anything was written that the reader may not see
     */
    record Step(
            @SwedishTime Instant at,
            MeasureEntry.Step step,
            String by,
            Measure.Provider provider,
            LocalDate day,
            LocalDate reviewAt,
            String detail,
            String reason,
            boolean keptBack) {}
}
