package se.varna.casefile;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.varna.access.Sight;
import se.varna.casefile.OpenMatters.OpenMatter;
import se.varna.common.Problems;

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

    /** Adds, of each of those matters that must be decided before the case can be closed, what to do about it. */
    public void addBlocking(Problems problems, String caseNumber, Predicate<OpenMatter> counting) {
        of(caseNumber).stream()
                .filter(OpenMatter::blocksClosing)
                .filter(counting)
                .forEach(open -> problems.add(
                        null,
                        "close." + open.code(),
                        Stream.ofNullable(open.detail()).toArray()));
    }

    /** @param code as in {@link OpenMatter#code} */
    public boolean has(String code, String caseNumber) {
        return of(caseNumber).stream().anyMatch(open -> open.code().equals(code));
    }
}
