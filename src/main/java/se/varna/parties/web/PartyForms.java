package se.varna.parties.web;

import java.util.List;
import java.util.function.Consumer;
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

/** What the register says of a party, on a page that is alike for the party's officer and for the city. */
@Component
class PartyForms {

    private static final String CHECKLIST = "parti-";
    private static final String CONTACT = "kontakt-";

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

    /** A party, how its officer is reached, and its checklist. */
    record Card(PartyState state, Form reach, Form form) {}

    /** The party with what has been said filled in, or what was typed in the form that was refused. */
    private static Card card(PartyState state, Form refused) {
        String party = state.party().code();
        MultiValueMap<String, String> reach = new LinkedMultiValueMap<>();
        reach.set(PartyFields.REACH, state.reach());
        MultiValueMap<String, String> filled = new LinkedMultiValueMap<>();
        state.answers().forEach((point, said) -> {
            filled.set(PartyFields.of(point), said.answer().name());
            filled.set(PartyFields.noteOf(point), said.note());
        });
        return new Card(
                state,
                Form.of(CONTACT + party, reach).orRefused(refused),
                Form.of(CHECKLIST + party, filled).orRefused(refused));
    }

    /** Saves the checklist; null when that is done, or the form with what has to be mended. */
    Form save(String party, MultiValueMap<String, String> typed, String person) {
        return refused(Form.of(CHECKLIST + party, typed), form -> {
            var said = PartyFields.read(form::text, form::choice);
            form.problems().refuseIfAny();
            register.save(party, said, version(typed), person);
        });
    }

    /** Saves how the officer is reached; null when that is done, or the form with what has to be mended. */
    Form saveReach(String party, MultiValueMap<String, String> typed) {
        return refused(
                Form.of(CONTACT + party, typed),
                form -> register.saveReach(party, form.text(PartyFields.REACH), form.text("was")));
    }

    private Form refused(Form form, Consumer<Form> saving) {
        try {
            saving.accept(form);
            return null;
        } catch (Refused refused) {
            return form.refused(refused, texts);
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

    ModelAndView page(String template, List<PartyState> parties, Form refused) {
        return new ModelAndView(template, refused == null ? HttpStatus.OK : refused.status())
                .addObject(
                        "cards",
                        parties.stream().map(state -> card(state, refused)).toList())
                .addObject("refused", refused)
                .addObject(
                        "points",
                        List.of(CheckPoint.values()).stream()
                                .map(point -> new Point(point, PartyFields.of(point), PartyFields.noteOf(point)))
                                .toList())
                .addObject("answers", choices.of(Answer.class));
    }
}
