package se.varna.parties.web;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.web.Form;
import se.varna.parties.PartyRegister;

/** A party's security officer sees and keeps what the register says of their own party, and of no other. */
@Controller
@ForArea(Area.PARTY)
class MyPartyPage {

    private final PartyRegister register;
    private final PartyForms forms;

    MyPartyPage(PartyRegister register, PartyForms forms) {
        this.register = register;
        this.forms = forms;
    }

    @GetMapping("/mitt-parti")
    ModelAndView party(Principal person, Model flash) {
        return page(person.getName(), null).addAllObjects(flash.asMap());
    }

    @PostMapping("/mitt-parti")
    ModelAndView save(
            @RequestParam(required = false) String party,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return saved(forms.save(own(party, person), typed, person.getName()), person, redirect);
    }

    @PostMapping("/mitt-parti/kontakt")
    ModelAndView saveReach(
            @RequestParam(required = false) String party,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return saved(forms.saveReach(own(party, person), typed), person, redirect);
    }

    /** The party that is meant, among those for which the person acts; the first one when none is named. */
    private String own(String party, Principal person) {
        return register.actedForBy(person.getName()).stream()
                .map(state -> state.party().code())
                .filter(each -> party == null || party.equals(each))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView saved(Form refused, Principal person, RedirectAttributes redirect) {
        if (refused != null) {
            return page(person.getName(), refused);
        }
        redirect.addFlashAttribute("saved", true);
        return new ModelAndView("redirect:/mitt-parti");
    }

    private ModelAndView page(String person, Form refused) {
        return forms.page("parties/own", register.actedForBy(person), refused);
    }
}
