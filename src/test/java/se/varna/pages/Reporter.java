package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports through the pages, as a browser without scripts does: one question after the other. */
public final class Reporter {

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("whom", "exposedListed", "exposedOther"),
            List.of("reachAt"),
            List.of("voicemailAllowed"),
            List.of("description", "acuteDanger", "kinds"),
            List.of("occurredOn", "occurredTime"),
            List.of("place"),
            List.of("matter", "unit"),
            List.of("politicalQuestion", "movedToCouncil"),
            List.of("happenedBefore"),
            List.of("perpetrator"),
            List.of("indicators"),
            List.of("impact"),
            List.of("evidenceSaved"),
            List.of("policeReported"),
            List.of("upcomingMeetings"),
            List.of("partyMayBeContacted"));

    private Reporter() {}

    /** Begins a report about oneself. */
    public static String begin(Visitor visitor) {
        return begin(visitor, "whom", "self");
    }

    /** @return the draft's address */
    static String begin(Visitor visitor, String... first) {
        Visitor.Answer start = visitor.get("/rapportera");
        Visitor.Answer second = visitor.post(
                "/rapportera", with(first, "nyckel", value(start, "nyckel"), "sida", value(start, "sida")));
        assertThat(second.path()).as("status %d", second.status()).matches("/rapportera/[0-9a-f-]{36}/2");
        return second.path().replaceFirst("/2$", "");
    }

    /** Opens the page of a question and answers it. */
    public static Visitor.Answer answer(Visitor visitor, String page, String button, String... typed) {
        Visitor.Answer asked = visitor.get(page);
        assertThat(asked.path()).isEqualTo(page.replaceFirst("\\?.*", ""));
        return visitor.post(
                asked.path() + button, with(typed, "sida", value(asked, "sida"), "sett", value(asked, "sett")));
    }

    /** Answers the questions of those fields and sends: the receipt, or the page that says what has to be mended. */
    public static Visitor.Answer report(Visitor visitor, String... fields) {
        Map<Integer, List<String>> byQuestion = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            String field = fields[i];
            int question = QUESTIONS.indexOf(QUESTIONS.stream()
                    .filter(each -> each.contains(field))
                    .findFirst()
                    .orElseThrow());
            byQuestion
                    .computeIfAbsent(question + 1, number -> new ArrayList<>())
                    .addAll(List.of(field, fields[i + 1]));
        }
        List<String> first = byQuestion.remove(1);
        String draft = first == null ? begin(visitor) : begin(visitor, first.toArray(String[]::new));
        byQuestion.forEach(
                (number, typed) -> answer(visitor, draft + "/" + number, "?hoppa-over", typed.toArray(String[]::new)));
        visitor.get(draft + "/kontroll");
        return visitor.post(draft + "/kontroll");
    }

    /** The number of the case of which this is the receipt. */
    public static String number(Visitor.Answer receipt) {
        assertThat(receipt.path()).startsWith("/kvittens/");
        return receipt.path().replaceFirst(".*/", "");
    }

    /** What a hidden field of the page says. */
    public static String value(Visitor.Answer page, String field) {
        Matcher value =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(value.find()).as(field + " at " + page.path()).isTrue();
        return value.group(1);
    }

    private static String[] with(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
