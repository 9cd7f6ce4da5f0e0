package se.varna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.demo.process.EngineByHand;
import se.varna.directory.Owner;
import se.varna.measures.Measures;

/** Whatever the lot says, the demo's officers answer only what their forms ask of them. */
class OfficersTest extends VarnaTest {

    private static final String OFFICER = "parti-a";

    @Autowired
    Officers officers;

    @Autowired
    EngineByHand byHand;

    @Autowired
    Measures measures;

    @Test
    void a_party_does_nothing_that_is_the_citys_own() {
        String number = report(
                        newMember("KF"),
                        AReport.about(Matter.PARTY).partyMayBeContacted().kind(Kind.THREAT))
                .caseNumber();
        assertThat(file(number).owner()).isEqualTo(Owner.party("A"));
        complete(OFFICER, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Samtal.");
        complete(
                OFFICER,
                number,
                "userTask_assessIncident",
                "level",
                "LOW",
                "reason",
                "Sammanvägd bedömning.",
                "measures",
                List.of(measures.catalogue().get(0).code()));
        complete(OFFICER, number, "userTask_advisePoliceReport", "policeDecision", "REPORT", "reportedBy", "EXPOSED");

        // The last answer is that the city reports, the second that the city's security company carries it out.
        assertThat(works(number, "userTask_reportToPolice", Integer.MAX_VALUE)).isTrue();
        assertThat(works(number, "userTask_decideMeasure", 1)).isTrue();
    }

    private boolean works(String number, String key, int lot) {
        Random drawn = new Random(0) {
            @Override
            public int nextInt(int bound) {
                return Math.min(lot, bound - 1);
            }
        };
        EngineByHand.Task task = byHand.tasks(number).stream()
                .filter(open -> open.key().equals(key))
                .findFirst()
                .orElseThrow();
        return officers.work(number, task, new Officers.Story(new Dice(drawn)));
    }
}
