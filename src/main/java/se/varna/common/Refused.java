package se.varna.common;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that the rules do not allow, with everything that has to be changed. The message is for developers and
 * holds codes alone; {@link ProblemTexts} has the Swedish that people read.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refused(List<Problem> problems) {
        // Expected, so it leaves no stack trace in the log.
        super(codes(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    private static String codes(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.field() == null ? problem.code() : problem.field() + ": " + problem.code())
                .collect(Collectors.joining(", "));
    }

    public static Refused because(String code, Object... args) {
        return new Refused(List.of(Problem.of(code, args)));
    }

    public static Refused at(String field, String code, Object... args) {
        return new Refused(List.of(Problem.at(field, code, args)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
