package se.varna.bundle.web;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.varna.bundle.Bundle;
import se.varna.common.Labels;
import se.varna.common.Language;
import se.varna.police.PoliceTexts;

/**
 * The bundle as a PDF that can be kept for long (PDF/A-3a) and read aloud (PDF/UA-1), with the font in it. Made of the
 * page {@code police/bundle.html}; nothing is fetched from anywhere else.
 */
@Component
class BundlePdf {

    private static final String FONT = "DejaVu Sans";
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final SpringTemplateEngine templates;
    private final PoliceTexts policeTexts;
    private final Labels labels;
    private final String name;
    private final String municipality;
    private final byte[] regular = font("DejaVuSans.ttf");
    private final byte[] bold = font("DejaVuSans-Bold.ttf");
    private final Drawable drawable = new Drawable(inBoth(signs(regular), signs(bold)));

    BundlePdf(
            SpringTemplateEngine templates,
            PoliceTexts policeTexts,
            Labels labels,
            @Value("${varna.name}") String name,
            @Value("${varna.municipality}") String municipality) {
        this.templates = templates;
        this.policeTexts = policeTexts;
        this.labels = labels;
        this.name = name;
        this.municipality = municipality;
    }

    static {
        // What it says could quote the words.
        XRLog.setLoggingEnabled(false);
    }

    byte[] of(Bundle bundle) {
        String page = page(bundle, false);
        String drawn = drawable.of(page);
        return pdf(drawn.equals(page) ? page : drawable.of(page(bundle, true)));
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

    private byte[] pdf(String page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> new ByteArrayInputStream(regular), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FONT, BOLD, FontStyle.NORMAL, true);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useExternalResourceAccessControl(
                (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withProducer(name);
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static IntPredicate inBoth(CmapLookup one, CmapLookup other) {
        return sign -> one.getGlyphId(sign) != 0 && other.getGlyphId(sign) != 0;
    }

    private static CmapLookup signs(byte[] font) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] font(String file) {
        try (InputStream font = BundlePdf.class.getResourceAsStream(FONTS + file)) {
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
