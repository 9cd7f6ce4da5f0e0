package se.varna.parties.web;

import java.security.Principal;
import java.util.List;
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
import se.varna.parties.PartyState;
import se.varna.parties.web.PartyForms.Card;

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
        List<PartyState> own = register.actedForBy(person.getName());
        String code = own.stream()
                .map(state -> state.party().code())
                .filter(each -> party == null || party.equals(each))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Form refused = forms.save(code, typed, person.getName());
        if (refused != null) {
            return page(person.getName(), refused);
        }
        redirect.addFlashAttribute("saved", true);
        return new ModelAndView("redirect:/mitt-parti");
    }

    private ModelAndView page(String person, Form refused) {
        List<Card> cards = register.actedForBy(person).stream()
                .map(forms::card)
                .map(card ->
                        refused != null && refused.name().equals(card.form().name())
                                ? new Card(card.state(), refused)
                                : card)
                .toList();
        return forms.page("parties/own", cards, refused);
    }
}
