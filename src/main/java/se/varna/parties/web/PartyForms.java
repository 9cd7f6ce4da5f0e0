package se.varna.parties.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.parties.CheckPoint;
import se.varna.parties.PartyAnswer.Answer;
import se.varna.parties.PartyFields;
import se.varna.parties.PartyRegister;
import se.varna.parties.PartyState;

/** The checklist on a page, for the party's officer and for the city alike. */
@Component
class PartyForms {

    private final PartyRegister register;
    private final Choices choices;
    private final ProblemTexts texts;

    PartyForms(PartyRegister register, Choices choices, ProblemTexts texts) {
        this.register = register;
        this.choices = choices;
        this.texts = texts;
    }

    /**
     * A point as the page asks about it.
     *
     * @param field the one with the answer, and {@code note} the one with the words beside it
     */
    record Point(CheckPoint point, String field, String note) {}

    /** A party and its checklist. */
    record Card(PartyState state, Form form) {}

    /** The party with what has been said filled in. */
    Card card(PartyState state) {
        MultiValueMap<String, String> filled = new LinkedMultiValueMap<>();
        filled.set(PartyFields.REACH, state.reach());
        state.answers().forEach((point, said) -> {
            filled.set(PartyFields.of(point), said.answer().name());
            filled.set(PartyFields.noteOf(point), said.note());
        });
        return new Card(state, Form.of(name(state.party().code()), filled));
    }

    /** Saves what was typed; null when that is done, or the form with what has to be mended. */
    Form save(String party, MultiValueMap<String, String> typed, String person) {
        Form form = Form.of(name(party), typed);
        try {
            var said = PartyFields.read(form::text, form::choice);
            form.problems().refuseIfAny();
            register.save(party, said, form.text(PartyFields.REACH), version(typed), person);
            return null;
        } catch (Refused refused) {
            return form.refused(refused.problems(), texts);
        }
    }

    /** What is no number was never shown by us. */
    private static long version(MultiValueMap<String, String> typed) {
        try {
            return Long.parseLong(String.valueOf(typed.getFirst("version")));
        } catch (NumberFormatException e) {
            return Long.MIN_VALUE;
        }
    }

    ModelAndView page(String template, List<Card> cards, Form refused) {
        return new ModelAndView(template, refused == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("cards", cards)
                .addObject("refused", refused)
                .addObject(
                        "points",
                        List.of(CheckPoint.values()).stream()
                                .map(point -> new Point(point, PartyFields.of(point), PartyFields.noteOf(point)))
                                .toList())
                .addObject("answers", choices.of(Answer.class));
    }

    private static String name(String party) {
        return "parti-" + party;
    }
}
