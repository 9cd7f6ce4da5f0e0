package se.varna.staffing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Labels;
import se.varna.common.web.Paging;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryChange;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Person;
import se.varna.directory.Unit;

/** What has been changed in the directory, when and by whom, the latest first. */
@Controller
@ForArea(Area.DIRECTORY)
class ChangesPage {

    private final DirectoryContents contents;
    private final Names names;
    private final Labels labels;

    ChangesPage(DirectoryContents contents, Names names, Labels labels) {
        this.contents = contents;
        this.names = names;
        this.labels = labels;
    }

    record Line(Instant at, String actor, String text, String reason) {}

    @GetMapping("/katalog/andringar")
    String changes(@RequestParam(name = "sida", required = false) String page, Model model) {
        Slice<DirectoryChange> changes = contents.changes(Paging.wanted(page));
        Names.Now now = names.now();
        Map<String, Person> persons = names.persons(changes.stream()
                .flatMap(change -> Stream.of(change.actor(), String.valueOf(change.subject())))
                .collect(Collectors.toSet()));
        Paging.show(
                changes.map(change -> new Line(
                        change.at(), nameOf(change.actor(), persons), sentence(change, now, persons), change.reason())),
                model);
        return "directory/changes";
    }

    private static String nameOf(String id, Map<String, Person> persons) {
        return persons.containsKey(id) ? persons.get(id).displayName() : id;
    }

    private String sentence(DirectoryChange change, Names.Now now, Map<String, Person> persons) {
        DirectoryChange.Kind kind = change.kind();
        List<String> details = change.details();
        String subject = kind.isAboutUnit()
                ? now.unit(change.subject())
                : kind.isAboutParty() ? now.party(change.subject()) : nameOf(change.subject(), persons);
        String key = "change." + kind;
        return switch (kind) {
            case UNIT_ADDED -> labels.text(key, subject, labels.of(Unit.Kind.valueOf(details.get(0))));
            case UNIT_CHANGED, PERSON_CHANGED -> labels.text(key, subject, fields(details));
            case APPOINTMENT_GIVEN, APPOINTMENT_WITHDRAWN ->
                labels.text(key, subject, office(details, now), names.span(day(details.get(2)), day(details.get(3))));
            case APPOINTMENT_END_MOVED ->
                labels.text(
                        key,
                        subject,
                        office(details, now),
                        names.end(day(details.get(2))),
                        names.end(day(details.get(3))));
            case PERSON_LEAVES -> labels.text(key, subject, labels.day(day(details.get(0))));
            case PARTY_ADDED, PARTY_CHANGED, PERSON_ADDED, SIGN_IN_FORGOTTEN, POST_LEFT_VACANT, EXPORTED ->
                labels.text(key, subject);
        };
    }

    private String fields(List<String> fields) {
        return fields.stream()
                .map(field -> labels.text("field." + field).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String office(List<String> details, Names.Now now) {
        return now.of(Office.valueOf(details.get(0)), details.get(1));
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
