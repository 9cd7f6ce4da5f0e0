package se.varna.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    /** A text that must be there, and is checked as {@link #checkText} does. */
    public Problems checkWritten(String field, String text, int longest) {
        return addIf(text == null || text.isBlank(), field, "required").checkText(field, text, longest);
    }

    /** A text that somebody wrote: not longer than that, and nothing in it that cannot be stored. */
    public Problems checkText(String field, String text, int longest) {
        if (text != null) {
            addIf(text.length() > longest, field, "tooLong", longest, text.length());
            addIf(text.indexOf('\0') >= 0, field, "unreadableCharacter");
        }
        return this;
    }

    /** Adds what others have found, except at fields where something has been said already. */
    public Problems addAllUnlessSaid(List<Problem> problems) {
        List<Problem> news = problems.stream()
                .filter(problem -> found.stream().noneMatch(said -> Objects.equals(said.field(), problem.field())))
                .toList();
        found.addAll(news);
        return this;
    }

    /** What has been found so far. */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** @throws Refused with every problem found, if there is any */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refused(found);
        }
    }
}
