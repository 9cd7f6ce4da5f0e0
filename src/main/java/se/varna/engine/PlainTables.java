package se.varna.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionLiteralExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import se.varna.common.Refused;

/**
 * Decision tables are written in FEEL, which computes and can reach nothing else. The engine's other languages reach
 * every part of the application, case files too, so a table in one of them is refused when it is deployed, and cannot be
 * evaluated even if it were there.
 */
class PlainTables implements DmnTransformListener {

    /** The engine's set-up for decision tables: FEEL, and no other language to be had. */
    static DefaultDmnEngineConfiguration configuration() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setElProvider(expression -> {
            throw refused();
        });
        configuration.setScriptEngineResolver(language -> {
            throw refused();
        });
        configuration.getTransformer().getTransformListeners().add(new PlainTables());
        return configuration;
    }

    private static Refused refused() {
        return Refused.because("decision.notFeel");
    }

    private static void check(Stream<DmnExpressionImpl> expressions) {
        if (!expressions.allMatch(expression -> expression == null || isFeel(expression.getExpressionLanguage()))) {
            throw refused();
        }
    }

    private static boolean isFeel(String language) {
        return language == null
                || List.of(
                                DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
                                DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
                                DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
                                DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
                                DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
                                DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15)
                        .contains(language);
    }

    @Override
    public void transformDecision(Decision source, DmnDecision decision) {
        if (decision.getDecisionLogic() instanceof DmnDecisionLiteralExpressionImpl literal) {
            check(Stream.of(literal.getExpression()));
        }
    }

    @Override
    public void transformDecisionTableInput(Input source, DmnDecisionTableInputImpl input) {
        check(Stream.of(input.getExpression()));
    }

    @Override
    public void transformDecisionTableRule(Rule source, DmnDecisionTableRuleImpl rule) {
        check(Stream.concat(rule.getConditions().stream(), rule.getConclusions().stream()));
    }

    @Override
    public void transformDecisionTableOutput(Output source, DmnDecisionTableOutputImpl output) {}

    @Override
    public void transformDecisionRequirementsGraph(Definitions source, DmnDecisionRequirementsGraph graph) {}
}
