package se.varna.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.data.jpa.repository.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.ManyCases;
import se.varna.VarnaTest;

/** What a list of cases costs with 100,000 of them: an index, whatever it is narrowed to. */
class CaseListPlansTest extends VarnaTest {

    @Autowired
    private FlywayConnectionDetails server;

    @Autowired
    private Flyway flyway;

    @Test
    void no_list_reads_all_cases() {
        JdbcClient many = ManyCases.hundredThousand(server, flyway);
        String unit = many.sql("SELECT owner_group FROM varna.case_file WHERE owner_code = 'U1' LIMIT 1")
                .query(String.class)
                .single();
        for (String owners : List.of("'" + unit + "'", "'sob'", "'sob', '" + unit + "'")) {
            for (Map<String, String> filter : List.<Map<String, String>>of(
                    Map.of(),
                    Map.of("number", "M-4711"),
                    Map.of("unit", "U1"),
                    Map.of("unit", "U40"),
                    Map.of("level", "ACUTE"),
                    Map.of("phase", "FOLLOW_UP"),
                    Map.of("from", "2020-03-01T00:00:00Z", "before", "2020-03-08T00:00:00Z"))) {
                assertThat(plan(many, "held", owners, filter))
                        .as(owners + filter)
                        .containsPattern("Index (Only )?Scan|Bitmap Index Scan")
                        .doesNotContain("Seq Scan on case_file", "Seq Scan on report");
                assertThat(plan(many, "told", owners, filter))
                        .as("told " + owners + filter)
                        .doesNotContain("Seq Scan on case_file", "Seq Scan on report");
            }
        }
    }

    private static String plan(JdbcClient many, String list, String owners, Map<String, String> filter) {
        String query = Arrays.stream(Relations.class.getMethods())
                .filter(method -> method.getName().equals(list))
                .findFirst()
                .orElseThrow()
                .getAnnotation(Query.class)
                .value();
        for (String field : List.of("number", "unit", "level", "concern", "phase", "from", "before")) {
            String wanted = filter.containsKey(field) ? "'" + filter.get(field) + "'" : "NULL";
            query = query.replace(":#{#filter." + field + "}", wanted);
        }
        query = query.replace(":standsIn", "true")
                .replace(":owners", owners)
                .replace(":groups", owners)
                .replace(":grounds", "'CONSULTATION sob'")
                .replace(":now", "now()")
                .replace(":person", "'p1'");
        return String.join(
                "\n",
                many.sql("EXPLAIN " + query + " LIMIT 21").query(String.class).list());
    }
}
