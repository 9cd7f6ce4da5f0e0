package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.varna.access.Part;
import se.varna.casefile.SecrecyGround;
import se.varna.common.web.SwedishTime;
import se.varna.consultation.Consultation;
import se.varna.consultation.ConsultationEntry;
import se.varna.responsibility.NamedFunction;

/** A consultation about who is to have the case, with everything that was said in it, for the two sides. */
record ConsultationRound(
        Consultation.Stage stage,
        NamedFunction holder,
        NamedFunction taker,
        boolean questionMoved,
        List<Entry> entries) {

    /** Whether somebody is still to say something. */
    boolean isOpen() {
        return stage == Consultation.Stage.PROPOSED || stage == Consultation.Stage.STATED;
    }

    /**
     * Something said in it.
     *
     * @param function the function that spoke, and {@code by} the person; both null when the application proposed
     * @param onStatementOf when the statement was given that an answer is about, and that its signature stands under
     */
    record Entry(
            @SwedishTime Instant at,
            ConsultationEntry.EntryKind kind,
            NamedFunction function,
            String by,
            String text,
            String attempts,
            Consultation.Answer answer,
            SecrecyGround ground,
            Set<Part> parts,
            boolean signed,
            @SwedishTime Instant onStatementOf) {}
}
