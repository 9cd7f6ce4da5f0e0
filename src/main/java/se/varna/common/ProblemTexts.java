package se.varna.common;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentence for each problem, from the message bundle. */
@Component
public class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String text(Problem problem) {
        return messages.getMessage("problem." + problem.code(), problem.args().toArray(), Language.current());
    }

    /** The sentence where it stands away from its field: what only says that something is missing says what. */
    public String apart(Problem problem) {
        return problem.code().equals("required") ? withField(problem) : text(problem);
    }

    /** All problems in one paragraph, for places that can show only one text (Tasklist's notice). */
    public String text(List<Problem> problems) {
        return problems.stream().map(this::withField).distinct().collect(Collectors.joining(" "));
    }

    private String withField(Problem problem) {
        String field = problem.field() == null
                ? ""
                : messages.getMessage("field." + problem.field(), null, "", Language.current());
        return field.isEmpty() ? text(problem) : field + ": " + text(problem);
    }
}
