package se.varna.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;
import se.varna.VarnaTest;
import se.varna.engine.FormContent;
import se.varna.engine.FormOptions;
import se.varna.engine.TaskWork;
import se.varna.engine.Variables;

/** What the models and forms name is there in the application. */
class BeansTest extends VarnaTest {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern MOMENT = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(execution\\)}");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<TaskWork> works;

    @Autowired
    private List<FormOptions> options;

    @Autowired
    private List<FormContent> contents;

    @Test
    void every_automatic_step_is_a_bean() {
        List<String> steps = Models.processes().stream()
                .flatMap(process -> process.everything().stream())
                .filter(element ->
                        !(element instanceof CamundaTaskListener) && !(element instanceof CamundaExecutionListener))
                .map(BeansTest::delegateExpression)
                .filter(expression -> expression != null)
                .toList();
        assertThat(steps).hasSizeGreaterThan(20).allSatisfy(step -> assertThat(bean(step))
                .isInstanceOf(JavaDelegate.class));
    }

    @Test
    void every_listener_is_a_bean() {
        assertThat(Models.processes().stream()
                        .flatMap(process -> process.all(CamundaExecutionListener.class).stream())
                        .map(CamundaExecutionListener::getCamundaDelegateExpression))
                .isNotEmpty()
                .allSatisfy(listener -> assertThat(bean(listener)).isInstanceOf(ExecutionListener.class));
        assertThat(Models.processes().stream()
                        .flatMap(process -> process.all(CamundaTaskListener.class).stream())
                        .map(CamundaTaskListener::getCamundaDelegateExpression))
                .isNotEmpty()
                .allSatisfy(listener -> assertThat(bean(listener)).isInstanceOf(TaskListener.class));
    }

    @Test
    void what_begins_by_itself_does_so_once_a_day_just_after_midnight() {
        assertThat(Models.processes().stream()
                        .flatMap(process -> process.all(TimerEventDefinition.class).stream())
                        .filter(timer -> timer.getParentElement() instanceof StartEvent)
                        .map(timer -> timer.getTimeCycle().getTextContent()))
                .isNotEmpty()
                .allMatch("0 0 23 * * ?"::equals);
    }

    @Test
    void every_other_timer_asks_a_bean_for_its_moment() {
        List<TimerEventDefinition> timers = Models.processes().stream()
                .flatMap(process -> process.all(TimerEventDefinition.class).stream())
                .filter(timer -> !(timer.getParentElement() instanceof StartEvent))
                .toList();
        assertThat(timers).hasSizeGreaterThan(8).allSatisfy(timer -> {
            TimeDate moment = timer.getTimeDate();
            assertThat(moment).as("a moment, neither duration nor cycle").isNotNull();
            Matcher asked = MOMENT.matcher(moment.getTextContent());
            assertThat(asked.matches()).as(moment.getTextContent()).isTrue();
            Method method = ReflectionUtils.findMethod(
                    AopUtils.getTargetClass(context.getBean(asked.group(1))), asked.group(2), DelegateExecution.class);
            assertThat(method).as(moment.getTextContent()).isNotNull();
            assertThat(method.getReturnType()).isEqualTo(Date.class);
        });
    }

    @Test
    void every_user_task_has_its_work_and_every_work_its_task() {
        assertThat(works)
                .extracting(TaskWork::taskKey)
                .containsExactlyInAnyOrderElementsOf(Models.processes().stream()
                        .flatMap(process -> process.all(UserTask.class).stream())
                        .map(UserTask::getId)
                        .toList());
    }

    @Test
    void every_condition_reads_a_variable_that_may_be_kept() {
        assertThat(Models.processes().stream()
                        .flatMap(process -> process.all(ConditionExpression.class).stream())
                        .map(condition -> condition.getTextContent().replaceAll("^\\$\\{(\\w+).*", "$1")))
                .hasSizeGreaterThan(8)
                .isSubsetOf(Variables.ALLOWED);
        assertThat(Models.processes().stream()
                        .flatMap(process -> process.all(CamundaOut.class).stream())
                        .flatMap(out -> Stream.of(out.getCamundaSource(), out.getCamundaTarget())))
                .isNotEmpty()
                .isSubsetOf(Variables.ALLOWED);
    }

    @Test
    void everything_that_a_form_wants_filled_in_has_someone_who_does() {
        assertThat(wanted("options"))
                .containsExactlyInAnyOrderElementsOf(
                        options.stream().map(FormOptions::name).collect(Collectors.toSet()));
        assertThat(wanted("content"))
                .containsExactlyInAnyOrderElementsOf(
                        contents.stream().map(FormContent::name).collect(Collectors.toSet()));
    }

    private static Set<String> wanted(String property) {
        return Models.forms().stream()
                .flatMap(form -> form.components().stream())
                .filter(component -> component.path("properties").has(property))
                .map(component -> component.path("properties").path(property).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String delegateExpression(ModelElementInstance element) {
        return element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
    }

    private Object bean(String expression) {
        List<String> names = BEAN.matcher(expression)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(names).as(expression).hasSize(1);
        assertThat(context.containsBean(names.get(0))).as("bean " + expression).isTrue();
        return context.getBean(names.get(0));
    }
}
