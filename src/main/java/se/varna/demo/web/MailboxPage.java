package se.varna.demo.web;

import java.security.Principal;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.demo.SentMail;
import se.varna.directory.Directory;
import se.varna.directory.Person;

/** The demo's mailbox: what the application has sent by mail to the one who looks, the newest first; there is none where mail goes to a mail server. */
@Controller
@Profile("demo")
@ConditionalOnProperty("varna.demo.catch-mail")
@ConditionalOnClass(name = "com.icegreen.greenmail.util.GreenMail")
@ForArea(Area.DEMO)
class MailboxPage {

    private static final int SHOWN = 50;

    private final SentMail sentMail;
    private final Directory directory;

    MailboxPage(SentMail sentMail, Directory directory) {
        this.sentMail = sentMail;
        this.directory = directory;
    }

    @GetMapping("/demo/brevlada")
    ModelAndView mailbox(Principal person) {
        List<SentMail.Letter> newest = directory
                .person(person.getName())
                .map(Person::email)
                .map(address -> sentMail.newestTo(address, SHOWN))
                .orElse(List.of());
        return new ModelAndView("demo-mailbox").addObject("letters", newest);
    }
}
