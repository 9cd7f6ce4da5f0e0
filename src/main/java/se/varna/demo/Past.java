package se.varna.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.varna.casefile.Kind;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryImport.OfficeData;
import se.varna.directory.DirectoryImport.PersonData;

/**
 * What the demo's past is made of: {@code demo/past.yaml}.
 *
 * @param officesFrom from when the demo's offices are held, for there to be somebody to act
 * @param members those who are exposed, beside the demo's own
 */
record Past(
        LocalDate officesFrom,
        List<Members> members,
        String memberName,
        Map<Kind, List<String>> descriptions,
        List<String> contactNotes,
        List<String> noAnswerNotes,
        List<String> assessmentReasons,
        List<String> measureReasons,
        List<String> orderedFrom,
        List<String> wellbeing,
        List<String> whatHappened,
        List<String> closeReasons,
        List<String> toldHow,
        List<String> policeNotes,
        List<String> settlementReasons) {

    /** Members with the same party and seats. */
    record Members(int count, String party, List<String> units) {}

    static Past read() {
        try (InputStream file = Past.class.getResourceAsStream("/demo/past.yaml")) {
            return YAMLMapper.builder().addModule(new JavaTimeModule()).build().readValue(file, Past.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members as people of the directory. */
    List<PersonData> people() {
        List<Members> each = members.stream()
                .flatMap(group -> IntStream.range(0, group.count()).mapToObj(index -> group))
                .toList();
        return IntStream.range(0, each.size())
                .mapToObj(index -> person(index + 1, each.get(index)))
                .toList();
    }

    private PersonData person(int number, Members like) {
        String name = "%s %02d".formatted(memberName, number);
        String id = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        List<OfficeData> seats = like.units().stream()
                .map(unit -> new OfficeData(Office.MEMBER, unit, officesFrom, null))
                .toList();
        return new PersonData(id, name, id + "@example.org", null, like.party(), seats);
    }

    /** The demo's own people with their offices from when the past begins, and the members. */
    List<PersonData> with(List<PersonData> persons) {
        return Stream.concat(persons.stream().map(this::earlier), people().stream())
                .toList();
    }

    private PersonData earlier(PersonData person) {
        List<OfficeData> offices = person.offices().stream()
                .map(office -> new OfficeData(office.office(), office.in(), officesFrom, office.to()))
                .toList();
        return new PersonData(
                person.id(), person.displayName(), person.email(), person.phone(), person.party(), offices);
    }
}
