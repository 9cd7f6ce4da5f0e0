package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;

/** Every page that anyone can walk to, in every role, passes the W3C's checker of HTML; so do our style sheets. */
class ValidTest extends VarnaTest {

    /** Enough for every kind of page; a role that needs more has a page whose kind {@link #kind} does not know. */
    private static final int AT_MOST = 60;

    @Test
    void the_checker_finds_what_is_wrong() {
        assertThat(Valid.faults("<!DOCTYPE html><html lang=\"sv\"><head><title>x</title></head>"
                        + "<body><p><div>fel</div></p></body></html>"))
                .singleElement()
                .asString()
                .contains("No “p” element in scope");
        assertThat(Valid.faults("<!DOCTYPE html><html lang=\"sv\"><head><title>x</title><style>p { colr: red }</style>"
                        + "</head><body><p>fel</p></body></html>"))
                .singleElement()
                .asString()
                .contains("colr");
    }

    @Test
    void every_page_that_each_role_can_walk_to_is_valid() {
        List<String> numbers = cases();
        Map<String, List<String>> wrong = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        for (String who : List.of(
                "",
                "ledamot-ks",
                "ersattare-bolag",
                "sob-1",
                "lsa-grundskola",
                "lsa-liseberg",
                "jour",
                "parti-a",
                "processagare",
                "admin")) {
            walk(who, numbers, seen, wrong);
        }
        assertThat(seen)
                .contains(
                        " /",
                        " /vem-kontaktar-jag",
                        " /logga-in",
                        " /rad",
                        " /rad/.",
                        " /tillganglighet",
                        "ledamot-ks /arenden/.",
                        "sob-1 /katalog/enheter/.",
                        "sob-1 /kalender",
                        "lsa-grundskola /arenden/.",
                        "admin /katalog/personer/.");
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_has_to_be_mended_and_what_is_not_there_are_valid_too() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-namnd");
        for (String path : List.of(
                "/vem-kontaktar-jag?who=OFFICIAL",
                "/vem-kontaktar-jag?who=RELATIVE&mandates=KF&matter=CITY&unit=LISEBERG&sprak=en",
                "/vem-kontaktar-jag?who=EMPLOYEE",
                "/vem-kontaktar-jag?matter=CITY&unit=OKAND&who=OKAND",
                "/logga-in?fel",
                "/finns-inte")) {
            Valid.html(visitor.get(path).body());
        }
        visitor.get("/rapportera?sprak=sv");
        Valid.html(visitor.post("/rapportera", "matter", "OKAND").body());
    }

    @Test
    void our_style_sheets_are_valid() throws IOException {
        Valid.css(Files.readString(Path.of("src/main/resources/static/css/varna.css")));
    }

    /** Cases with much in them: contact, assessment, measures, police, samråd, something new, a jour's night. */
    private List<String> cases() {
        String worked = report(
                        "ledamot-ks",
                        AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT).mentioning(Indicator.WEAPON))
                .caseNumber();
        complete(
                "lsa-grundskola",
                worked,
                "userTask_contactExposed",
                "contactOutcome",
                "REACHED",
                "note",
                "Ett samtal.");
        complete(
                "lsa-grundskola",
                worked,
                "userTask_assessIncident",
                "level",
                "HIGH",
                "factors",
                List.of("WEAPON"),
                "reason",
                "Vapen nämndes.",
                "measures",
                List.of("HEMLARM"));
        String acute = report(
                        "ersattare-bolag",
                        AReport.about("LISEBERG").kind(Kind.HATE).acute())
                .caseNumber();
        return List.of(worked, acute);
    }

    private void walk(String who, List<String> numbers, Set<String> seen, Map<String, List<String>> wrong) {
        Visitor visitor = who.isEmpty() ? Visitor.anonymous(port) : Visitor.signedIn(port, who);
        Deque<String> ahead = new ArrayDeque<>();
        // Officers come to a case from Tasklist.
        for (String number : numbers) {
            String page = "/arenden/" + number;
            Visitor.Answer answer = visitor.get(page);
            check(who, page, answer, wrong);
            if (answer.status() == 200 && answer.path().equals(page)) {
                ahead.add(page);
            }
        }
        ahead.add("/");
        int walked = 0;
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            if (!seen.add(who + " " + kind(path))) {
                continue;
            }
            Visitor.Answer answer = visitor.get(path);
            if (!answer.contentType().startsWith("text/html")) {
                continue;
            }
            assertThat(answer.status()).as(who + " " + path).isEqualTo(200);
            assertThat(++walked).as("pages for " + who).isLessThan(AT_MOST);
            check(who, path, answer, wrong);
            for (Element link : Jsoup.parse(answer.body()).select("main a[href], header a[href], footer a[href]")) {
                String address = link.attr("href").replaceFirst("#.*", "");
                if (address.startsWith("/") && !address.startsWith("/camunda/")) {
                    ahead.add(address);
                }
            }
        }
    }

    private static void check(String who, String path, Visitor.Answer answer, Map<String, List<String>> wrong) {
        List<String> faults = Valid.faults(answer.body());
        if (!faults.isEmpty()) {
            wrong.put(who + " " + path, faults);
        }
    }

    /** Pages that differ in their number, name or question alone are of one kind. */
    private static String kind(String path) {
        return path.replaceFirst("\\?.*", "")
                .replaceAll("/(arenden|enheter|personer|rad|kvitto|partier|uppgifter)/(?!ny(/|$))[^/]+", "/$1/.");
    }
}
