package se.varna.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Asks the city's decision tables. The latest deployed version answers, and says which one it was. */
@Component
public class Decisions {

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;

    Decisions(DecisionService decisionService, RepositoryService repositoryService) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
    }

    /**
     * What a table answered.
     *
     * @param rows each matching rule's outputs, in the table's order
     * @param version the table's id and version, as {@code responsibility:3}
     */
    public record Answer(List<Map<String, Object>> rows, String version) {

        /**
         * The only row's outputs.
         *
         * @throws IllegalStateException when the table has no answer: a changed table must cover every case
         */
        public Map<String, Object> only() {
            if (rows.size() != 1) {
                throw new IllegalStateException("decision " + version + " gave " + rows.size() + " answers");
            }
            return rows.get(0);
        }
    }

    public Answer ask(String decision, Map<String, Object> inputs) {
        DecisionDefinition table = repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        var result = decisionService
                .evaluateDecisionById(table.getId())
                .variables(inputs)
                .evaluate();
        List<Map<String, Object>> rows =
                result.stream().map(row -> row.getEntryMap()).toList();
        return new Answer(rows, table.getKey() + ":" + table.getVersion());
    }
}
