package se.varna.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Reads a page in Markdown. Facts about it may stand first, between two lines of three hyphens: {@code title},
 * {@code summary}, {@code order} and {@code listed: no}. Without a title its first heading is one. HTML is shown as it is
 * typed and never as HTML, links lead to the web, a mail address, a telephone or another page here, and pictures are left
 * out. A quotation is what the city's guidance says.
 */
final class MarkdownPage {

    private static final String FENCE = "---";
    private static final int LAST = 1000;

    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                attributes.remove("rel");
                if (node instanceof BlockQuote) {
                    attributes.put("class", "guidance");
                }
            })
            .build();

    private MarkdownPage() {}

    /** @return null for a text that says nothing */
    static ReadingPage read(String name, String language, String text) {
        Map<String, String> facts = new HashMap<>();
        Node page = PARSER.parse(withoutFacts(text.replace("\uFEFF", ""), facts));
        Heading first = page.getFirstChild() instanceof Heading heading ? heading : null;
        String title = facts.get("title");
        if (title == null && first != null) {
            title = TEXT.render(first).strip();
            first.unlink();
        }
        if (page.getFirstChild() == null) {
            return null;
        }
        page.accept(new Tidy());
        return new ReadingPage(
                name,
                language,
                title == null ? name : title,
                facts.getOrDefault("summary", ""),
                number(facts.get("order")),
                !"no".equals(facts.get("listed")),
                HTML.render(page));
    }

    private static String withoutFacts(String text, Map<String, String> facts) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.get(0).equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        for (int i = 1; i < end; i++) {
            String[] fact = lines.get(i).split(":", 2);
            if (fact.length == 2) {
                facts.put(fact[0].strip(), fact[1].strip());
            }
        }
        return end <= 0 ? text : String.join("\n", lines.subList(end + 1, lines.size()));
    }

    /** A page without a readable place among the others stands last. */
    private static int number(String order) {
        return order != null && order.matches("\\d{1,3}") ? Integer.parseInt(order) : LAST;
    }

    /** The page's title is its one main heading; a picture leaves its description behind. */
    private static final class Tidy extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
            image.unlink();
        }
    }
}
