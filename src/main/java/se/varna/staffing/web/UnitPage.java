package se.varna.staffing.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Form;
import se.varna.common.web.Paging;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.Person;
import se.varna.directory.Tenure;
import se.varna.directory.Unit;
import se.varna.staffing.Staffing;
import se.varna.staffing.VacantPosts;

/** One unit: what it is called, who its security officers are and will be, and who sits in it. */
@Controller
@ForArea(Area.DIRECTORY)
class UnitPage {

    private final DirectoryContents contents;
    private final DirectoryKeeping keeping;
    private final Directory directory;
    private final Staffing staffing;
    private final VacantPosts vacantPosts;
    private final Names names;
    private final Labels labels;
    private final ProblemTexts texts;

    UnitPage(
            DirectoryContents contents,
            DirectoryKeeping keeping,
            Directory directory,
            Staffing staffing,
            VacantPosts vacantPosts,
            Names names,
            Labels labels,
            ProblemTexts texts) {
        this.contents = contents;
        this.keeping = keeping;
        this.directory = directory;
        this.staffing = staffing;
        this.vacantPosts = vacantPosts;
        this.names = names;
        this.labels = labels;
        this.texts = texts;
    }

    /** Somebody who holds something in the unit. */
    record Holder(Person person, String office, String span, boolean now) {}

    @GetMapping("/katalog/enheter/ny")
    ModelAndView add() {
        return newUnit(Form.empty("enhet"));
    }

    @PostMapping("/katalog/enheter")
    ModelAndView add(@RequestParam MultiValueMap<String, String> typed, Principal person, RedirectAttributes redirect) {
        Form form = Form.of("enhet", typed);
        String code = form.text("code");
        try {
            Unit.Kind kind = form.choice("kind", Unit.Kind.class);
            form.problems().refuseIfAny();
            keeping.addUnit(code, form.text("name"), kind, form.text("phone"), person.getName());
        } catch (Refused refused) {
            return newUnit(form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "unit");
        return to(code);
    }

    private ModelAndView newUnit(Form form) {
        ModelAndView page = new ModelAndView("directory/new-unit", form.status());
        page.addObject("form", form);
        page.addObject("kinds", Choice.of(List.of(Unit.Kind.values()), Enum::name, labels::of));
        return page;
    }

    @GetMapping("/katalog/enheter/{code}")
    ModelAndView unit(
            @PathVariable String code, @RequestParam(name = "sida", required = false) String sent, Model flash) {
        return page(code, sent, null).addAllObjects(flash.asMap());
    }

    @PostMapping("/katalog/enheter/{code}")
    ModelAndView change(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        Form form = Form.of("enhet", typed);
        try {
            keeping.changeUnit(known(code).code(), version, form.text("name"), form.text("phone"), person.getName());
        } catch (Refused refused) {
            return page(code, null, form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "saved");
        return to(code);
    }

    @PostMapping("/katalog/enheter/{code}/uppdrag")
    ModelAndView give(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Principal actor,
            RedirectAttributes redirect) {
        Form form = Form.of("uppdrag", typed);
        Unit unit = known(code);
        try {
            Office office = form.choice("office", Office.class);
            LocalDate from = Days.read(form, "from");
            LocalDate to = Days.read(form, "to");
            String person = form.text("person");
            form.problems()
                    .addIf(directory.person(person).isEmpty(), "person", "directory.unknownPerson")
                    .refuseIfAny();
            staffing.give(person, new Tenure(office, unit.code(), from, to), actor.getName());
        } catch (Refused refused) {
            return page(code, null, form.refused(refused, texts).saidAt("organisation", "office"));
        }
        redirect.addFlashAttribute("done", "given");
        return to(code);
    }

    private ModelAndView page(String code, String sent, Form refused) {
        Unit unit = known(code);
        List<Appointment> officers = contents.officers(code);
        Slice<Appointment> members = contents.members(code, Paging.wanted(sent));
        Map<String, Person> persons = names.persons(Stream.concat(officers.stream(), members.stream())
                .map(Appointment::person)
                .collect(Collectors.toSet()));
        LocalDate today = contents.today();
        Model paging = new ExtendedModelMap();
        Paging.show(members.map(member -> holder(member, persons, today)), paging);
        ModelAndView page = new ModelAndView("directory/unit", refused == null ? HttpStatus.OK : refused.status());
        page.addAllObjects(paging.asMap());
        page.addObject("unit", unit);
        page.addObject(
                "officers",
                officers.stream()
                        .filter(officer -> officer.holdsFrom(today))
                        .map(officer -> holder(officer, persons, today))
                        .toList());
        page.addObject(
                "former",
                officers.stream()
                        .filter(officer -> !officer.holdsFrom(today))
                        .map(officer -> holder(officer, persons, today))
                        .toList());
        page.addObject("vacantFrom", staffing.vacantFrom(officers).orElse(null));
        page.addObject("today", today);
        page.addObject("left", vacantPosts.left().contains(code));
        page.addObject("offices", names.offices(officesIn(unit)));
        page.addObject("refused", refused);
        page.addObject("unitForm", unitForm(unit).orRefused(refused));
        page.addObject("giveForm", Form.empty("uppdrag").orRefused(refused));
        return page;
    }

    private static Form unitForm(Unit unit) {
        return Forms.filled("enhet", "name", unit.name(), "phone", unit.securityPhone());
    }

    private static List<Office> officesIn(Unit unit) {
        return Stream.of(Office.values())
                .filter(Office::isInUnit)
                .filter(office -> office.isMandate()
                        ? unit.kind() != Unit.Kind.OFFICE
                        : unit.kind().hasLocalOfficer())
                .toList();
    }

    private Holder holder(Appointment appointment, Map<String, Person> persons, LocalDate today) {
        return new Holder(
                persons.get(appointment.person()),
                labels.of(appointment.office()),
                names.span(appointment.validFrom(), appointment.validTo()),
                appointment.isValidOn(today));
    }

    private Unit known(String code) {
        return directory.unit(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView to(String code) {
        return new ModelAndView("redirect:/katalog/enheter/" + code);
    }
}
