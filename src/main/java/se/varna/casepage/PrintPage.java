package se.varna.casepage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.common.Language;
import se.varna.print.TaggedPdf;

/**
 * The whole case as a document, for a handover or a court: what the case's page shows the reader, without what can be done
 * there. It is made of that very page, so that it can never show more.
 */
@Controller
class PrintPage {

    private static final String NOT_PRINTED = ".no-print, form, nav, script, dialog, button, svg";

    private final CaseActions actions;
    private final ViewResolver views;
    private final SpringTemplateEngine templates;
    private final TaggedPdf pdf;
    private final Labels labels;
    private final Clock clock;
    private final String municipality;

    PrintPage(
            CaseActions actions,
            ViewResolver thymeleafViewResolver,
            SpringTemplateEngine templates,
            TaggedPdf pdf,
            Labels labels,
            Clock clock,
            @Value("${varna.municipality}") String municipality) {
        this.actions = actions;
        this.views = thymeleafViewResolver;
        this.templates = templates;
        this.pdf = pdf;
        this.labels = labels;
        this.clock = clock;
        this.municipality = municipality;
    }

    @GetMapping("/arenden/{number}/akt.pdf")
    @ForCase(Action.PRINT)
    void print(
            @PathVariable String number,
            Principal person,
            Sight sight,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        ModelAndView page = actions.page(number, person, sight);
        ContentCachingResponseWrapper shown = new ContentCachingResponseWrapper(response);
        views.resolveViewName(page.getViewName(), Language.SWEDISH).render(page.getModel(), request, shown);
        String html = new String(shown.getContentAsByteArray(), StandardCharsets.UTF_8);
        byte[] document = pdf.of(pdf.drawable(printed(number, html)));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(document.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(labels.text("print.fileName", number))
                        .build()
                        .toString());
        response.getOutputStream().write(document);
    }

    private String printed(String number, String html) {
        Element main = Jsoup.parse(html).selectFirst("main");
        main.select(NOT_PRINTED).remove();
        main.select("h1").remove();
        // What was there to be done only leaves its heading behind.
        main.select("section").stream()
                .filter(section -> section.text().equals(section.select("h2").text()))
                .forEach(Element::remove);
        // A document leads nowhere, and what is folded on the page is open in it.
        main.select("a").unwrap();
        main.select("summary").unwrap();
        main.select("details, section, blockquote").tagName("div");
        main.select("time, strong, small, em").tagName("span");
        main.select("dl").forEach(PrintPage::asTable);
        main.select("[id], [aria-labelledby], [tabindex], [role]").forEach(each -> each.removeAttr("id")
                .removeAttr("aria-labelledby")
                .removeAttr("tabindex")
                .removeAttr("role"));
        Document body = Document.createShell("");
        body.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        body.body().appendChildren(main.childNodes().stream().toList());
        return templates.process(
                "case/print",
                new Context(
                        Language.SWEDISH,
                        Map.of(
                                "number",
                                number,
                                "municipality",
                                municipality,
                                "madeAt",
                                labels.moment(clock.instant()),
                                "content",
                                body.body().html())));
    }

    /** Facts are read aloud as a table with the fact's name as its row's heading: PDF knows no list of them. */
    private static void asTable(Element list) {
        Element rows = new Element("table").addClass("facts").appendElement("tbody");
        Element row = null;
        for (Element each : list.select("> dt, > dd, > div > dt, > div > dd")) {
            if (each.tagName().equals("dt")) {
                row = rows.appendElement("tr");
                row.appendElement("th")
                        .attr("scope", "row")
                        .appendChildren(each.childNodes().stream().toList());
                row.appendElement("td");
            } else if (row != null) {
                Element said = row.child(1);
                if (said.childNodeSize() > 0) {
                    said.appendElement("br");
                }
                said.appendChildren(each.childNodes().stream().toList());
            }
        }
        list.replaceWith(rows.parent());
    }
}
