package se.varna.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.AReport;
import se.varna.ManyCases;
import se.varna.Plans;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.web.SignedIn;

/** What Tasklist's lists and Cockpit's figures cost with 100,000 cases: an index, whatever is asked. */
class FlowPlansTest extends VarnaTest {

    private static final String DEFINITION = "incidentHandling:1:many";

    @Autowired
    private FlywayConnectionDetails server;

    @Autowired
    private Flyway flyway;

    @ParameterizedTest
    @ValueSource(strings = {"lsa-grundskola", "sob-1"})
    void no_list_in_tasklist_reads_all_tasks(String officer) {
        JdbcClient many = ManyCases.hundredThousand(server, flyway);
        // What nobody is offered, the engine does not ask for.
        report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT));
        report("ledamot-ks", AReport.about("KS").kind(Kind.THREAT));
        List<Filter> lists = engine.getFilterService().createTaskFilterQuery().list();
        assertThat(lists).hasSize(5);
        SignedIn browser = SignedIn.as(officer, port);
        for (Filter list : lists) {
            for (String call : List.of("/list?firstResult=0&maxResults=15", "/count")) {
                List<String> asked = asked(() -> assertThat(browser.enginePost("/filter/" + list.getId() + call, "{}")
                                .statusCode())
                        .isEqualTo(200));
                assertThat(asked).as(list.getName() + call).anyMatch(query -> query.contains("ACT_RU_TASK"));
                asked.stream()
                        .filter(query -> query.contains("ACT_RU_TASK"))
                        .forEach(query -> Plans.useAnIndex(many, query, Map.of()));
            }
        }
    }

    @Test
    void no_figure_in_cockpit_reads_all_of_the_history() {
        JdbcClient many = ManyCases.hundredThousand(server, flyway);
        Map<String, ?> params = Map.of(
                "definition",
                DEFINITION,
                "instance",
                "M-4711",
                "most",
                1000,
                "keys",
                List.of("userTask_assessIncident", "userTask_followUp"),
                "since",
                LocalDateTime.parse("2025-01-01T00:00"),
                "now",
                LocalDateTime.parse("2026-01-01T00:00"));
        for (String query : List.of(FlowFigures.STEPS, FlowFigures.ENDED, FlowFigures.DEADLINES)) {
            Plans.useAnIndex(many, query, params);
        }
    }

    /** What the engine asks the database meanwhile, with what it asks for. */
    private List<String> asked(Runnable meanwhile) {
        Listening listening = listening();
        listening.heard = new ArrayList<>();
        try {
            meanwhile.run();
            return List.copyOf(listening.heard);
        } finally {
            listening.heard = null;
        }
    }

    /** The engine's own connection to its database cannot be let go again, so there is one listener for all tests. */
    private Listening listening() {
        var queries = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getSqlSessionFactory()
                .getConfiguration();
        return queries.getInterceptors().stream()
                .filter(Listening.class::isInstance)
                .map(Listening.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Listening listening = new Listening();
                    queries.addInterceptor(listening);
                    return listening;
                });
    }

    /** Hears the engine's queries while somebody wants to know. */
    @Intercepts(
            @Signature(
                    type = StatementHandler.class,
                    method = "query",
                    args = {Statement.class, ResultHandler.class}))
    public static class Listening implements Interceptor {

        private volatile List<String> heard;

        @Override
        public Object intercept(Invocation invocation) throws Throwable {
            List<String> telling = heard;
            if (telling != null) {
                // The pool says what it wraps, and that is the query with the values in it.
                telling.add(invocation.getArgs()[0].toString().replaceFirst("(?s)^.* wrapping ", ""));
            }
            return invocation.proceed();
        }
    }
}
