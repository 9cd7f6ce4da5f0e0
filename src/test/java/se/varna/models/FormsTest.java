package se.varna.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form keeps to, and that its choices are the ones that Java knows. */
class FormsTest {

    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "datetime", "checkbox", "checklist", "radio", "select", "taglist");
    private static final Set<String> CHOICES = Set.of("checklist", "radio", "select");

    /** The enum that reads each field with fixed choices; some are the business of the form's task alone. */
    static final Map<String, String> ENUMS = Map.ofEntries(
            Map.entry("reportIncidentForm.place", "casefile.Place"),
            Map.entry("reportIncidentForm.matter", "casefile.Matter"),
            Map.entry("reportIncidentForm.kinds", "casefile.Kind"),
            Map.entry("reportIncidentForm.indicators", "casefile.Indicator"),
            Map.entry("askQuestionForm.matter", "casefile.Matter"),
            Map.entry("answerQuestionForm.outcome", "advice.process.AdviceSteps$AnswerQuestion$Outcome"),
            Map.entry("contactForm.contactOutcome", "contact.process.ContactSteps$ContactExposed$Outcome"),
            Map.entry("assessIncidentForm.factors", "assessment.Factor"),
            Map.entry("assessIncidentForm.level", "casefile.Level"),
            Map.entry("followUpForm.moreHappened", "followup.process.FollowUpSteps$FollowUpTask$MoreHappened"),
            Map.entry("followUpForm.indicators", "casefile.Indicator"),
            Map.entry("followUpForm.measuresWork", "followup.FollowUp$Working"),
            Map.entry("followUpForm.affectsDuty", "followup.FollowUp$Effect"),
            Map.entry("followUpForm.followUpOutcome", "followup.FollowUp$Outcome"),
            Map.entry("followUpForm.closeOutcome", "casefile.CloseOutcome"),
            Map.entry(
                    "settleResponsibilityForm.decision",
                    "responsibility.process.ResponsibilitySteps$SettleResponsibility$Decision"),
            Map.entry("settleResponsibilityForm.parts", "access.Part"),
            Map.entry("answerDisputeForm.answer", "responsibility.process.ResponsibilitySteps$AnswerDispute$Answer"),
            Map.entry(
                    "decideResponsibilityForm.decision",
                    "responsibility.process.ResponsibilitySteps$DecideResponsibility$Decision"),
            Map.entry("decideResponsibilityForm.rule", "responsibility.GuidanceRule"),
            Map.entry("advisePoliceReportForm.policeDecision", "police.PoliceReferral$Decision"),
            Map.entry("advisePoliceReportForm.reportedBy", "police.PoliceReferral$ReportedBy"),
            Map.entry("advisePoliceReportForm.declineReason", "police.PoliceReferral$DeclineReason"),
            Map.entry("reportToPoliceForm.policeReport", "police.process.PoliceSteps$ReportToPolice$Answer"),
            Map.entry("reportToPoliceForm.reportedBy", "police.PoliceReferral$ReportedBy"),
            Map.entry("recordPoliceOutcomeForm.policeOutcome", "police.PoliceReferral$Outcome"),
            Map.entry("recordPoliceOutcomeForm.protection", "police.PoliceReferral$Protection"),
            Map.entry("decideMeasureForm.measureDecision", "measures.process.MeasureSteps$DecideMeasure$Decision"),
            Map.entry("decideMeasureForm.provider", "measures.Measure$Provider"),
            Map.entry("orderMeasureForm.measureProgress", "measures.process.MeasureSteps$OrderMeasure$Progress"),
            Map.entry("confirmMeasureForm.measureProgress", "measures.process.MeasureSteps$ConfirmMeasure$Progress"),
            Map.entry("reviewMeasureForm.provider", "measures.Measure$Provider"),
            Map.entry("reviewMeasureForm.measureReview", "measures.process.MeasureSteps$ReviewMeasure$Review"),
            Map.entry("stateConsultationForm.secrecyGround", "casefile.SecrecyGround"),
            Map.entry("decideConsultationForm.consultationAnswer", "consultation.Consultation$Answer"),
            Map.entry("answerMessageForm.messageAnswer", "dialogue.process.MessageSteps$AnswerMessage$Answer"),
            Map.entry("takeInInformationForm.informationAnswer", "consultation.InformationCopy$Answer"),
            Map.entry("confirmPartyForm.partyCheck", "parties.process.PartySteps$ConfirmParty$Check"),
            Map.entry("confirmPartyForm.officer", "parties.PartyAnswer$Answer"),
            Map.entry("confirmPartyForm.routines", "parties.PartyAnswer$Answer"),
            Map.entry("confirmPartyForm.cooperation", "parties.PartyAnswer$Answer"),
            Map.entry("confirmPartyForm.police", "parties.PartyAnswer$Answer"),
            Map.entry("confirmPartyForm.responsibilities", "parties.PartyAnswer$Answer"),
            Map.entry("confirmPartyForm.city", "parties.PartyAnswer$Answer"),
            Map.entry("stateConsultationForm.parts", "access.Part"),
            Map.entry("noticePlannedEventForm.kind", "planning.PlannedEvent$Kind"),
            Map.entry("noticePlannedEventForm.matter", "casefile.Matter"),
            Map.entry("assessRiskForm.conflict", "planning.Conflict"),
            Map.entry("assessRiskForm.signs", "planning.RiskSign"),
            Map.entry("assessRiskForm.level", "planning.process.PlanningSteps$AssessRisk$RiskLevel"),
            Map.entry("assessRiskForm.secondLevel", "planning.process.PlanningSteps$AssessRisk$RiskLevel"),
            Map.entry("followUpEventForm.happened", "planning.process.PlanningSteps$FollowUpEvent$Happened"));

    /** The fields that cannot be left out (contract with the models; the use cases check them again). */
    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("reportIncidentForm", Set.of("exposed", "description")),
            Map.entry("noticePlannedEventForm", Set.of("official", "kind", "title", "startsAt", "feared")),
            Map.entry("assessRiskForm", Set.of("conflict", "level", "reason")),
            Map.entry("planEventForm", Set.of("during", "present")),
            Map.entry("followUpEventForm", Set.of("went", "happened")),
            Map.entry("askQuestionForm", Set.of("question")),
            Map.entry("answerQuestionForm", Set.of("outcome")),
            Map.entry("contactForm", Set.of("contactOutcome", "note")),
            Map.entry("assessIncidentForm", Set.of("level", "reason")),
            Map.entry(
                    "followUpForm",
                    Set.of("wellbeing", "moreHappened", "measuresWork", "affectsDuty", "followUpOutcome")),
            Map.entry("settleResponsibilityForm", Set.of("decision", "reason")),
            Map.entry("answerDisputeForm", Set.of("answer", "reason")),
            Map.entry("decideResponsibilityForm", Set.of("decision", "rule", "reason")),
            Map.entry("advisePoliceReportForm", Set.of("policeDecision")),
            Map.entry("reportToPoliceForm", Set.of("policeReport")),
            Map.entry("recordPoliceOutcomeForm", Set.of("policeOutcome")),
            Map.entry("decideMeasureForm", Set.of("measureDecision", "reason")),
            Map.entry("orderMeasureForm", Set.of("measureProgress")),
            Map.entry("confirmMeasureForm", Set.of("measureProgress")),
            Map.entry("fillVacantPostForm", Set.of("reason")),
            Map.entry("fillRosterGapForm", Set.of("reason")),
            Map.entry("takeOverFromOnCallForm", Set.of("taken")),
            Map.entry("confirmPartyForm", Set.of("partyCheck")),
            Map.entry("contactPartyForm", Set.of("note")),
            Map.entry("reviewMeasureForm", Set.of("measureReview", "reason")),
            Map.entry("stateConsultationForm", Set.of("statement", "secrecyGround", "signed")),
            Map.entry("decideConsultationForm", Set.of("consultationAnswer", "reason")),
            Map.entry("answerMessageForm", Set.of("messageAnswer")),
            Map.entry("takeInInformationForm", Set.of("informationAnswer")),
            Map.entry("concludeConsultationForm", Set.of("attempts", "reason", "signed")));

    static List<Models.Form> forms() {
        return Models.forms();
    }

    @Test
    void there_are_forms_to_check() {
        assertThat(Models.forms()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_file_is_named_after_the_form(Models.Form form) {
        assertThat(form.id()).isEqualTo(Models.camel(form.name()) + "Form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_form_is_one_that_tasklist_can_show(Models.Form form) {
        assertThat(form.json().path("type").asText()).isEqualTo("default");
        assertThat(form.json().path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.json().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.json().path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.components()).isNotEmpty().allSatisfy(component -> assertThat(
                        component.path("type").asText())
                .matches(type -> type.equals("text") || INPUTS.contains(type), "a known type"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_id_and_key_is_given_by_a_person_and_only_once(Models.Form form) {
        assertThat(form.components())
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("(text|field)_[a-z][a-zA-Z]+"));
        assertThat(inputs(form)).allSatisfy(input -> assertThat(input.path("id").asText())
                .isEqualTo("field_" + input.path("key").asText()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_field_has_a_swedish_label(Models.Form form) {
        assertThat(inputs(form)).isNotEmpty().allSatisfy(input -> {
            if (input.path("type").asText().equals("datetime")) {
                assertLabel(input.path("dateLabel").asText());
                if (!input.path("subtype").asText().equals("date")) {
                    assertLabel(input.path("timeLabel").asText());
                }
            } else {
                assertLabel(input.path("label").asText());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void exactly_what_cannot_be_left_out_is_marked_so(Models.Form form) {
        assertThat(inputs(form).stream()
                        .filter(input -> input.path("validate").path("required").asBoolean())
                        .map(input -> input.path("key").asText()))
                .containsExactlyInAnyOrderElementsOf(REQUIRED.get(form.id()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_choices_are_swedish_words_for_the_codes_that_java_knows(Models.Form form) {
        assertThat(inputs(form)).filteredOn(FormsTest::isFixedChoice).allSatisfy(input -> {
            List<JsonNode> values = Models.list(input.path("values"));
            String field = form.id() + "." + input.path("key").asText();
            assertThat(values)
                    .extracting(value -> value.path("value").asText())
                    .as(field)
                    .containsExactlyInAnyOrderElementsOf(codes(field));
            assertThat(values)
                    .allSatisfy(value -> assertLabel(value.path("label").asText()));
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_field_that_depends_on_another_names_one_of_the_form_and_a_code_of_it(Models.Form form) {
        var condition = java.util.regex.Pattern.compile("(\\w+) != \"(\\w+)\"");
        assertThat(inputs(form)).filteredOn(input -> input.has("conditional")).allSatisfy(input -> {
            String hide = input.path("conditional").path("hide").asText();
            assertThat(hide).matches("=\\w+ != \"\\w+\"( and \\w+ != \"\\w+\")*");
            assertThat(condition.matcher(hide).results())
                    .allSatisfy(part ->
                            assertThat(codes(form.id() + "." + part.group(1))).contains(part.group(2)));
        });
    }

    @Test
    void every_form_is_used_and_every_form_used_exists() {
        Set<String> used = Models.processes().stream()
                .flatMap(process -> Stream.concat(
                        process.all(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        process.all(StartEvent.class).stream()
                                .map(StartEvent::getCamundaFormRef)
                                .filter(ref -> ref != null)))
                .collect(Collectors.toSet());
        assertThat(Models.forms()).extracting(Models.Form::id).containsExactlyInAnyOrderElementsOf(used);
    }

    static List<String> codes(String field) {
        assertThat(ENUMS).as("the enum for " + field).containsKey(field);
        return Stream.of(enumFor(field).getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    static Class<?> enumFor(String field) {
        try {
            return Class.forName("se.varna." + ENUMS.get(field));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no such enum for " + field, e);
        }
    }

    private static List<JsonNode> inputs(Models.Form form) {
        return form.components().stream()
                .filter(component -> INPUTS.contains(component.path("type").asText()))
                .toList();
    }

    private static boolean isFixedChoice(JsonNode input) {
        return CHOICES.contains(input.path("type").asText())
                && !input.path("properties").has("options");
    }

    private static void assertLabel(String label) {
        assertThat(label).isNotBlank().matches("(?s)[A-ZÅÄÖ].*");
    }
}
