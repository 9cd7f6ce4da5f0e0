package se.varna.insight;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import se.varna.ManyCases;
import se.varna.Plans;
import se.varna.VarnaTest;

/** What the process owner's figures of cases cost with 100,000 of them. */
class CaseStatesPlansTest extends VarnaTest {

    @Autowired
    private FlywayConnectionDetails server;

    @Autowired
    private Flyway flyway;

    @Test
    void counting_states_and_deadlines_reads_neither_all_cases_nor_all_tasks() {
        Map<String, ?> params = Map.of(
                "since", OffsetDateTime.parse("2025-01-01T00:00Z"),
                "now", OffsetDateTime.parse("2026-01-01T00:00Z"),
                "assessment", "userTask_assessIncident");
        for (String query : List.of(CaseStates.STATES, CaseStates.FIRST_CONTACTS)) {
            Plans.useAnIndex(ManyCases.hundredThousand(server, flyway), query, params);
        }
    }
}
