package se.varna.casefile;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.varna.access.Sight;
import se.varna.casefile.OpenMatters.OpenMatter;

/** What is still open in a case, in every capability. They are looked up when it is asked, since some of them ask too. */
@Component
public class OpenInCase {

    private final ObjectProvider<OpenMatters> capabilities;

    OpenInCase(ObjectProvider<OpenMatters> capabilities) {
        this.capabilities = capabilities;
    }

    public List<OpenMatter> of(String caseNumber) {
        return capabilities.stream()
                .flatMap(capability -> capability.openIn(caseNumber).stream())
                .toList();
    }

    /** As far as the reader may know. */
    public List<OpenMatter> of(String caseNumber, Sight sight) {
        return capabilities.stream()
                .flatMap(capability -> capability.openFor(caseNumber, sight).stream())
                .toList();
    }

    /** @param code as in {@link OpenMatter#code} */
    public boolean has(String code, String caseNumber) {
        return of(caseNumber).stream().anyMatch(open -> open.code().equals(code));
    }
}
