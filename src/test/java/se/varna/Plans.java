package se.varna;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL would answer a query with {@link ManyCases}. */
public final class Plans {

    /** What grows with each case. */
    private static final String GROWING = "(?i)Seq Scan on (case_file|report|act_ru_\\w+|act_hi_\\w+)";

    private Plans() {}

    /** An index is used, and no table that grows with each case is read from end to end. */
    public static void useAnIndex(JdbcClient many, String query, Map<String, ?> params) {
        String plan = String.join(
                "\n",
                many.sql("EXPLAIN " + query).params(params).query(String.class).list());
        assertThat(plan)
                .as(query)
                .containsPattern("Index (Only )?Scan|Bitmap Index Scan")
                .doesNotContainPattern(GROWING);
    }
}
