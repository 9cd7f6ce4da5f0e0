package se.varna.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.VarnaTest;

/** The role that runs the application works with rows; it changes no table and rewrites nothing that was said. */
class DatabaseRolesTest extends VarnaTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_application_runs_as_its_own_role_and_owns_nothing() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo(DatabaseRoles.APPLICATION);
        assertThat(jdbc.sql("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE varna.mine (id int)",
                "CREATE TABLE engine.mine (id int)",
                "ALTER TABLE varna.case_file ADD COLUMN mine int",
                "DROP TABLE engine.act_ru_task",
                "TRUNCATE varna.read_log",
                "DELETE FROM varna.read_log",
                "UPDATE varna.read_log SET person = 'någon annan'",
                "UPDATE varna.timeline_event SET actor = null",
                "DELETE FROM varna.timeline_event",
                "DELETE FROM varna.case_file",
                "UPDATE varna.report SET description = ''",
                "DELETE FROM varna.information",
                "UPDATE varna.directory_change SET actor = 'någon annan'",
                "DELETE FROM varna.directory_change",
                "DELETE FROM varna.person",
                "DELETE FROM varna.unit",
                "DELETE FROM varna.party",
                "UPDATE varna.responsibility_decision SET reason = ''",
                "UPDATE varna.consultation_entry SET text = ''",
                "DELETE FROM varna.consultation_entry",
                "DELETE FROM varna.level_decision",
                "UPDATE varna.evidence SET sha256 = ''",
                "UPDATE varna.evidence SET name = ''",
                "DELETE FROM varna.evidence",
                "UPDATE varna.evidence_chunk SET content = ''",
                "DELETE FROM varna.evidence_chunk",
                "TRUNCATE varna.evidence_chunk",
                "UPDATE varna.evidence_event SET person = 'någon annan'",
                "DELETE FROM varna.evidence_event",
                "UPDATE varna.police_entry SET note = ''",
                "DELETE FROM varna.police_entry",
                "UPDATE varna.measure_entry SET reason = ''",
                "DELETE FROM varna.measure_entry",
                "UPDATE varna.message SET text = ''",
                "DELETE FROM varna.message",
                "UPDATE varna.message_reading SET person = 'någon annan'",
                "DELETE FROM varna.message_reading",
                "DELETE FROM varna.inquiry",
                "UPDATE varna.statistics_figure SET figure = 6",
                "DELETE FROM varna.statistics_figure",
                "SELECT * FROM varna.flyway_schema_history"
            })
    void the_application_may_not(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void the_engines_own_users_and_groups_stay_empty() {
        for (String table : List.of("act_id_user", "act_id_group", "act_id_membership", "act_id_info")) {
            assertThat(jdbc.sql("SELECT count(*) FROM engine." + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void the_embedded_server_is_as_durable_as_any() {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(jdbc.sql("SHOW " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
        assertThat(jdbc.sql("SHOW server_version").query(String.class).single()).startsWith("17.");
    }
}
