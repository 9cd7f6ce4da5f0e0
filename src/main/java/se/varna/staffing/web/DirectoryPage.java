package se.varna.staffing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Form;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.staffing.VacantPosts;

/** The directory's first page: every unit with its security officers, and what is or will soon be vacant. */
@Controller
@ForArea(Area.DIRECTORY)
class DirectoryPage {

    private final DirectoryContents contents;
    private final VacantPosts vacantPosts;
    private final Names names;
    private final ProblemTexts texts;

    DirectoryPage(DirectoryContents contents, VacantPosts vacantPosts, Names names, ProblemTexts texts) {
        this.contents = contents;
        this.vacantPosts = vacantPosts;
        this.names = names;
        this.texts = texts;
    }

    /**
     * A unit in the list.
     *
     * @param vacantFrom the first day without anybody, or null when that is far off or the post was never set up
     * @param left whether it has been decided that nobody fills it for now
     */
    record UnitLine(
            Unit unit,
            List<String> officers,
            List<String> deputies,
            LocalDate vacantFrom,
            boolean vacant,
            boolean left) {}

    @GetMapping("/katalog")
    ModelAndView overview() {
        return page(Form.empty("sok"), null);
    }

    /** Sent and not asked for by address: what is searched for is somebody's name. */
    @PostMapping("/katalog/sok")
    ModelAndView search(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.of("sok", typed);
        String text = form.text("text");
        try {
            form.problems()
                    .addIf(text == null || text.length() < 2, "text", "directory.searchRequired")
                    .refuseIfAny();
        } catch (Refused refused) {
            return page(form.refused(refused, texts), null);
        }
        return page(form, contents.named(text));
    }

    private ModelAndView page(Form form, List<Person> found) {
        List<UnitLine> units = units();
        ModelAndView page = new ModelAndView("directory/overview", form.status());
        page.addObject("form", form);
        page.addObject("units", units);
        page.addObject(
                "warnings",
                units.stream().filter(line -> line.vacantFrom() != null).toList());
        page.addObject(
                "found",
                found == null
                        ? null
                        : found.stream().limit(DirectoryContents.MOST_HITS).toList());
        page.addObject("more", found != null && found.size() > DirectoryContents.MOST_HITS);
        return page;
    }

    private List<UnitLine> units() {
        LocalDate today = contents.today();
        Map<String, LocalDate> vacant = vacantPosts.soonVacant();
        Set<String> left = vacantPosts.left();
        Map<String, List<Appointment>> officers = contents.officers().stream()
                .filter(officer -> officer.isValidOn(today))
                .collect(Collectors.groupingBy(Appointment::organisation));
        Map<String, Person> persons = names.persons(officers.values().stream()
                .flatMap(List::stream)
                .map(Appointment::person)
                .collect(Collectors.toSet()));
        return contents.units().stream()
                .map(unit -> {
                    List<Appointment> post = officers.getOrDefault(unit.code(), List.of());
                    LocalDate from = vacant.get(unit.code());
                    return new UnitLine(
                            unit,
                            named(post, Office.LOCAL_SECURITY_OFFICER, persons),
                            named(post, Office.LOCAL_SECURITY_DEPUTY, persons),
                            from,
                            from != null && !from.isAfter(today),
                            left.contains(unit.code()));
                })
                .toList();
    }

    private static List<String> named(List<Appointment> post, Office office, Map<String, Person> persons) {
        return post.stream()
                .filter(officer -> officer.office() == office)
                .map(officer -> persons.get(officer.person()).displayName())
                .toList();
    }
}
