package se.varna.responsibility;

import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;

/** What a function is called in Swedish, with its unit's own name. */
@Component
public class FunctionNames {

    private final Directory directory;
    private final Labels labels;

    FunctionNames(Directory directory, Labels labels) {
        this.directory = directory;
        this.labels = labels;
    }

    /** {@code Lokalt säkerhetsansvarig, Grundskolenämnden}; a party is not named, since that would tell an opinion. */
    public String name(Owner owner) {
        String function = labels.of(owner.function());
        return owner.function() == Owner.Function.LOCAL_SECURITY_OFFICER
                ? function + ", " + directory.unit(owner.code()).map(Unit::name).orElse(owner.code())
                : function;
    }

    /** The function with its name, as pages and APIs show it. */
    public NamedFunction named(Owner owner) {
        return new NamedFunction(owner.function().name(), owner.publicUnit(), name(owner));
    }
}
