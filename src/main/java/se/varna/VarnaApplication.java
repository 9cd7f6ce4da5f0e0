package se.varna;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes every incident against an elected official from report to closed case. */
@SpringBootApplication
public class VarnaApplication {

    public static void main(String[] args) {
        SpringApplication.run(VarnaApplication.class, args);
    }
}
