package se.varna.casepage;

import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;

/** The case for other systems: what the one who asks may see. */
@RestController
class CaseApi {

    private final CaseReader reader;

    CaseApi(CaseReader reader) {
        this.reader = reader;
    }

    @GetMapping("/api/cases/{number}")
    @ForCase(Action.READ)
    Object read(@PathVariable String number, Principal person, Sight sight) {
        return reader.read(number, person.getName(), sight);
    }
}
