package se.varna.casepage;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
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
import se.varna.access.ReadEntry;
import se.varna.access.ReadLog;
import se.varna.common.Labels;
import se.varna.common.web.Paging;
import se.varna.directory.Directory;
import se.varna.directory.Person;

/** Who has read the case, the latest first: for those who hold it, and for the exposed person, who may always know. */
@Controller
class ReadersPage {

    private final ReadLog readLog;
    private final Directory directory;
    private final Labels labels;

    ReadersPage(ReadLog readLog, Directory directory, Labels labels) {
        this.readLog = readLog;
        this.directory = directory;
        this.labels = labels;
    }

    /** One reading: by whom, which part, and how much of the case it showed. */
    record Line(Instant at, String person, String part, String extent) {}

    @GetMapping("/arenden/{number}/lasningar")
    @ForCase(Action.SEE_READERS)
    String readers(
            @PathVariable String number,
            @RequestParam(name = "sida", required = false) String page,
            Principal person,
            Model model) {
        Slice<ReadEntry> entries = readLog.readers(number, person.getName(), Paging.wanted(page));
        Map<String, String> names = directory
                .persons(entries.map(ReadEntry::person).toSet())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::displayName));
        Function<String, String> name = id -> names.getOrDefault(id, id);
        Paging.show(
                entries.map(entry -> new Line(
                        entry.at(),
                        name.apply(entry.person()),
                        labels.text("label.Part." + entry.part()),
                        labels.of(entry.extent()))),
                model);
        model.addAttribute("number", number);
        return "case/readers";
    }
}
