package se.varna.staffing.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Party;
import se.varna.directory.Person;
import se.varna.directory.Tenure;
import se.varna.directory.Unit;

/** What the directory's codes are called on its pages. */
@Component
class Names {

    private final DirectoryContents contents;
    private final Directory directory;
    private final Labels labels;

    Names(DirectoryContents contents, Directory directory, Labels labels) {
        this.contents = contents;
        this.directory = directory;
        this.labels = labels;
    }

    /** The names as they are now, read once for a whole page. */
    final class Now {

        private final Map<String, String> units =
                contents.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        private final Map<String, String> parties =
                contents.parties().stream().collect(Collectors.toMap(Party::code, Party::name));

        private Now() {}

        String unit(String code) {
            return units.getOrDefault(code, code);
        }

        String party(String code) {
            return parties.getOrDefault(code, code);
        }

        /** The office, and where it is held. */
        String of(Office office, String organisation) {
            if (office.isInUnit()) {
                return labels.of(office) + ", " + unit(organisation);
            }
            return office.isInParty() ? labels.of(office) + ", " + party(organisation) : labels.of(office);
        }

        String of(Tenure tenure) {
            return of(tenure.office(), tenure.organisation());
        }

        /** Units and parties to choose from; a party says that it is one. */
        List<Choice> organisations() {
            return Stream.concat(units().stream(), choices(parties).stream()).toList();
        }

        List<Choice> units() {
            return choices(units);
        }

        List<Choice> parties() {
            return choices(parties);
        }

        private static List<Choice> choices(Map<String, String> names) {
            return names.entrySet().stream()
                    .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                    .sorted(java.util.Comparator.comparing(Choice::label))
                    .toList();
        }
    }

    Now now() {
        return new Now();
    }

    /** People by their ids. */
    Map<String, Person> persons(Collection<String> ids) {
        return directory.persons(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** From the first day to the last, or until further notice. */
    String span(LocalDate from, LocalDate to) {
        return to == null
                ? labels.text("change.span.open", labels.day(from))
                : labels.text("change.span", labels.day(from), labels.day(to));
    }

    String end(LocalDate to) {
        return to == null ? labels.text("change.openEnd") : labels.day(to);
    }

    List<Choice> offices(Collection<Office> offices) {
        return Choice.of(offices, Enum::name, labels::of);
    }
}
