package se.varna.portal;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.web.Bilingual;
import se.varna.directory.Directory;
import se.varna.directory.Person;

/**
 * The page to sign in on: the way to the city's identity provider, or the demo's passwords. The demo shows whom one can sign in as; anything else shows
 * nobody.
 */
@Controller
@ForArea(Area.OPEN)
@Bilingual
class SignInPage {

    private final boolean passwords;
    private final boolean demo;
    private final int lockAfter;
    private final Duration lockedFor;
    private final List<String> demoSignIns;
    private final String demoPassword;
    private final Directory directory;

    SignInPage(
            Environment environment,
            @Value("${varna.oidc.issuer:}") String issuer,
            @Value("${varna.sign-in.lock-after}") int lockAfter,
            @Value("${varna.sign-in.locked-for}") Duration lockedFor,
            @Value("${varna.demo.sign-ins:}") List<String> demoSignIns,
            @Value("${varna.demo.password:}") String demoPassword,
            Directory directory) {
        this.passwords = issuer.isBlank();
        this.lockAfter = lockAfter;
        this.lockedFor = lockedFor;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.demoSignIns = demoSignIns;
        this.demoPassword = demoPassword;
        this.directory = directory;
    }

    @GetMapping("/logga-in")
    String signIn(Model model) {
        model.addAttribute("passwords", passwords);
        model.addAttribute("lockAfter", lockAfter);
        model.addAttribute("lockedFor", lockedFor.toMinutes());
        model.addAttribute("demo", demo ? demoPersons() : List.of());
        model.addAttribute("demoPassword", demo ? demoPassword : "");
        return "sign-in";
    }

    private List<Person> demoPersons() {
        return demoSignIns.stream().flatMap(id -> directory.person(id).stream()).toList();
    }
}
