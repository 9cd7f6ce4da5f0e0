package se.varna.staffing.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Form;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.directory.Groups;
import se.varna.directory.Person;
import se.varna.directory.Tenure;
import se.varna.staffing.Staffing;

/** One person: how they are reached, and what they hold, have held and will hold. The address has a number, no name. */
@Controller
@ForArea(Area.DIRECTORY)
class PersonPage {

    private static final String NUMBER = "{number:[0-9]{1,18}}";
    private static final String PERSON = "/katalog/personer/" + NUMBER;

    private final DirectoryContents contents;
    private final DirectoryKeeping keeping;
    private final Directory directory;
    private final Staffing staffing;
    private final Names names;
    private final ProblemTexts texts;

    PersonPage(
            DirectoryContents contents,
            DirectoryKeeping keeping,
            Directory directory,
            Staffing staffing,
            Names names,
            ProblemTexts texts) {
        this.contents = contents;
        this.keeping = keeping;
        this.directory = directory;
        this.staffing = staffing;
        this.names = names;
        this.texts = texts;
    }

    /**
     * Something that the person holds.
     *
     * @param form to move its last day, or null when the reader may not
     * @param begun whether it has begun, and can only end
     */
    record Held(Appointment appointment, String what, String span, boolean begun, Form form) {}

    // --- a new one

    @GetMapping("/katalog/personer/ny")
    ModelAndView add() {
        return newPerson(Form.empty("person"));
    }

