package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.varna.VarnaTest;

/** The pages to read and the accessibility statement are open to anyone, and lead from every page. */
class ReadingPagesTest extends VarnaTest {

    private static final Path OWN = Path.of("target/reading/sv/bara-svenska.md");

    @AfterEach
    void takeAway() throws IOException {
        Files.deleteIfExists(OWN);
    }

    @Test
    void every_page_leads_to_them() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-ks");
        for (String path : List.of("/", "/vem-kontaktar-jag", "/rapportera", "/mina-arenden")) {
            assertThat(Jsoup.parse(visitor.get(path).body()).select("footer a").eachAttr("href"))
                    .as(path)
                    .contains("/vem-kontaktar-jag", "/rad", "/tillganglighet");
        }
    }

    @Test
    void the_page_tells_the_guidance_from_other_advice() {
        Document page = page(Visitor.anonymous(port), "/rad/polisanmal");
        assertThat(page.title()).isEqualTo("Värna");
        assertThat(page.select("h1").text()).isEqualTo("Gå på din känsla och polisanmäl");
        assertThat(page.select("blockquote.guidance").first().text())
                .isEqualTo("Gå på obehagskänsla när du polisanmäler. Överlåt åt polisen att sköta de juridiska"
                        + " bedömningarna. R12 och R13 i stadens vägledning");
    }

    @Test
    void a_page_of_the_citys_without_english_is_shown_in_swedish_and_says_so() throws IOException {
        Files.createDirectories(OWN.getParent());
        Files.writeString(OWN, "# Bara på svenska\n\nEn egen sida.");
        Visitor visitor = Visitor.anonymous(port);

        assertThat(page(visitor, "/rad").select("main a").eachText()).contains("Bara på svenska");
        Document english = page(visitor, "/rad/bara-svenska?sprak=en");
        assertThat(english.text()).contains("This page exists only in Swedish.");
        assertThat(english.select("main [lang=sv] h1").text()).isEqualTo("Bara på svenska");
        EnglishTest.isEnglish(visitor, "/rad/bara-svenska");
        EnglishTest.isEnglish(visitor, "/rad");
    }

    @Test
    void what_is_no_page_to_read_does_not_exist() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-namnd");
        String nothing = visitor.get("/finns-inte").body();
        for (String path :
                List.of("/rad/finns-inte", "/rad/tillganglighet", "/rad/valar.md", "/rad/VALAR", "/rad/a/b")) {
            Visitor.Answer answer = visitor.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEqualTo(nothing);
        }
        for (String path : List.of("/rad/..%2Fapplication", "/rad/%2e%2e%2fsv%2fvalar", "/rad/..%5c..%5cpom")) {
            assertThat(visitor.get(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void the_statement_says_what_the_law_asks_for() {
        Document page = page(Visitor.anonymous(port), "/tillganglighet");

        assertThat(page.text())
                .contains("Göteborgs Stad står bakom Värna", "delvis förenlig med lagen")
                .contains("Vad är inte tillgängligt?", "Skäl:")
                .contains("Vi har själva bedömt", "Senaste bedömningen: 24 november 2026")
                .contains("Redogörelsen ändrades senast: 24 november 2026");
        assertThat(page.select("main a").eachAttr("href"))
                .contains("mailto:tillganglighet@example.org", "https://www.digg.se/tdosanmalan");
    }

    private static Document page(Visitor visitor, String path) {
        return Jsoup.parse(visitor.get(path).body());
    }
}
