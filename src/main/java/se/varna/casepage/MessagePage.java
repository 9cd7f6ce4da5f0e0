package se.varna.casepage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Relation;
import se.varna.dialogue.Dialogues;

/** Writing a message on the case's page: the exposed person to those who hold it, and they to the exposed person. */
@Controller
class MessagePage {

    private final CaseActions actions;
    private final Dialogues dialogues;

    MessagePage(CaseActions actions, Dialogues dialogues) {
        this.actions = actions;
        this.dialogues = dialogues;
    }

    @PostMapping("/arenden/{number}/meddelande")
    @ForCase(Action.WRITE_MESSAGE)
    ModelAndView write(CaseAction action) {
        boolean exposed = action.sight().relations().contains(Relation.EXPOSED);
        return actions.act(action, exposed ? "message" : "messageSent", form -> {
            CaseActions.written(form, "text", "page.messageRequired");
            if (exposed) {
                dialogues.ask(action.number(), form.text("text"), action.person());
            } else {
                dialogues.write(action.number(), form.text("text"), action.person());
            }
        });
    }
}