    @PostMapping("/katalog/personer")
    ModelAndView add(@RequestParam MultiValueMap<String, String> typed, Principal actor, RedirectAttributes redirect) {
        Form form = Form.of("person", typed);
        String id = form.text("id");
        try {
            keeping.addPerson(id, details(form), actor.getName());
        } catch (Refused refused) {
            return newPerson(form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "person");
        return to(directory.person(id).orElseThrow());
    }

    private ModelAndView newPerson(Form form) {
        ModelAndView page = new ModelAndView("directory/new-person", form.status());
        page.addObject("form", form);
        page.addObject("parties", names.now().parties());
        return page;
    }

    private static Details details(Form form) {
        return new Details(form.text("displayName"), form.text("email"), form.text("phone"), form.text("party"));
    }

    // --- one who is there

    @GetMapping(PERSON)
    ModelAndView person(@PathVariable long number, Principal actor, Model flash) {
        return page(known(number), actor, null).addAllObjects(flash.asMap());
    }

    @PostMapping(PERSON)
    ModelAndView change(
            @PathVariable long number,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Principal actor,
            RedirectAttributes redirect) {
        Person person = known(number);
        Form form = Form.of("person", typed);
        try {
            keeping.changePerson(person.id(), version, details(form), actor.getName());
        } catch (Refused refused) {
            return page(person, actor, form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "saved");
        return to(person);
    }

    @PostMapping(PERSON + "/uppdrag")
    ModelAndView give(
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal actor,
            RedirectAttributes redirect) {
        Person person = known(number);
        Form form = Form.of("uppdrag", typed);
        try {
            Tenure wanted = new Tenure(
                    form.choice("office", Office.class),
                    form.text("organisation"),
                    Days.read(form, "from"),
                    Days.read(form, "to"));
            form.problems().refuseIfAny();
            staffing.give(person.id(), wanted, actor.getName());
        } catch (Refused refused) {
            return page(person, actor, form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "given");
        return to(person);
    }

    @PostMapping(PERSON + "/uppdrag/{id:[0-9]{1,18}}/slut")
    ModelAndView end(
            @PathVariable long number,
            @PathVariable long id,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Principal actor,
            RedirectAttributes redirect) {
        Person person = known(number);
        Appointment appointment = heldBy(person, id);
        Form form = Form.of(endForm(id), typed);
        try {
            LocalDate to = Days.read(form, "to");
            form.problems().refuseIfAny();
            staffing.moveEnd(appointment, version, to, actor.getName());
        } catch (Refused refused) {
            return page(
                    person,
                    actor,
                    form.refused(refused, texts).saidAt("office", "to").saidAt("from", "to"));
        }
        redirect.addFlashAttribute("done", "saved");
        return to(person);
    }

    @PostMapping(PERSON + "/uppdrag/{id:[0-9]{1,18}}/ta-tillbaka")
    ModelAndView withdraw(
            @PathVariable long number, @PathVariable long id, Principal actor, RedirectAttributes redirect) {
        Person person = known(number);
        try {
            staffing.withdraw(heldBy(person, id), actor.getName());
        } catch (Refused refused) {
            Form form = Form.empty(endForm(id)).refused(refused, texts);
            return page(person, actor, form.saidAt("office", "to"));
        }
        redirect.addFlashAttribute("done", "withdrawn");
        return to(person);
    }

    @PostMapping(PERSON + "/konto")
    ModelAndView forgetSignIn(@PathVariable long number, Principal actor, RedirectAttributes redirect) {
        Person person = known(number);
        try {
            staffing.forgetSignIn(person.id(), actor.getName());
        } catch (Refused refused) {
            Form form = Form.empty("konto").refused(refused, texts);
            return page(person, actor, form);
        }
        redirect.addFlashAttribute("done", "forgotten");
        return to(person);
    }

    private ModelAndView page(Person person, Principal actor, Form refused) {
        Names.Now now = names.now();
        LocalDate today = contents.today();
        List<Held> held = contents.heldBy(person.id()).stream()
                .map(appointment -> new Held(
                        appointment,
                        now.of(appointment.tenure()),
                        names.span(appointment.validFrom(), appointment.validTo()),
                        appointment.validFrom().isBefore(today),
                        staffing.mayChange(appointment.office(), person.id(), actor.getName())
                                ? form(appointment, refused)
                                : null))
                .toList();
        ModelAndView page = new ModelAndView("directory/person", refused == null ? HttpStatus.OK : refused.status());
        page.addObject("person", person);
        page.addObject("party", person.party() == null ? null : now.party(person.party()));
        page.addObject("parties", now.parties());
        page.addObject(
                "held",
                held.stream()
                        .filter(each -> each.appointment().holdsFrom(today))
                        .toList());
        page.addObject(
                "former",
                held.stream()
                        .filter(each -> !each.appointment().holdsFrom(today))
                        .toList());
        page.addObject(
                "offices",
                names.offices(Stream.of(Office.values())
                        .filter(office -> staffing.mayChange(office, person.id(), actor.getName()))
                        .toList()));
        page.addObject("organisations", now.organisations());
        page.addObject("own", person.id().equals(actor.getName()));
        page.addObject("administrator", directory.groups(actor.getName()).contains(Groups.ADMINISTRATORS));
        page.addObject("refused", refused);
        page.addObject("personForm", personForm(person).orRefused(refused));
        page.addObject("giveForm", Form.empty("uppdrag").orRefused(refused));
        return page;
    }

    private static Form form(Appointment appointment, Form refused) {
        String to = appointment.validTo() == null ? null : appointment.validTo().toString();
        return Forms.filled(endForm(appointment.id()), "to", to).orRefused(refused);
    }

    private static String endForm(long appointment) {
        return "slut-" + appointment;
    }

    private static Form personForm(Person person) {
        return Forms.filled(
                "person",
                "displayName",
                person.displayName(),
                "email",
                person.email(),
                "phone",
                person.phone(),
                "party",
                person.party());
    }

    // --- one who leaves

    @GetMapping(PERSON + "/lamnar")
    ModelAndView leaving(@PathVariable long number, @RequestParam MultiValueMap<String, String> typed) {
        Person person = known(number);
        Form form = Form.of("lamnar", typed);
        LocalDate day = Days.read(form, "day");
        return leaving(person, Forms.filled("lamnar", "day", (day == null ? contents.today() : day).toString()));
    }

    @PostMapping(PERSON + "/lamnar")
    ModelAndView leave(
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal actor,
            RedirectAttributes redirect) {
        Person person = known(number);
        Form form = Form.of("lamnar", typed);
        try {
            LocalDate day = Days.read(form, "day");
            form.problems().addIf(form.text("day") == null, "day", "required").refuseIfAny();
            staffing.leave(person.id(), day, actor.getName());
        } catch (Refused refused) {
            return leaving(
                    person, form.refused(refused, texts).saidAt("office", "day").saidAt("to", "day"));
        }
        redirect.addFlashAttribute("done", "left");
        return to(person);
    }

    private ModelAndView leaving(Person person, Form form) {
        LocalDate typed = Days.read(form, "day");
        LocalDate day = typed == null ? contents.today() : typed;
        Staffing.Leave leave = staffing.ifLeaves(person.id(), day);
        Names.Now now = names.now();
        ModelAndView page = new ModelAndView("directory/leaving", form.status());
        page.addObject("person", person);
        page.addObject("form", form);
        page.addObject("day", day);
        page.addObject("now", !day.isAfter(contents.today()));
        page.addObject(
                "ending",
                leave.ending().stream()
                        .map(appointment -> now.of(appointment.tenure()))
                        .toList());
        page.addObject("claimed", leave.claimedTasks());
        page.addObject(
                "orphaned",
                leave.orphaned().stream()
                        .map(orphaned -> new Orphaned(
                                orphaned.owner().publicUnit() == null
                                        ? now.party(orphaned.owner().code())
                                        : now.unit(orphaned.owner().code()),
                                orphaned.openCases()))
                        .toList());
        return page;
    }

    /** A unit or party that loses its last officer, and how many open cases it has. */
    record Orphaned(String name, long openCases) {}

    // --- small things

    private Person known(long number) {
        return contents.person(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Appointment heldBy(Person person, long id) {
        return contents.appointment(id)
                .filter(appointment -> appointment.person().equals(person.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView to(Person person) {
        return new ModelAndView("redirect:/katalog/personer/" + person.number());
    }
}
