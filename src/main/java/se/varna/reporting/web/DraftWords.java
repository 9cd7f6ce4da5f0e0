package se.varna.reporting.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.web.Choices;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.reporting.Draft;
import se.varna.reporting.IncidentReport;

/** The answers of a draft in words, for their author to look through. */
@Component
class DraftWords {

    /** Whom a report can be about. */
    static final List<String> WHOM = List.of(IncidentReport.SELF, DraftInput.LISTED, IncidentReport.OTHER);

    private static final List<String> WRITTEN = List.of(
            "exposedOther", "reachAt", "description", "politicalQuestion", "perpetrator", "impact", "upcomingMeetings");

    private final Directory directory;
    private final Choices choices;
    private final Labels labels;

    DraftWords(Directory directory, Choices choices, Labels labels) {
        this.directory = directory;
        this.choices = choices;
        this.labels = labels;
    }

    /** @param typed whether the words are a person's own or the city's, in whatever language that is */
    record Line(String text, boolean typed) {}

    /** The answer to a question; empty when there is none. */
    List<Line> of(Question question, Draft.Answer answer) {
        List<Line> lines = new ArrayList<>();
        question.fields().forEach(field -> {
            List<String> values = answer.fields().getOrDefault(field, List.of());
            if (!values.isEmpty()) {
                lines.add(line(field, values));
            }
        });
        return lines;
    }

    /** What the author has written with own words in the answer. */
    List<String> written(Question question, Draft.Answer answer) {
        return question.fields().stream()
                .filter(WRITTEN::contains)
                .flatMap(field -> answer.fields().getOrDefault(field, List.of()).stream())
                .toList();
    }

    private Line line(String field, List<String> values) {
        String value = values.get(0);
        return switch (field) {
            case "whom" -> WHOM.contains(value) ? said("choice.whom." + value) : typed(value);
            // Those whom one can choose and no others: this must not tell who else the directory knows.
            case "exposedListed" -> typed(directory.mandates(value).isEmpty() ? value : directory.nameOf(value));
            case "unit" -> typed(directory.unit(value).map(Unit::name).orElse(value));
            case "place" -> chosen(choices.of(Place.class), values);
            case "matter" -> chosen(choices.of(Matter.class), values);
            case "kinds" -> chosen(choices.of(Kind.class), values);
            case "indicators" -> chosen(choices.of(Indicator.class), values);
            case "acuteDanger" -> said("report.acuteDanger");
            case "movedToCouncil" -> said("report.movedToCouncil");
            case "voicemailAllowed", "happenedBefore", "evidenceSaved", "policeReported", "partyMayBeContacted" ->
                said(value.equals("true") ? "report.yes" : "report.no");
            case "occurredOn" -> typed(day(value));
            default -> typed(value);
        };
    }

    private Line said(String key) {
        return new Line(labels.text(key), false);
    }

    private static Line typed(String text) {
        return new Line(text, true);
    }

    private static Line chosen(List<Choice> choices, List<String> values) {
        return new Line(
                choices.stream()
                        .filter(choice -> values.contains(choice.value()))
                        .map(Choice::label)
                        .collect(Collectors.joining(", ")),
                false);
    }

    private String day(String text) {
        try {
            return labels.day(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
