package se.varna.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.common.Choice;
import se.varna.engine.FormContent;
import se.varna.engine.FormOptions;
import se.varna.engine.PartysWork;
import se.varna.engine.TaskContext;
import se.varna.engine.WorkableTasks;

/**
 * Fills a form as it is served: choices from data, and what the case file knows. So neither is ever a variable. What a
 * form shows of a case is shown only to those who may work the task, and is logged as a reading.
 */
@Component
class ServedForms {

    private static final Pattern TASK_FORM =
            Pattern.compile("/engine/engine/default/task/([A-Za-z0-9_-]{1,64})/deployed-form");
    private static final Pattern START_FORM = Pattern.compile(
            "/engine/engine/default/process-definition/(key/)?[A-Za-z0-9_:-]{1,128}/deployed-start-form");
    private static final Pattern FORM_VARIABLES =
            Pattern.compile("/engine/engine/default/task/[A-Za-z0-9_-]{1,64}/form-variables");

    private final ObjectProvider<FormOptions> options;
    private final ObjectProvider<FormContent> contents;
    private final WorkableTasks tasks;
    private final NeedToKnow needToKnow;
    private final ReadLog readLog;
    private final PartysWork party;
    private final ObjectMapper json;

    ServedForms(
            ObjectProvider<FormOptions> options,
            ObjectProvider<FormContent> contents,
            WorkableTasks tasks,
            NeedToKnow needToKnow,
            ReadLog readLog,
            PartysWork party,
            ObjectMapper json) {
        this.options = options;
        this.contents = contents;
        this.tasks = tasks;
        this.needToKnow = needToKnow;
        this.readLog = readLog;
        this.party = party;
        this.json = json;
    }

    /** Whether the call asks for something that is filled here. */
    boolean serves(Call call) {
        return "GET".equals(call.method())
                && (TASK_FORM.matcher(call.path()).matches()
                        || START_FORM.matcher(call.path()).matches()
                        || FORM_VARIABLES.matcher(call.path()).matches());
    }

    /** @param served what the engine answered, when it answered with success */
    byte[] fill(Call call, byte[] served) throws IOException {
        if (FORM_VARIABLES.matcher(call.path()).matches()) {
            // Variables are for routing. A form would take one with its field's name for an answer already given.
            return json.writeValueAsBytes(json.createObjectNode());
        }
        Matcher taskForm = TASK_FORM.matcher(call.path());
        Optional<TaskContext> task =
                taskForm.matches() ? tasks.find(taskForm.group(1), call.person()) : Optional.empty();
        JsonNode form = json.readTree(served);
        if (taskForm.matches() && showsTheCase(form.path("components"))) {
            // Before it is read: what comes in meanwhile has not been seen.
            tasks.findOfCase(taskForm.group(1), call.person())
                    .map(TaskContext::caseNumber)
                    .ifPresent(number -> readLog.record(number, ReadLog.FORM, needToKnow.sight(call.person(), number)));
        }
        fillComponents(form.path("components"), call.person(), task);
        if (task.filter(shown -> party.isWorkedByParty(shown.caseNumber())).isPresent()) {
            leaveOutTheCitys(form.path("components"));
        }
        return json.writeValueAsBytes(form);
    }

    private static boolean showsTheCase(JsonNode components) {
        for (JsonNode component : components) {
            if (component.path("properties").has("content") || showsTheCase(component.path("components"))) {
                return true;
            }
        }
        return false;
    }

    /** A field, or those of its choices, that has no place in a party's case; the use cases refuse them too. */
    private static void leaveOutTheCitys(JsonNode components) {
        for (Iterator<JsonNode> each = components.elements(); each.hasNext(); ) {
            JsonNode component = each.next();
            if (component.path("properties") instanceof ObjectNode properties && properties.has("keptFromParty")) {
                String kept = properties.remove("keptFromParty").asText();
                if (kept.equals("field")) {
                    each.remove();
                } else {
                    removeChoices((ArrayNode) component.path("values"), Set.of(kept.split(",")));
                }
            }
        }
    }

    private static void removeChoices(ArrayNode values, Set<String> choices) {
        for (Iterator<JsonNode> choice = values.elements(); choice.hasNext(); ) {
            if (choices.contains(choice.next().path("value").asText())) {
                choice.remove();
            }
        }
    }

    private void fillComponents(JsonNode components, String person, Optional<TaskContext> task) {
        for (JsonNode component : components) {
            JsonNode properties = component.path("properties");
            if (component instanceof ObjectNode field && properties.has("options")) {
                ArrayNode values = field.putArray("values");
                for (Choice choice :
                        optionsNamed(properties.get("options").asText()).of().apply(person)) {
                    values.addObject().put("label", choice.label()).put("value", choice.value());
                }
            }
            if (component instanceof ObjectNode text && properties.has("content")) {
                String name = properties.get("content").asText();
                text.put(
                        "text",
                        task.map(shown -> contentNamed(name)
                                        .markdown(shown, needToKnow.sight(person, shown.caseNumber())))
                                .orElse(""));
            }
            fillComponents(component.path("components"), person, task);
        }
    }

    private FormOptions optionsNamed(String name) {
        return named(options.stream().collect(Collectors.toMap(FormOptions::name, Function.identity())), name);
    }

    private FormContent contentNamed(String name) {
        return named(contents.stream().collect(Collectors.toMap(FormContent::name, Function.identity())), name);
    }

    private static <T> T named(Map<String, T> beans, String name) {
        return Optional.ofNullable(beans.get(name))
                .orElseThrow(() -> new IllegalStateException("a form asks for something unknown: " + name));
    }
}
