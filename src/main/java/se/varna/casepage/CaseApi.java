package se.varna.casepage;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.varna.access.Extent;
import se.varna.access.ReadLog;
import se.varna.casefile.CaseFiles;

/** The case for other systems: what the one who asks may see, and the read is logged. */
@RestController
class CaseApi {

    private final CaseFiles cases;
    private final CaseReader reader;
    private final ReadLog readLog;

    CaseApi(CaseFiles cases, CaseReader reader, ReadLog readLog) {
        this.cases = cases;
        this.reader = reader;
        this.readLog = readLog;
    }

    @GetMapping("/api/cases/{number}")
    Object read(@PathVariable String number, Principal person) {
        Extent extent = cases.extent(number, person.getName());
        if (!extent.seesAnything()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        readLog.record(number, person.getName(), "api", extent);
        return reader.read(number, extent);
    }
}
