package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.varna.VarnaTest;

/** Whoever chooses English reads English on every page that is made for elected officials, and officers read Swedish. */
class EnglishTest extends VarnaTest {

    /** What is called so in English too. */
    private static final String NAMES =
            "Värna|Göteborgs Stad|Säkerhet och Beredskap|kommunfullmäktige|kommunstyrelsen|Rådhuset|Börsen|åtkomstskydd";

    private static final String SWEDISH = "(?i)[åäö]|\\b(och|att|det|som|inte|du|har|till|av|vad|vem)\\b";

    @Test
    void what_is_open_to_all_is_in_english_for_the_one_who_has_chosen_it() {
        Visitor visitor = Visitor.anonymous(port);
        assertThat(visitor.get("/?sprak=en").body()).contains("lang=\"en\"", "Is it urgent?");
        for (String path : List.of(
                "/",
                "/logga-in",
                "/logga-in?fel",
                "/finns-inte",
                "/vem-kontaktar-jag",
                "/vem-kontaktar-jag?who=OFFICIAL",
                "/vem-kontaktar-jag?matter=CITY&unit=OKAND&who=OKAND&sprak=en",
                "/vem-kontaktar-jag?mandates=KF&matter=CITY&unit=GRUNDSKOLENAMNDEN",
                "/vem-kontaktar-jag?who=EMPLOYEE",
                "/vem-kontaktar-jag?who=RELATIVE&mandates=LISEBERG&matter=PARTY",
                "/rad",
                "/rad/forebygg-i-vardagen",
                "/rad/tank-igenom-i-forvag",
                "/rad/polisanmal",
                "/rad/valar",
                "/rad/infor-moten",
                "/tillganglighet")) {
            isEnglish(visitor, path);
        }
        Visitor official = Visitor.signedIn(port, "ledamot-namnd");
        official.get("/?sprak=en");
        isEnglish(official, "/finns-inte");
        assertThat(visitor.get("/?sprak=sv").body()).contains("lang=\"sv\"", "Är det akut?");
        assertThat(visitor.get("/?sprak=xx").body()).contains("lang=\"sv\"");
    }

    @Test
    void what_the_browser_prefers_decides_nothing_and_what_officers_read_stays_swedish() {
        Visitor officer = Visitor.signedIn(port, "sob-1");
        officer.get("/?sprak=en");
        Document page = Jsoup.parse(officer.get("/upprepning").body());
        assertThat(page.select("html").attr("lang")).isEqualTo("sv");
        assertThat(page.text()).contains("Logga ut").doesNotContain("Sign out");
    }

    /** Looks for Swedish outside what says that it is Swedish. */
    static void isEnglish(Visitor visitor, String path) {
        isEnglish(path, visitor.get(path).body());
    }

    static void isEnglish(String path, String body) {
        Document page = Jsoup.parse(body);
        assertThat(page.select("html").attr("lang")).as(path).isEqualTo("en");
        page.select("[lang=sv]").remove();
        String read =
                page.text() + " " + String.join(" ", page.select("[aria-label]").eachAttr("aria-label"));
        assertThat(read.replaceAll(NAMES, "")).as(path).doesNotContainPattern(SWEDISH);
    }
}
