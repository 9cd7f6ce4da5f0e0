package db.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The engine's tables, from the scripts that the engine itself brings, in a schema of their own. So the schema's owner
 * makes them, and the role that runs the application cannot change them. 7.24.0 is the last version of the line.
 */
public class V1__camunda_7_24 extends BaseJavaMigration {

    private static final String[] SCRIPTS = {
        "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history"
    };

    @Override
    public void migrate(Context context) throws Exception {
        String role = context.getConfiguration().getPlaceholders().get("applicationRole");
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS engine");
            statement.execute("SET search_path TO engine");
            for (String script : SCRIPTS) {
                ScriptUtils.executeSqlScript(
                        context.getConnection(),
                        new EncodedResource(
                                new ClassPathResource(
                                        "org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql"),
                                StandardCharsets.UTF_8));
            }
            statement.execute("SET search_path TO varna");
            statement.execute("GRANT USAGE ON SCHEMA engine, varna TO " + role);
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA engine TO " + role);
        }
    }
}
