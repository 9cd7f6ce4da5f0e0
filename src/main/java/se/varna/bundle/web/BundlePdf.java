package se.varna.bundle.web;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.varna.bundle.Bundle;
import se.varna.common.Labels;
import se.varna.common.Language;
import se.varna.police.PoliceTexts;
import se.varna.print.TaggedPdf;

/** The bundle as a PDF, made of the page {@code police/bundle.html}. */
@Component
class BundlePdf {

    private final SpringTemplateEngine templates;
    private final TaggedPdf pdf;
    private final PoliceTexts policeTexts;
    private final Labels labels;
    private final String municipality;

    BundlePdf(
            SpringTemplateEngine templates,
            TaggedPdf pdf,
            PoliceTexts policeTexts,
            Labels labels,
            @Value("${varna.municipality}") String municipality) {
        this.templates = templates;
        this.pdf = pdf;
        this.policeTexts = policeTexts;
        this.labels = labels;
        this.municipality = municipality;
    }

    byte[] of(Bundle bundle) {
        String page = page(bundle, false);
        String drawn = pdf.drawable(page);
        return pdf.of(drawn.equals(page) ? page : pdf.drawable(page(bundle, true)));
    }

    private String page(Bundle bundle, boolean signsReplaced) {
        return templates.process(
                "police/bundle",
                new Context(
                        Language.SWEDISH,
                        Map.of(
                                "bundle", bundle,
                                "labels", labels,
                                "where", policeTexts.whereToTurn(),
                                "municipality", municipality,
                                "signsReplaced", signsReplaced)));
    }
}
