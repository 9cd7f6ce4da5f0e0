package se.varna.advice.web;

import java.security.Principal;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.advice.Advice;
import se.varna.advice.SecurityQuestion;
import se.varna.casefile.Matter;
import se.varna.common.Choice;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.responsibility.Responsibilities;

/** Asking about security, on one short page: an official, or a security officer on behalf of their unit or party. */
@Controller
@ForArea(Area.REPORT)
@Bilingual
class QuestionPage {

    private final Advice advice;
    private final Responsibilities responsibilities;
    private final Directory directory;
    private final Choices choices;
    private final ProblemTexts texts;

    QuestionPage(
            Advice advice,
            Responsibilities responsibilities,
            Directory directory,
            Choices choices,
            ProblemTexts texts) {
        this.advice = advice;
        this.responsibilities = responsibilities;
        this.directory = directory;
        this.choices = choices;
        this.texts = texts;
    }

    @GetMapping("/fraga")
    ModelAndView form(Principal person) {
        MultiValueMap<String, String> known = new LinkedMultiValueMap<>();
        Set<String> mandates = directory.mandates(person.getName());
        if (mandates.size() == 1) {
            known.addAll("unit", mandates.stream().toList());
        }
        return page(Form.of("sakerhet", known), person);
    }

    @PostMapping("/fraga")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> typed, Principal person, RedirectAttributes redirect) {
        Form form = Form.of("sakerhet", typed);
        try {
            String number = advice.ask(
                    SecurityQuestion.of(form), person.getName(), form.key().toString());
            redirect.addFlashAttribute("done", "asked");
            return new ModelAndView("redirect:/arenden/" + number);
        } catch (Refused refused) {
            return page(form.refused(refused, texts), person);
        }
    }

    private ModelAndView page(Form form, Principal person) {
        ModelAndView page = new ModelAndView("question", form.status());
        page.addObject("form", form);
        page.addObject("forUnit", responsibilities.asksForUnit(person.getName()));
        page.addObject("matters", choices.of(Matter.class));
        page.addObject("units", Choice.of(directory.units(), Unit::code, Unit::name));
        return page;
    }
}
