package se.varna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every column of every table of the engine, in bytes too. */
public final class EngineTables {

    private EngineTables() {}

    /** The tables that hold any of the words, each with the word. */
    public static List<String> holding(JdbcClient jdbc, String... words) {
        List<String> tables = jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'engine'")
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(40);
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            for (String word : words) {
                String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
                int rows = jdbc.sql(
                                "SELECT count(*) FROM engine." + table + " t WHERE t::text ILIKE ? OR t::text LIKE ?")
                        .params("%" + word + "%", "%" + hex + "%")
                        .query(Integer.class)
                        .single();
                if (rows > 0) {
                    found.add(table + ": " + word);
                }
            }
        }
        return found;
    }
}
