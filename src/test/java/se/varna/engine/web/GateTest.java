package se.varna.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varna.directory.Directory;
import se.varna.directory.Groups;

class GateTest {

    private static final String ENGINE = "/engine/engine/default";
    private static final String ANY_TASK = ENGINE + "/task/1";
    private static final String STATISTICS = ENGINE + "/process-definition/statistics";
    private static final String INSTANCE = ENGINE + "/process-instance/1";
    private static final String TABLES = ENGINE + "/decision-definition";

    @ParameterizedTest
    @CsvSource({
        "official,      false, false, false",
        "lsa,           true,  false, false",
        "sob,           true,  false, false",
        "on-call,       true,  false, false",
        "party,         true,  false, false",
        "process-owner, false, true,  true",
        "admin,         false, false, true",
        "nobody,        false, false, false"
    })
    void each_role_reads_its_own_part(String group, boolean tasks, boolean flow, boolean models) {
        assertThat(reads(ANY_TASK, group)).isEqualTo(tasks);
        assertThat(reads(INSTANCE, group)).isEqualTo(flow);
        assertThat(reads(STATISTICS, group)).isEqualTo(flow);
        assertThat(reads(TABLES, group)).isEqualTo(models);
    }

    @Test
    void who_has_several_roles_reads_what_each_of_them_may() {
        String[] both = {Groups.LOCAL_OFFICERS, Groups.PROCESS_OWNERS};
        assertThat(Stream.of(ANY_TASK, INSTANCE, STATISTICS, TABLES)).allMatch(path -> reads(path, both));
    }

    @Test
    void only_what_stands_in_the_table_is_read_in_the_way_that_stands_there() {
        assertThat(lets("HEAD", ANY_TASK, Set.of(), Groups.LOCAL_OFFICERS)).isFalse();
        assertThat(lets("OPTIONS", ANY_TASK, Set.of(), Groups.LOCAL_OFFICERS)).isFalse();
        assertThat(reads(ANY_TASK + "/variables", Groups.LOCAL_OFFICERS)).isFalse();
        assertThat(reads(ANY_TASK + "/", Groups.LOCAL_OFFICERS)).isFalse();
        assertThat(reads("/engine/engine/other/task/1", Groups.LOCAL_OFFICERS)).isFalse();
    }

    @Test
    void definitions_are_not_asked_which_of_them_have_had_incidents() {
        String definitions = ENGINE + "/process-definition";
        for (String group : Set.of(Groups.OFFICIALS, Groups.LOCAL_OFFICERS, Groups.ADMINISTRATORS)) {
            assertThat(lets("GET", definitions, Set.of("latest"), group)).isTrue();
            assertThat(lets("GET", definitions, Set.of("latest", "incidentType"), group))
                    .isFalse();
        }
    }

    private static boolean reads(String path, String... groups) {
        return lets("GET", path, Set.of(), groups);
    }

    private static boolean lets(String method, String path, Set<String> asked, String... groups) {
        Directory directory = mock(Directory.class);
        when(directory.groups("someone")).thenReturn(Set.of(groups));
        return new Gate(directory).lets(new Call(method, path, asked, "someone"), null);
    }
}
