package se.varna.demo.web;

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

/** The demo's mailbox: every mail that the application has sent, the newest first; there is none when a mail server of one's own is named. */
@Controller
@Profile("demo")
@ConditionalOnProperty("varna.demo.catch-mail")
@ConditionalOnClass(name = "com.icegreen.greenmail.util.GreenMail")
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "false")
@ForArea(Area.DEMO)
class MailboxPage {

    private static final int SHOWN = 50;

    private final SentMail sentMail;

    MailboxPage(SentMail sentMail) {
        this.sentMail = sentMail;
    }

    @GetMapping("/demo/brevlada")
    ModelAndView mailbox() {
        List<SentMail.Letter> newest = sentMail.newest(SHOWN);
        return new ModelAndView("demo-mailbox").addObject("letters", newest);
    }
}
