package se.varna.reporting.web;

import java.util.List;
import se.varna.common.Input;
import se.varna.reporting.Draft;
import se.varna.reporting.IncidentReport;

/** The answers of a draft, read by the names that the API has for them. */
final class DraftInput extends Input {

    /** Whom it is about, when it is somebody of those whom one can choose. */
    static final String LISTED = "listed";

    private final Draft draft;

    DraftInput(Draft draft) {
        this.draft = draft;
    }

    /** Whom it is about: oneself, one of those whom one can choose, or somebody else; null when it is not said. */
    String whom() {
        return text("whom");
    }

    boolean isAboutOneself() {
        return IncidentReport.SELF.equals(whom());
    }

    @Override
    protected String raw(String field) {
        if (field.equals("exposed")) {
            return LISTED.equals(whom()) ? raw("exposedListed") : whom();
        }
        List<String> values = raws(field);
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    protected List<String> raws(String field) {
        return draft.answer(Question.asking(field).number()).fields().getOrDefault(field, List.of());
    }

    @Override
    public boolean flag(String field) {
        return "true".equals(text(field));
    }
}
