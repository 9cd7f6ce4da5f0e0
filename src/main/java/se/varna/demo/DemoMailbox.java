package se.varna.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
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
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "false")
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
        return sender;
    }

    /** What has been sent. */
    @Bean
    SentMail sentMail(GreenMail server) {
        return () -> Stream.of(server.getReceivedMessages()).toList();
    }

    /** The messages that the demo's mail server has received. */
    @FunctionalInterface
    interface SentMail {
        List<MimeMessage> all();
    }
}
