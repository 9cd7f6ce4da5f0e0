package se.varna;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes every incident against an elected official from report to closed case. */
@SpringBootApplication
public class VarnaApplication {

    public static void main(String[] args) {
        // The engine's timestamps have no zone; Swedish time is for the calendar and for what people read.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(VarnaApplication.class, args);
    }
}
