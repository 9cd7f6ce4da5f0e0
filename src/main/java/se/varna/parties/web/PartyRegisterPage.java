package se.varna.parties.web;

import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
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
import se.varna.common.web.Form;
import se.varna.parties.PartyRegister;
import se.varna.parties.PartyState;

/** Säkerhet och Beredskap sees all parties and what each of them misses, and can fill in what a party says on the telephone. */
@Controller
@ForArea(Area.PARTIES)
class PartyRegisterPage {

    private final PartyRegister register;
    private final PartyForms forms;

    PartyRegisterPage(PartyRegister register, PartyForms forms) {
        this.register = register;
        this.forms = forms;
    }

    @GetMapping("/partier")
    ModelAndView parties() {
        return new ModelAndView("parties/all").addObject("parties", register.all());
    }

    @GetMapping("/partier/{code}")
    ModelAndView party(@PathVariable String code, Model flash) {
        return forms.page("parties/one", List.of(require(code)), null).addAllObjects(flash.asMap());
    }

    @PostMapping("/partier/{code}")
    ModelAndView save(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        PartyState state = require(code);
        return saved(forms.save(code, typed, person.getName()), state, redirect);
    }

    @PostMapping("/partier/{code}/kontakt")
    ModelAndView saveReach(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes redirect) {
        PartyState state = require(code);
        return saved(forms.saveReach(code, typed), state, redirect);
    }

    private ModelAndView saved(Form refused, PartyState state, RedirectAttributes redirect) {
        if (refused != null) {
            return forms.page("parties/one", List.of(state), refused);
        }
        redirect.addFlashAttribute("saved", true);
        redirect.addAttribute("code", state.party().code());
        return new ModelAndView("redirect:/partier/{code}");
    }

    private PartyState require(String code) {
        try {
            return register.of(code);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
