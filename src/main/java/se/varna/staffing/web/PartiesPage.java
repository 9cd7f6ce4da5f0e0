package se.varna.staffing.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.Party;
import se.varna.directory.Person;

/** The parties and their security officers; never who belongs to them. */
@Controller
@ForArea(Area.DIRECTORY)
class PartiesPage {

    private final DirectoryContents contents;
    private final DirectoryKeeping keeping;
    private final Names names;
    private final ProblemTexts texts;

    PartiesPage(DirectoryContents contents, DirectoryKeeping keeping, Names names, ProblemTexts texts) {
        this.contents = contents;
        this.keeping = keeping;
        this.names = names;
        this.texts = texts;
    }

    record Officer(Person person, Appointment.Office office, String span) {}

    record PartyLine(Party party, List<Officer> officers, Form form) {}

    @GetMapping("/katalog/partier")
    ModelAndView parties(Model flash) {
        return page(null).addAllObjects(flash.asMap());
    }

    @PostMapping("/katalog/partier")
    ModelAndView add(@RequestParam MultiValueMap<String, String> typed, Principal person, RedirectAttributes redirect) {
        Form form = Form.of("nytt", typed);
        try {
            keeping.addParty(form.text("code"), form.text("name"), person.getName());
        } catch (Refused refused) {
            return page(form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "party");
        return new ModelAndView("redirect:/katalog/partier");
    }

    @PostMapping("/katalog/partier/{code}")
    ModelAndView rename(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        Party party = contents.party(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Form form = Form.of(formOf(party), typed);
        try {
            keeping.changeParty(code, version, form.text("name"), person.getName());
        } catch (Refused refused) {
            return page(form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "saved");
        return new ModelAndView("redirect:/katalog/partier");
    }

    private ModelAndView page(Form refused) {
        LocalDate today = contents.today();
        List<Appointment> officers = contents.partyOfficers().stream()
                .filter(officer -> officer.holdsFrom(today))
                .toList();
        Map<String, Person> persons =
                names.persons(officers.stream().map(Appointment::person).collect(Collectors.toSet()));
        ModelAndView page = new ModelAndView("directory/parties", refused == null ? HttpStatus.OK : refused.status());
        page.addObject(
                "parties",
                contents.parties().stream()
                        .map(party -> new PartyLine(
                                party,
                                officers.stream()
                                        .filter(officer ->
                                                officer.organisation().equals(party.code()))
                                        .map(officer -> new Officer(
                                                persons.get(officer.person()),
                                                officer.office(),
                                                names.span(officer.validFrom(), officer.validTo())))
                                        .toList(),
                                Forms.filled(formOf(party), "name", party.name())
                                        .orRefused(refused)))
                        .toList());
        page.addObject("refused", refused);
        page.addObject("newForm", Form.empty("nytt").orRefused(refused));
        return page;
    }

    private static String formOf(Party party) {
        return "parti-" + party.code();
    }
}
