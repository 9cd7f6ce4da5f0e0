package se.varna.common;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that a person hears of all of it at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public Problems add(String field, String code, Object... args) {
        found.add(Problem.at(field, code, args));
        return this;
    }

    public Problems addIf(boolean wrong, String field, String code, Object... args) {
        return wrong ? add(field, code, args) : this;
    }

    /** @throws Refused with every problem found, if there is any */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refused(found);
        }
    }
}
