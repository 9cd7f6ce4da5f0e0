package se.varna.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real SMTP server inside the demo, so that mail is sent for real and can be looked at. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@ConditionalOnClass(GreenMail.class)
@ConditionalOnProperty("varna.demo.catch-mail")
class DemoMailbox {

    @Bean(destroyMethod = "stop")
    GreenMail demoMailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Bean
    JavaMailSender demoMailSender(GreenMail server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        // The server's answer to EHLO has several lines, and its socket keeps the second one back for 40 ms.
        sender.getJavaMailProperties().put("mail.smtp.ehlo", "false");
        return sender;
    }

    /** What has been sent. */
    @Bean
    SentMail sentMail(GreenMail server) {
        return (address, limit) -> {
            List<SentMail.Letter> letters = Stream.of(server.getReceivedMessages())
                    .map(DemoMailbox::letter)
                    .filter(letter -> letter.to().equals(address))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.reverse(letters);
            return letters.stream().limit(limit).toList();
        };
    }

    private static SentMail.Letter letter(MimeMessage message) {
        try {
            return new SentMail.Letter(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    message.getContent().toString().strip());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("unreadable mail", e);
        }
    }
}
