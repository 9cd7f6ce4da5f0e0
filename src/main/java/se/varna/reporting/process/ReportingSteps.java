package se.varna.reporting.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.engine.CaseStep;
import se.varna.engine.FormInput;
import se.varna.engine.FormOptions;
import se.varna.engine.TypedStart;
import se.varna.reporting.Drafts;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Reporting;

/** The start of {@code incident-handling.bpmn} and its receipt, and the step of {@code clear-drafts.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ReportingSteps {

    @Bean
    CaseStep sendReceipt(Reporting reporting) {
        return CaseStep.doing(reporting::sendReceipt);
    }

    @Bean
    JavaDelegate clearDrafts(Drafts drafts) {
        return execution -> drafts.clear();
    }

    /** Takes a report in that was typed in Tasklist. */
    @Bean
    ExecutionListener registerReport(Reporting reporting) {
        return new TypedStart(
                reporting::awaitsProcess, (input, person) -> reporting.register(read(input), person), reporting::carry);
    }

    private static IncidentReport read(FormInput input) {
        IncidentReport report = IncidentReport.of(input, input.time("occurredAt"));
        input.problems().refuseIfAny();
        return report;
    }

    /** Who may have been exposed: the reporter, anyone with a mandate, or someone whom the directory does not know. */
    @Bean
    FormOptions exposedOptions(Directory directory, Labels labels) {
        return new FormOptions("exposedPersons", actor -> {
            Stream<Choice> officials =
                    Choice.of(directory.otherOfficials(actor), Person::id, Person::displayName).stream();
            return Stream.of(
                            Stream.of(new Choice(IncidentReport.SELF, labels.text("exposed.self"))),
                            officials,
                            Stream.of(new Choice(IncidentReport.OTHER, labels.text("exposed.other"))))
                    .flatMap(options -> options)
                    .toList();
        });
    }

    /** Every unit that a matter can belong to. */
    @Bean
    FormOptions unitOptions(Directory directory) {
        return new FormOptions("units", actor -> Choice.of(directory.units(), Unit::code, Unit::name));
    }
}
