package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.ReadLog;
import se.varna.access.Reading;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.common.web.Paging;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.responsibility.FunctionNames;

/** Who has read the case, the latest first: for those who hold it, and for the exposed person, who may always know. */
@Controller
class ReadersPage {

    private final ReadLog readLog;
    private final Directory directory;
    private final FunctionNames functions;
    private final Labels labels;

    ReadersPage(ReadLog readLog, Directory directory, FunctionNames functions, Labels labels) {
        this.readLog = readLog;
        this.directory = directory;
        this.functions = functions;
        this.labels = labels;
    }

    /**
     * What somebody read in a day: by whom, which part, how much of the case it showed, and how often.
     *
     * @param functions what they act as today, which tells why they can have read it
     */
    record Line(Instant at, String person, List<String> functions, String part, String extent, long times) {}

    @GetMapping("/arenden/{number}/lasningar")
    @ForCase(Action.SEE_READERS)
    String readers(
            @PathVariable String number,
            @RequestParam(name = "sida", required = false) String page,
            Sight sight,
            Model model) {
        Slice<Reading> readings = readLog.readings(number, sight, Paging.wanted(page));
        Map<String, String> names = directory
                .persons(readings.map(Reading::getPerson).toSet())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::displayName));
        Function<String, String> name = id -> names.getOrDefault(id, id);
        Paging.show(
                readings.map(reading -> new Line(
                        reading.getLast(),
                        name.apply(reading.getPerson()),
                        functions(reading.getPerson()),
                        labels.text("label.Reading." + reading.getPart()),
                        labels.of(reading.getExtent()),
                        reading.getTimes())),
                model);
        model.addAttribute("number", number);
        return "case/readers";
    }

    private List<String> functions(String person) {
        return directory.groups(person).stream()
                .flatMap(group -> function(group).stream())
                .sorted()
                .toList();
    }

    /** Empty for a group that works with no cases, or of no function in particular. */
    private Optional<String> function(String group) {
        if (group.equals(Groups.ON_CALL)) {
            return Optional.of(labels.text("readers.onCall"));
        }
        Owner owner = Owner.ofGroup(group);
        return owner.group().equals(group) ? Optional.of(functions.name(owner)) : Optional.empty();
    }
}
