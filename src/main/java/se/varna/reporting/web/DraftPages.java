package se.varna.reporting.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.web.Choices;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.election.Elections;
import se.varna.reporting.Draft;
import se.varna.reporting.Drafts;

/** What the pages of a draft share. */
@Component
class DraftPages {

    /** The form's name on every page. */
    static final String FORM = "rapport";

    /** The field that says which page it is. */
    static final String PAGE = "sida";

    private final Drafts drafts;
    private final Directory directory;
    private final Choices choices;
    private final Elections elections;
    private final Labels labels;

    DraftPages(Drafts drafts, Directory directory, Choices choices, Elections elections, Labels labels) {
        this.drafts = drafts;
        this.directory = directory;
        this.choices = choices;
        this.elections = elections;
        this.labels = labels;
    }

    /** The person's own draft; for everybody else there is no such page. */
    Draft require(UUID id, String person) {
        return drafts.find(id, person).orElseThrow(DraftPages::notThere);
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static UUID known(String draft) {
        return id(draft).orElseThrow(DraftPages::notThere);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was typed in the question's fields, with lines that end alike however they were sent. */
    static Draft.Answer typed(Question question, Map<String, ? extends List<String>> sent) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : question.fields()) {
            List<String> values = Stream.ofNullable(sent.get(field))
                    .flatMap(List::stream)
                    .filter(value -> !value.isBlank())
                    .map(value -> value.replace("\r\n", "\n"))
                    .toList();
            if (!values.isEmpty()) {
                fields.put(field, values);
            }
        }
        String page = Stream.ofNullable(sent.get(PAGE))
                .flatMap(List::stream)
                .flatMap(each -> id(each).stream())
                .map(UUID::toString)
                .findFirst()
                .orElse("");
        return new Draft.Answer(page, fields);
    }

    // --- what can be chosen

    List<Choice> whom() {
        return Choice.of(DraftWords.WHOM, each -> each, each -> labels.text("choice.whom." + each));
    }

    /** Anyone with a mandate but oneself. */
    List<Choice> persons(String reporter) {
        return Choice.of(directory.otherOfficials(reporter), Person::id, Person::displayName);
    }

    /** In election time work for the election comes first (R23). */
    private List<Choice> matters() {
        List<Choice> matters = new ArrayList<>(choices.of(Matter.class));
        if (elections.isElectionTime()) {
            Collections.swap(matters, Matter.CITY.ordinal(), Matter.ELECTION_WORK.ordinal());
        }
        return matters;
    }

    /** The choices of every question, by the field's name. */
    Map<String, List<Choice>> choices() {
        return Map.of(
                "whom", whom(),
                "place", choices.of(Place.class),
                "matter", matters(),
                "kinds", choices.of(Kind.class),
                "indicators", choices.of(Indicator.class),
                "units", Choice.of(directory.units(), Unit::code, Unit::name),
                "yesNo",
                        List.of(
                                new Choice("true", labels.text("report.yes")),
                                new Choice("false", labels.text("report.no"))));
    }
}
