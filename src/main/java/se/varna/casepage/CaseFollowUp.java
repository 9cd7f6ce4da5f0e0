package se.varna.casepage;

import java.time.Instant;
import java.time.LocalDate;
import se.varna.casefile.CloseOutcome;
import se.varna.common.web.SwedishTime;
import se.varna.followup.FollowUp;

/** A follow-up that was made and what came of it; what was said in it is null where the reader may not see it. */
record CaseFollowUp(
        @SwedishTime Instant at,
        String by,
        FollowUp.Outcome outcome,
        LocalDate nextDay,
        CloseOutcome closeOutcome,
        Talk talk) {

    /** What the exposed person answered, why the case was closed and how they were told. */
    record Talk(
            String wellbeing,
            Boolean moreHappened,
            String whatHappened,
            FollowUp.Working measuresWork,
            FollowUp.Effect affectsDuty,
            String note,
            String closeReason,
            String toldHow) {}
}
