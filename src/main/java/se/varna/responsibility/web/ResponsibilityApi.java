package se.varna.responsibility.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.RateLimits;
import se.varna.common.web.JsonInput;
import se.varna.directory.Directory;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.NamedFunction;
import se.varna.responsibility.Outcome;
import se.varna.responsibility.ResponsibilityTable;
import se.varna.responsibility.Situation;
import se.varna.responsibility.ToldFunction;

/** Answers who is responsible in a situation. Knows no person and keeps nothing, so anyone may ask. */
@RestController
@ForArea(Area.OPEN)
class ResponsibilityApi {

    private final ResponsibilityTable table;
    private final Directory directory;
    private final FunctionNames names;
    private final RateLimits limits;

    ResponsibilityApi(ResponsibilityTable table, Directory directory, FunctionNames names, RateLimits limits) {
        this.table = table;
        this.directory = directory;
        this.names = names;
        this.limits = limits;
    }

    /**
     * The table's answer.
     *
     * @param row the row of the responsibility table, 1–9
     * @param rules the guidance's rules that it rests on
     * @param reason one Swedish sentence
     * @param decisionVersion the table's version
     */
    record Answer(
            int row,
            NamedFunction responsible,
            List<ToldFunction> inform,
            List<String> rules,
            String reason,
            String decisionVersion) {}

    @PostMapping("/api/responsibility")
    Answer decide(@RequestBody JsonNode body, HttpServletRequest request) {
        limits.count(RateLimits.Of.QUESTION, request.getRemoteAddr());
        JsonInput input = new JsonInput(body);
        Situation situation = Question.read(input, directory);
        input.problems().refuseIfAny();
        Outcome outcome = table.decide(situation);
        return new Answer(
                outcome.row(),
                names.named(outcome.responsible()),
                outcome.inform().stream().map(ToldFunction::of).toList(),
                outcome.rules(),
                outcome.reason(),
                outcome.decisionVersion());
    }
}
