package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Indicator;
import se.varna.casefile.Phase;
import se.varna.duty.StaffedHours;

/** The on-call company makes the first contact at night; what it was let in on ends there. */
class OnCallTest extends VarnaTest {

    @Autowired
    private StaffedHours hours;

    @Test
    void the_city_can_decide_about_a_day_while_a_case_that_was_contacted_at_night_is_open() {
        clock.set("2026-11-24T22:00");
        String number = report("ledamot-ks", AReport.about("KS").mentioning(Indicator.WEAPON))
                .caseNumber();
        complete("jour", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Trygg hos en vän.");
        LocalDate day = LocalDate.of(2026, 12, 23);

        hours.decide(day, false, "Klämdag");
        hours.undecide(day);

        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
        assertThat(extent(number, "jour")).isEqualTo(se.varna.access.Extent.NOTHING);
    }

    @Test
    void in_the_morning_the_owner_still_has_the_call_that_nobody_made_at_night() {
        clock.set("2026-11-24T22:00");
        String number = report("ledamot-ks", AReport.about("KS").mentioning(Indicator.WEAPON))
                .caseNumber();
        timeComesFor(number, "intermediateEvent_staffedAgain");

        complete("sob-1", number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Trygg hos en vän.");

        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
    }
}
