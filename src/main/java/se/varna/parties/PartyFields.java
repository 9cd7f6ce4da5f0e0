package se.varna.parties;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import se.varna.parties.PartyAnswer.Answer;
import se.varna.parties.PartyRegister.Said;

/** The fields of the register, alike on the page and in the form. */
public final class PartyFields {

    public static final String REACH = "reach";

    private PartyFields() {}

    /** The field with the answer, as {@code police}. */
    public static String of(CheckPoint point) {
        return point.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The field with the few words beside it. */
    public static String noteOf(CheckPoint point) {
        return of(point) + "Note";
    }

    /** The points about which something has been typed; one with words alone has no answer, and is refused. */
    public static Map<CheckPoint, Said> read(
            UnaryOperator<String> text, BiFunction<String, Class<Answer>, Answer> choice) {
        Map<CheckPoint, Said> said = new EnumMap<>(CheckPoint.class);
        for (CheckPoint point : CheckPoint.values()) {
            Answer answer = choice.apply(of(point), Answer.class);
            String note = text.apply(noteOf(point));
            if (answer != null || note != null) {
                said.put(point, new Said(answer, note));
            }
        }
        return said;
    }
}
